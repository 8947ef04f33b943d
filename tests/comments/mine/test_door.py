"""Who has the link, gets in; nobody else, and no page of it is passed on or kept."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client

from comments import links
from comments.models import Comment, Writer
from mailing.models import Mail
from tests.comments.mine.conftest import Door
from tests.conftest import React

ASK = "/mijn-reacties/"


def test_the_page_tells_nobody_its_address_and_is_not_kept(client: Client, door: Door) -> None:
    answer = client.get(door())
    assert answer.status_code == 200
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in answer.text
    assert "rik@voorbeeld.nl" not in door()


@pytest.mark.parametrize("token", ["nee", "1:a:b", "1:1tXyz:abcdefghijklmnopqrstuvwxyz"])
def test_a_token_that_we_did_not_sign_opens_nothing(
    client: Client, rik: Writer, token: str
) -> None:
    answer = client.get(f"/mijn-reacties/{token}/")
    assert answer.status_code == 410
    assert "Deze link werkt niet meer." in answer.text
    assert 'name="email"' in answer.text


def test_a_link_grows_old(client: Client, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "LIFE", timedelta(seconds=-1))
    assert client.get(door()).status_code == 410


def test_a_link_of_a_writer_who_is_gone_opens_nothing(
    client: Client, door: Door, rik: Writer
) -> None:
    address = door()
    rik.delete()
    assert client.get(address).status_code == 410


@pytest.mark.parametrize("email", ["rik@voorbeeld.nl", "RIK@Voorbeeld.nl", "niemand@voorbeeld.nl"])
def test_asking_for_a_link_is_answered_the_same_for_everybody(
    client: Client, rik: Writer, email: str
) -> None:
    answer = client.post(ASK, {"email": email})
    assert (answer.status_code, answer["Location"]) == (302, "/mijn-reacties/verstuurd/")
    assert Mail.objects.count() == (0 if "niemand" in email else 1)


def test_the_link_in_the_mail_opens_the_page(client: Client, rik: Writer) -> None:
    client.post(ASK, {"email": rik.email})
    mail = Mail.objects.get()
    address = next(word for word in mail.text.split() if "/mijn-reacties/" in word)
    assert address in mail.html
    assert client.get(urlsplit(address).path).status_code == 200


def test_no_more_than_three_links_an_hour(client: Client, rik: Writer) -> None:
    for _ in range(5):
        assert client.post(ASK, {"email": rik.email}).status_code == 302
    assert Mail.objects.count() == 3


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("", "Vul uw e-mailadres in."), ("rik", "Vul een geldig e-mailadres in")],
)
def test_what_is_no_address_is_explained(
    client: Client, db: None, typed: str, sentence: str
) -> None:
    answer = client.post(ASK, {"email": typed})
    assert answer.status_code == 422
    assert sentence in answer.text


#: Every page and act: its name, and the methods it has. On the page of a writer, and on a reaction.
PAGES = {
    "mine": "GET",
    "confirm_mailbox": "POST",
    "remember": "POST",
    "forget": "POST",
    "own_data": "GET",
    "anonymise_all": "GET POST",
    "erase_all": "GET POST",
}
ON_A_REACTION = {
    "decision": "GET",
    "correct": "GET POST",
    "withdraw": "GET POST",
    "put_back": "POST",
    "anonymise": "GET POST",
    "erase": "GET POST",
}
ON_A_FOLLOW = {"confirm_follow": "POST", "stop_follow": "POST"}


@pytest.mark.parametrize(("name", "methods"), (PAGES | ON_A_REACTION | ON_A_FOLLOW).items())
def test_each_address_has_its_methods_its_headers_and_a_key(
    client: Client, door: Door, react: React, name: str, methods: str
) -> None:
    """A mail scanner follows links: what only changes something cannot be got."""
    comment = react() if name not in PAGES else None
    address = door(name, comment)
    refused = {"GET", "POST", "PUT", "DELETE"} - set(methods.split())
    for method in sorted(refused):
        answer = client.generic(method, address)
        assert answer.status_code == 405, method
        assert answer["Referrer-Policy"] == "no-referrer"
    for method in methods.split():
        stale = client.generic(method, address.replace("mijn-reacties/", "mijn-reacties/x"))
        assert stale.status_code == 410, method
        assert (stale["Referrer-Policy"], stale["X-Robots-Tag"]) == ("no-referrer", "noindex")
        assert "no-store" in stale["Cache-Control"]
    assert Comment.objects.exclude(state="published").count() == 0
    assert not client.cookies


@pytest.mark.parametrize("name", ON_A_REACTION)
def test_the_reaction_of_somebody_else_is_not_there(
    client: Client, door: Door, react: React, name: str
) -> None:
    others = react(email="iemand@voorbeeld.nl")
    for method in ON_A_REACTION[name].split():
        answer = client.generic(method, door(name, others))
        assert answer.status_code == 404, method
        assert "Deze reactie is niet of niet meer van u." in answer.text
    stored = Comment.objects.get()
    assert (stored.body, stored.name, stored.state) == (others.body, "Rik", "published")


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_on_another_site_does_nothing(
    strict: Client, door: Door, rik: Writer, site: str
) -> None:
    answer = strict.post(door("confirm_mailbox"), headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 403
    assert (
        strict.post(ASK, {"email": rik.email}, headers={"Sec-Fetch-Site": site}).status_code == 403
    )
    rik.refresh_from_db()
    assert rik.confirmed_at is None
    assert Mail.objects.count() == 0


@pytest.mark.parametrize("site", ["same-origin", ""])
def test_our_own_form_works_behind_no_referrer(
    strict: Client, door: Door, rik: Writer, site: str
) -> None:
    """A browser sends “Origin: null” then, and Django’s check once refused every act."""
    headers = {"Origin": "null", "Sec-Fetch-Site": site}
    assert strict.post(door("confirm_mailbox"), headers=headers).status_code == 302
    rik.refresh_from_db()
    assert rik.confirmed_at is not None


def test_a_text_for_a_link_that_grew_old_stays_on_the_screen(
    client: Client, door: Door, react: React, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = door("correct", react())
    monkeypatch.setattr(links, "LIFE", timedelta(seconds=-1))
    answer = client.post(address, {"body": "Beter <b>zo</b>."})
    assert answer.status_code == 410
    assert "Wat u schreef, is niet bewaard." in answer.text
    assert "Beter &lt;b&gt;zo&lt;/b&gt;." in answer.text


@pytest.mark.parametrize("method", ["put", "delete"])
def test_asking_has_no_other_methods(client: Client, db: None, method: str) -> None:
    assert getattr(client, method)(ASK).status_code == 405
    assert client.post("/mijn-reacties/verstuurd/").status_code == 405


def test_asking_leaves_nothing_in_the_browser(client: Client, rik: Writer) -> None:
    client.get(ASK)
    client.post(ASK, {"email": rik.email}, follow=True)
    assert not client.cookies
