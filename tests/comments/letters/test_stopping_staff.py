"""Who works here stops a mail as a reader does: from the mail itself, in one click."""

import pytest
from django.core.signing import Signer
from django.test import Client

from accounts.models import MailPace, User
from comments.models import Comment, Discussion
from comments.stopping import staff_stop_url
from mailing.message import message_of
from mailing.models import Mail
from pages.models import Publication
from tests.comments.letters.conftest import kinds
from tests.conftest import React

#: What mail programs send (RFC 8058).
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def judge(mo: User) -> User:
    """mo, who hears of every reaction at once."""
    mo.email, mo.mail_to_moderate, mo.mail_own_articles = "mo@voorbeeld.nl", "at_once", "daily"
    mo.save()
    return mo


@pytest.fixture
def browser() -> Client:
    """As it is: its forms need a token, where there is one."""
    return Client(enforce_csrf_checks=True)


def path_of(user: User, about: str = "mail_to_moderate") -> str:
    return staff_stop_url(user, about).removeprefix("http://testserver")


def arrive(discussion: Discussion) -> None:
    discussion.post(Comment(body="Dat herken ik.", name="Rik", email="rik@voorbeeld.nl"))


def test_a_mail_to_staff_says_where_it_can_be_stopped(judge: User, discussion: Discussion) -> None:
    arrive(discussion)
    mail = Mail.objects.get(to="mo@voorbeeld.nl")
    headers = message_of(mail, Publication.current()).extra_headers
    assert headers["List-Unsubscribe"] == f"<http://testserver{path_of(judge)}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_the_mail_program_stops_it_in_one_post(
    browser: Client, judge: User, discussion: Discussion
) -> None:
    for _click in range(2):
        assert browser.post(path_of(judge), ONE_CLICK).status_code == 200
    judge.refresh_from_db()
    assert judge.mail_to_moderate == MailPace.NEVER
    assert judge.mail_own_articles == MailPace.DAILY
    arrive(discussion)
    assert kinds("mo@voorbeeld.nl") == []


def test_looking_stops_nothing(browser: Client, judge: User) -> None:
    page = browser.get(path_of(judge))
    assert page.status_code == 200
    assert "Stop deze mail" in page.text
    assert "Mail over reacties om te beoordelen." in page.text
    judge.refresh_from_db()
    assert judge.mail_to_moderate == MailPace.AT_ONCE
    stopped = browser.post(path_of(judge))
    assert "U krijgt hier geen mail meer over." in stopped.text
    assert "Stop deze mail" not in stopped.text


def test_the_address_is_a_secret(browser: Client, judge: User) -> None:
    response = browser.get(path_of(judge))
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in response.headers["Cache-Control"]
    assert "mo@voorbeeld.nl" not in response.text


@pytest.mark.parametrize(
    "token",
    [
        "1-mail_to_moderate",
        "1-mail_to_moderate:vals",
        Signer(salt="comments.stop").sign("1-mail_to_moderate"),
        Signer(salt="comments.stop.staff").sign("999999-mail_to_moderate"),
    ],
)
def test_another_address_stops_nothing(browser: Client, judge: User, token: str) -> None:
    assert browser.post(f"/post/stoppen/redactie/{token}/", ONE_CLICK).status_code == 404
    judge.refresh_from_db()
    assert judge.mail_to_moderate == MailPace.AT_ONCE


def test_only_looking_and_stopping_can_be_done(browser: Client, judge: User) -> None:
    assert browser.put(path_of(judge)).status_code == 405


def test_the_author_of_an_article_stops_something_else(
    ada: User, react: React, browser: Client
) -> None:
    ada.email, ada.mail_own_articles = "ada@voorbeeld.nl", MailPace.AT_ONCE
    ada.save()
    react()
    mail = Mail.objects.get(to="ada@voorbeeld.nl", kind="author_reaction")
    assert browser.post(mail.stop_url.removeprefix("http://testserver"), ONE_CLICK)
    ada.refresh_from_db()
    assert ada.mail_own_articles == MailPace.NEVER
