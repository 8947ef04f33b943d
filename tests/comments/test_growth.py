"""No page reads more reactions because there are more of them: PostgreSQL says what it read."""

from collections.abc import Callable
from functools import partial

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from bench.load import load
from comments.links import page_of
from comments.models import Comment, Writer
from comments.models.queues import MOST_COUNTED
from tests.comments.many import react_a_lot, scans
from tests.conftest import SignIn

pytestmark = pytest.mark.postgresql  # SQLite does not say how many rows it read

ARTICLES = 100
#: A page of reactions, and what stands above and beside it.
FEW = 200
QUEUES = ["pending", "gemeld", "ongelezen", "refused", "spam", "alle", "published", "removed"]


@pytest.fixture
def full(db: None) -> Article:
    """One of a hundred articles with two thousand reactions each."""
    load(ARTICLES, ARTICLES, 1, lambda _said: None)
    Comment.objects.all().delete()
    react_a_lot()
    return Article.objects.get(slug="bench-22")


def test_readers_pages_read_a_pageful_of_reactions(full: Article, client: Client) -> None:
    page, last = full.get_absolute_url(), Comment.objects.published().latest("pk")
    addresses = [
        *("/", page, f"{page}?reacties=20", f"{page}?volgorde=nieuwste", f"{page}reageren/?op=4"),
        *("/feeds/reacties.atom", f"/feeds/artikelen/{full.slug}/reacties.atom"),
        *("/zoeken/?q=gemeente", last.get_absolute_url(), _mine(last.email)),
    ]
    for address in addresses:
        assert scans(partial(_ask, client, address), FEW) == [], address


def test_a_reaction_is_stored_as_fast_among_many(
    full: Article, client: Client, form_data: dict[str, str]
) -> None:
    form = f"{full.get_absolute_url()}reageren/?op=4"
    assert scans(lambda: client.post(form, form_data), FEW) == []
    assert Comment.objects.latest("pk").email == form_data["email"]


def test_the_desk_counts_no_further_than_it_shows(full: Article, sign_in: SignIn, mo: User) -> None:
    desk = sign_in(mo)
    lists = [f"comments/comment/?staat={queue}" for queue in QUEUES]
    for address in ("", "comments/discussion/", *lists):
        ask = partial(_ask, desk, f"/beheer/{address}")
        assert scans(ask, MOST_COUNTED + FEW) == [], address
    assert "10.000+" in desk.get("/beheer/comments/comment/").text


def test_the_test_sees_what_reads_all(full: Article) -> None:
    everything: Callable[[], object] = Comment.objects.filter(body="Iets anders.").first
    assert len(scans(everything, MOST_COUNTED)) == 1


def _ask(client: Client, address: str) -> None:
    assert client.get(address).status_code in {200, 302}, address


def _mine(email: str) -> str:
    writer = Writer.objects.of(email)
    writer.confirm(timezone.now())
    return page_of(writer).removeprefix("http://testserver")
