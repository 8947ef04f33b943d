"""What a writer says to it, by a link from the mailbox."""

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article, Tip
from comments.consent import consent_path
from comments.models import Adoption
from mailing.models import Mail
from tests.comments.adopting.pages import TEXT, answer, page_of, steps
from tests.conftest import React


def test_looking_changes_nothing_and_leaves_no_trace(client: Client, asked: Adoption) -> None:
    page = client.get(consent_path(asked))
    assert TEXT in page.text
    assert "Ja, met mijn naam: Rik" in page.text
    assert page["Referrer-Policy"] == "no-referrer"
    assert page["X-Robots-Tag"] == "noindex"
    assert "no-store" in page["Cache-Control"]
    assert not page.cookies
    assert Adoption.objects.get().state == "asked"


@pytest.mark.parametrize(("said", "byline"), [("naam", "Rik"), ("zonder", "")])
@pytest.mark.parametrize(("ticked", "keeps"), [({"keeps": "on"}, True), ({}, False)])
def test_a_yes_puts_the_tip_in_the_article(
    client: Client, asked: Adoption, said: str, byline: str, ticked: dict[str, str], keeps: bool
) -> None:
    done = answer(client, asked, said, **ticked)
    assert (done.status_code, done.url) == (302, f"{consent_path(asked)}#antwoord")
    tip = Tip.objects.get()
    assert (tip.text, tip.byline, tip.source) == (TEXT, byline, asked.source)
    stored = Adoption.objects.get()
    assert (stored.state, stored.tip, stored.keeps) == ("agreed", tip, keeps)
    assert steps(asked.comment) == [("gevraagd", True), ("akkoord", False)]
    assert "U vindt het goed dat de tip in het artikel staat." in client.get(done.url).text


def test_a_no_leaves_the_article_as_it_is(client: Client, asked: Adoption) -> None:
    answer(client, asked, "nee")
    assert Adoption.objects.get().state == "declined"
    assert not Tip.objects.exists()
    assert "U wilt liever geen tip." in client.get(consent_path(asked)).text


def test_a_second_click_finds_it_done(client: Client, asked: Adoption) -> None:
    answer(client, asked, "naam")
    again = answer(client, asked, "naam")
    assert again.status_code == 409
    assert "U vindt het goed dat de tip in het artikel staat." in again.text
    assert Tip.objects.count() == 1


def test_a_yes_can_be_taken_back_with_the_same_link(
    client: Client, article: Article, agreed: Adoption
) -> None:
    assert "Haal de tip uit het artikel" in client.get(consent_path(agreed)).text
    answer(client, agreed, "nee")
    assert not Tip.objects.exists()
    assert TEXT not in page_of(client, article).split('id="reacties"')[0]
    assert Adoption.objects.get().state == "declined"


@pytest.mark.parametrize("said", ["", "misschien"])
def test_an_answer_that_is_none_is_asked_again(client: Client, asked: Adoption, said: str) -> None:
    page = answer(client, asked, said)
    assert page.status_code == 422
    assert "Kies een van de antwoorden." in page.text
    assert Adoption.objects.get().state == "asked"


def test_a_stranger_has_no_say(client: Client, asked: Adoption, react: React) -> None:
    """Not with a link of another reaction, nor one that was made up."""
    other = react("Een andere.", email="kim@voorbeeld.nl")
    token = consent_path(asked).split("/")[-2]
    for path in (
        f"/reacties/{asked.comment_id}/tip/{token[:-1]}x/",
        f"/reacties/{asked.comment_id}/tip/x/",
        f"/reacties/{other.pk}/tip/{token}/",
        f"/reacties/999999/tip/{token}/",
    ):
        assert client.get(path).status_code == 404
        assert client.post(path, {"answer": "naam"}).status_code == 404
    assert Adoption.objects.get().state == "asked"


def test_another_site_cannot_answer_for_the_writer(client: Client, asked: Adoption) -> None:
    forged = client.post(
        consent_path(asked), {"answer": "naam"}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert forged.status_code == 403
    assert Adoption.objects.get().state == "asked"


def test_a_browser_behind_no_referrer_can_answer(strict: Client, asked: Adoption) -> None:
    said = strict.post(consent_path(asked), {"answer": "zonder"}, headers={"Origin": "null"})
    assert said.status_code == 302


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_nothing_else_is_done_there(client: Client, asked: Adoption, method: str) -> None:
    assert getattr(client, method)(consent_path(asked)).status_code == 405


def test_asked_again_the_former_link_is_void(client: Client, asked: Adoption, els: User) -> None:
    former = consent_path(asked)
    asked.decline()
    again = Adoption.objects.ask(asked.comment, els, "Korter.", "Rik")
    assert client.post(former, {"answer": "naam"}).status_code == 404
    answer(client, again, "naam")
    assert Tip.objects.get().text == "Korter."
    assert Mail.objects.filter(kind="adoption").count() == 2


def test_a_removed_reaction_is_not_adopted_any_more(
    client: Client, asked: Adoption, mo: User
) -> None:
    asked.comment.remove(mo, "off_topic")
    assert "Deze vraag is vervallen" in client.get(consent_path(asked)).text
    assert answer(client, asked, "naam").status_code == 409
    assert not Tip.objects.exists()
