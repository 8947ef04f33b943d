"""A link that has ended, an address that never was one, and what happens after publication."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from accounts.models import User
from articles.models import Article, ProofLink, QuoteRequest, Remark
from tests.articles.proofs.conftest import said, ways

ENDED = "<h1>Deze link werkt niet meer.</h1>"


@pytest.mark.parametrize("end", ["withdrawn", "expired", "deleted"])
def test_a_link_that_has_ended_shows_and_stores_nothing(
    client: Client, link: ProofLink, asked: QuoteRequest, draft: Article, ada: User, end: str
) -> None:
    addresses = ways(link, asked)
    if end == "withdrawn":
        link.withdraw(ada)
    elif end == "expired":
        ProofLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    else:
        draft.delete()
    answers = [client.get(link.get_absolute_url())]
    answers += [client.post(address, data) for address, data in addresses.values()]
    for answer in answers:
        assert answer.status_code == 410
        assertInHTML(ENDED, answer.text)
        assertInHTML("<p>Vraag een nieuwe link aan.</p>", answer.text)
        assert "Kladje" not in answer.text
        assert "Ina Vos" not in answer.text
    assert "Het was op dinsdag.</textarea>" in answers[1].text
    assert not Remark.objects.exists()
    assert not QuoteRequest.objects.exclude(answer="asked").exists()


@pytest.mark.parametrize("token", ["1", "1.abc", "x.y", "%00", "%ff", "a" * 3000, "1:1:1"])
def test_an_address_that_we_did_not_make_says_the_same(
    client: Client, link: ProofLink, token: str
) -> None:
    for response in (
        client.get(f"/proef/{token}/"),
        client.post(f"/proef/{token}/opmerking/", {"body": "Hallo."}),
    ):
        assert response.status_code == 404
        assertInHTML(ENDED, response.text)
        assert "Hallo." not in response.text


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
def test_something_is_said_by_post_only(
    client: Client, link: ProofLink, asked: QuoteRequest, method: str
) -> None:
    before = said()
    for address, _data in ways(link, asked).values():
        assert getattr(client, method)(address).status_code == 405
    assert client.post(link.get_absolute_url(), {"body": "Hallo."}).status_code == 405
    assert said() == before


def test_a_published_article_can_still_be_answered_about(
    client: Client, link: ProofLink, asked: QuoteRequest, draft: Article
) -> None:
    draft.publish()
    assert "Dit artikel staat op de site." in client.get(link.get_absolute_url()).text
    address, data = ways(link, asked)["agree"]
    assert client.post(address, data).status_code == 302
    assert QuoteRequest.objects.get().answer == "agreed"


def test_readers_of_the_site_find_nothing_of_a_proof(
    client: Client, link: ProofLink, draft: Article
) -> None:
    link.remark("Alleen voor de redactie.")
    assert client.get(draft.get_absolute_url()).status_code == 404
    draft.publish()
    page = client.get(draft.get_absolute_url()).text
    assert "Alleen voor de redactie." not in page
    assert "/proef/" not in page
    assert "Wat vindt u ervan?" not in page
