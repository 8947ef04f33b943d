"""One site with everything in it, and the pages of it that stand for all others."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from accounts.models import User
from articles.models import Article
from comments.judging.ruling import Finding, Ruling, Verdict
from comments.links import page_of
from comments.models import Comment, Discussion, Writer
from pages.models import AccessibilityStatement, ContactPage, HouseRules, PrivacyStatement
from tests.conftest import Publish
from tests.pages.conftest import Fill

MAINTAINED: Final = (AccessibilityStatement, ContactPage, HouseRules, PrivacyStatement)


def submit(page: Page) -> None:
    """An empty form: every field that must be filled in has its fault."""
    page.get_by_role("button", name="Reactie plaatsen").click()
    page.get_by_role("alert").wait_for()


@dataclass(frozen=True)
class Place:
    """A page; what it answers, and what is done on it before anybody looks."""

    address: str
    status: int = 200
    then: Callable[[Page], None] = lambda page: None


@dataclass(frozen=True)
class Site:
    """`moderator` may open the places of the `desk`; everybody those of the `readers`."""

    article: Article
    closed: Article
    waiting: Comment
    moderator: User
    readers: dict[str, Place]
    desk: dict[str, Place]


@pytest.fixture
def closed_article(publish: Publish, els: User) -> Article:
    """Its discussion ended with a closing word that names a reaction."""
    closed = publish("Een rij op zaterdag")
    Discussion.objects.begin_for([closed])
    discussion = Discussion.objects.get(pk=closed.pk)
    discussion.post(Comment(name="Noor", email="noor@voorbeeld.nl", body="Kom op dinsdag."))
    Comment.objects.get(discussion=discussion).approve(els)
    discussion.close(els, "Dank voor alle reacties.\n\nWat in reactie 1 staat, gaan wij doen.")
    return closed


@pytest.fixture
def waiting(discussion: Discussion, deep_thread: list[Comment]) -> Comment:
    """Held for a word, that the desk marks; after one that just waits for somebody to read it."""
    kim = {"name": "Kim", "email": "kim@voorbeeld.nl"}
    discussion.post(Comment(body="Dat klopt, ik belde ook.", **kim))
    comment = Comment(name="Sem", email="sem@voorbeeld.nl", body="Win met **gokken**!")
    facts = (("rule", "gok*"), ("field", "body"), ("matched", "gokken"))
    discussion.post(comment, ruling=Ruling((Finding("word", Verdict.HOLD, facts),)))
    Writer.objects.of(comment.email)  # a worker does, when it asks the mailbox
    return comment


@pytest.fixture
def site(
    rich_article: Article, closed_article: Article, waiting: Comment, fill: Fill, els: User
) -> Site:
    """Articles with an open and a closed discussion, and every page that editors maintain."""
    for kind in MAINTAINED:
        page = kind.the_one()
        fill(page)
        page.publish(els)
    readers = readers_places(rich_article.get_absolute_url(), closed_article)
    return Site(rich_article, closed_article, waiting, els, readers, desk(rich_article, waiting))


def readers_places(article: str, closed: Article) -> dict[str, Place]:
    report = Comment.objects.visible().earliest("pk").pk
    return {
        "front": Place("/"),
        "article": Place(article),
        "closed": Place(closed.get_absolute_url()),
        "form": Place(f"{article}reageren/?op=1"),
        "form with faults": Place(f"{article}reageren/", then=submit),
        "outcome": Place(f"{article}?uitkomst=wacht#uitkomst"),
        "topic": Place("/onderwerpen/participatie/"),
        "search": Place("/zoeken/?q=balie"),
        "rules": Place("/huisregels/"),
        "contact": Place("/contact/"),
        "privacy": Place("/privacy/"),
        "accessibility": Place("/toegankelijkheid/"),
        "report": Place(f"/reacties/{report}/melden/wet/"),
        "mine": Place(urlsplit(page_of(Writer.objects.of("rik@voorbeeld.nl"))).path),
        "not found": Place("/bestaat-niet/", 404),
    }


def desk(article: Article, waiting: Comment) -> dict[str, Place]:
    return {
        "desk": Place("/beheer/"),
        "queue": Place("/beheer/comments/comment/"),
        "item": Place(f"/beheer/comments/comment/{waiting.pk}/change/"),
        "editor": Place(f"/beheer/articles/article/{article.pk}/change/"),
        "closing": Place(f"/beheer/comments/discussion/{article.pk}/sluiten/"),
    }


def go(page: Page, place: Place) -> None:
    """Open it, and see that it is the page that was meant."""
    answer = page.goto(place.address)
    assert answer
    assert answer.status == place.status, place.address
    place.then(page)
