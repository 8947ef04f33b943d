"""One click, without an account: no more mail about this."""

import re

import pytest
from django.core.signing import Signer
from django.test import Client

from comments.models import Comment, Discussion, Follow, Writer
from comments.stopping import stop_url
from tests.comments.letters.conftest import Followed, kinds
from tests.conftest import React

#: What mail programs send (RFC 8058).
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def path_of(follow: Follow) -> str:
    return stop_url(follow).removeprefix("http://testserver")


@pytest.fixture
def browser() -> Client:
    """As it is: its forms need a token, where there is one."""
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize("about", ["discussion", "conversation", "articles"])
def test_looking_stops_nothing_and_pressing_does(
    browser: Client, follow: Followed, react: React, discussion: Discussion, about: str
) -> None:
    what: dict[str, Discussion | Comment | None] = {
        "discussion": discussion,
        "conversation": react(),
        "articles": None,
    }
    one = follow(what[about])
    page = browser.get(path_of(one))
    assert page.status_code == 200
    assert "Stop deze mail" in page.text
    assert ("‘Aan de balie’" in page.text) is (about != "articles")
    assert one in Follow.objects.active()
    stopped = browser.post(path_of(one))
    assert stopped.status_code == 200
    assert "U krijgt hier geen mail meer over." in stopped.text
    assert one not in Follow.objects.active()


def test_the_mail_program_stops_it_in_one_post(
    browser: Client, follow: Followed, react: React, discussion: Discussion
) -> None:
    one = follow(discussion)
    assert browser.post(path_of(one), ONE_CLICK).status_code == 200
    one.refresh_from_db()
    first = one.ended_at
    assert browser.post(path_of(one), ONE_CLICK).status_code == 200  # the second click
    one.refresh_from_db()
    assert first == one.ended_at
    react()
    assert kinds("kim@voorbeeld.nl") == []
    assert "U krijgt hier geen mail meer over." in browser.get(path_of(one)).text


def test_only_this_one_stops(browser: Client, follow: Followed, discussion: Discussion) -> None:
    one, other = follow(discussion), follow()
    browser.post(path_of(one))
    assert list(Follow.objects.active()) == [other]


def test_the_address_is_kept_to_whom_it_was_sent(
    browser: Client, follow: Followed, discussion: Discussion
) -> None:
    for response in (browser.get(path_of(follow(discussion))), browser.get(path_of(follow()))):
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert "no-store" in response.headers["Cache-Control"]
        assert "noindex" in response.headers["X-Robots-Tag"]
        assert not response.cookies
        assert not re.search(r"kim@", response.text)


@pytest.mark.parametrize("token", ["1", "1:abc", "x" * 500, "1:1vNQp2:" + "x" * 43, "%00"])
def test_a_made_up_address_stops_nothing(browser: Client, follow: Followed, token: str) -> None:
    one = follow()
    for response in (
        browser.get(f"/post/stoppen/{token}/"),
        browser.post(f"/post/stoppen/{token}/"),
    ):
        assert response.status_code == 404
        assert "Deze link werkt niet meer." in response.text
    assert one in Follow.objects.active()


def test_a_key_for_something_else_is_no_key_here(
    browser: Client, follow: Followed, kim: Writer
) -> None:
    one = follow()
    for salt in ("comments.mine", "comments.standing"):
        token = Signer(salt=salt).sign(str(one.pk))
        assert browser.post(f"/post/stoppen/{token}/").status_code == 404
    gone = path_of(one)
    one.delete()
    assert browser.post(gone).status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_no_other_method_does_anything(browser: Client, follow: Followed, method: str) -> None:
    assert getattr(browser, method)(path_of(follow())).status_code == 405
    assert Follow.objects.active().count() == 1
