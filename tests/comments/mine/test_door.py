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


@pytest.mark.parametrize("name", ["confirm_mailbox", "remember", "forget"])
def test_an_act_on_the_page_is_no_get(client: Client, door: Door, name: str) -> None:
    """Mail scanners follow links."""
    assert client.get(door(name)).status_code == 405


@pytest.mark.parametrize("name", ["correct", "withdraw"])
def test_the_reaction_of_somebody_else_is_not_there(
    client: Client, door: Door, react: React, name: str
) -> None:
    others = react(email="iemand@voorbeeld.nl")
    assert client.get(door(name, others)).status_code == 404
    assert client.post(door(name, others), {"body": "Van mij."}).status_code == 404
    assert Comment.objects.get().body == others.body
