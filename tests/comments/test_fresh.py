"""What somebody decides shows at once, wherever reactions show; what waits shows nowhere."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Decision
from comments.models.decision import Reason
from tests.conftest import React


def places(article: Article) -> dict[str, str]:
    """By what they are, the addresses of the pages on which its reactions show."""
    page = article.get_absolute_url()
    return {"front": "/", "article": page, "newest first": f"{page}?volgorde=nieuwste"}


def refuse(comment: Comment, by: User) -> None:
    comment.remove(by, Reason.LEGAL)


def redact(comment: Comment, by: User) -> None:
    comment.redact(by, "bijzonders")


def withdraw(comment: Comment, by: User) -> None:
    comment.withdraw()


def erase(comment: Comment, by: User) -> None:
    comment.erase()


def hide(comment: Comment, by: User) -> None:
    comment.discussion.hide(by)


@pytest.mark.parametrize("act", [refuse, redact, withdraw, erase, hide])
def test_what_is_decided_is_on_the_next_page_that_is_asked_for(
    client: Client, react: React, mo: User, act: Callable[[Comment, User], None]
) -> None:
    comment = react("Iets bijzonders.", approved=False)
    shown = places(comment.discussion.article)
    before = {name: client.get(url) for name, url in shown.items()}
    assert not any("bijzonders" in page.text for page in before.values())
    comment.approve(mo)
    since = {name: client.get(url) for name, url in shown.items()}
    assert all("bijzonders" in page.text for page in since.values())
    act(comment, mo)
    after = {name: client.get(url) for name, url in shown.items()}
    assert not any("bijzonders" in page.text for page in after.values())


def test_who_has_the_page_of_before_is_not_told_that_nothing_changed(
    react: React, mo: User
) -> None:
    waiting = react("Iets bijzonders.", approved=False)
    url = waiting.discussion.article.get_absolute_url()
    first = Client().get(url)
    known = {"If-Modified-Since": "Wed, 01 Jan 2200 00:00:00 GMT"}
    if "ETag" in first.headers:
        known = {"If-None-Match": first.headers["ETag"]}
    waiting.approve(mo)
    answer = Client(headers=known).get(url)
    assert answer.status_code == 200
    assert "Iets bijzonders." in answer.text


def test_what_waits_changes_nothing_for_others(client: Client, react: React) -> None:
    react("Te zien.")
    shown = places(Article.objects.get())
    before = {name: client.get(url).content for name, url in shown.items()}
    react("Wacht.", approved=False)
    assert {name: client.get(url).content for name, url in shown.items()} == before


def test_closing_and_opening_show_at_once(client: Client, react: React, mo: User) -> None:
    discussion = react().discussion
    url = discussion.article.get_absolute_url()
    assert "Geef een reactie" in client.get(url).text
    discussion.close(mo, "Dank u wel.")
    page = client.get(url).text
    assert "Geef een reactie" not in page
    assert "Dank u wel." in page
    discussion.reopen(mo)
    page = client.get(url).text
    assert "Geef een reactie" in page
    assert "Dank u wel." not in page


def test_time_alone_closes_too(client: Client, react: React, mo: User) -> None:
    """There is no job that could fail to run."""
    discussion = react().discussion
    url, decisions = discussion.article.get_absolute_url(), Decision.objects.count()
    type(discussion).objects.filter(pk=discussion.pk).update(closes_at=timezone.now())
    assert "Reageren is gesloten." in client.get(url).text
    assert Decision.objects.count() == decisions
