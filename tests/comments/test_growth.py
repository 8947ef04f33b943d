"""No page reads more because there is more: PostgreSQL says what it read, among a million."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from bench.load import load
from comments import outcomes
from comments.judging.records import Records
from comments.links import page_of
from comments.models import Comment, Discussion, Follow, Notice, Policy, Writer
from desk.counting import MOST_COUNTED
from mailing.models import Mail, State
from tests.comments.many import react_a_lot, scans
from tests.conftest import SignIn

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db]  # SQLite does not say what it read

ARTICLES = 100
#: A page of reactions, and what stands above and beside it.
FEW = 200
QUEUES = ["pending", "gemeld", "ongelezen", "refused", "spam", "alle", "published", "removed"]


@pytest.fixture(scope="module")
def million(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A hundred articles with ten thousand reactions each: made once, and never committed."""
    with django_db_blocker.unblock(), transaction.atomic():
        User.objects.create_user("mo-van-vroeger", is_staff=True)
        load(ARTICLES, ARTICLES, 1, lambda _said: None)
        Comment.objects.all().delete()
        react_a_lot()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def full(million: None, db: None) -> Article:
    """One of those articles."""
    return Article.objects.get(slug="bench-22")


def test_readers_pages_read_a_pageful_of_reactions(full: Article, client: Client) -> None:
    page, last = full.get_absolute_url(), Comment.objects.published().latest("pk")
    addresses = [
        *("/", page, f"{page}?reacties=20", f"{page}?volgorde=nieuwste", f"{page}reageren/?op=4"),
        *(f"{page}reacties/?na=4", f"/reacties/{last.pk}/melden/", "/feeds/artikelen.atom"),
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
    comment = Comment.objects.waiting().first()
    assert comment
    lists = [f"comment/?staat={queue}" for queue in QUEUES]
    others = ("discussion/", "discussion/?reageren=open", "notice/", "notice/?staat=alle")
    ones = (f"comment/{comment.pk}/change/", f"discussion/{full.pk}/change/", "comment/")
    for address in (
        "",
        *lists,
        *others,
        *ones,
        "comment/?staat=alle&p=9",
        "comment/mijn-besluiten/",
    ):
        ask = partial(_ask, desk, f"/beheer/comments/{address}" if address else "/beheer/")
        assert scans(ask, MOST_COUNTED + FEW) == [], address
    # Where a day leaves many, PostgreSQL may count them in the table rather than by an index.
    since = partial(_ask, desk, "/beheer/comments/comment/?staat=alle&van=2026-01-01")
    assert scans(since, 10 * MOST_COUNTED) == []
    assert "10.000+" in desk.get("/beheer/comments/comment/").text


def test_the_desk_looks_for_words_in_the_newest_ones(
    full: Article, sign_in: SignIn, mo: User
) -> None:
    desk = sign_in(mo)
    oldest = Comment.objects.published().earliest("created_at")
    for words in ("herken", "bestaat-niet", oldest.email):
        for queue in ("pending", "alle"):
            ask = partial(_ask, desk, f"/beheer/comments/comment/?staat={queue}&q={words}")
            assert scans(ask, 2 * MOST_COUNTED + FEW) == [], (words, queue)
    page = desk.get("/beheer/comments/comment/", {"staat": "alle", "q": oldest.email})
    assert oldest in [item.comment for item in page.context["items"]]
    assert "10.000 nieuwste reacties" in page.text


def test_lists_of_mail_and_of_mailboxes_are_as_short(full: Article, admin_client: Client) -> None:
    mails = [f"mailing/mail/?staat={state}" for state in ("", "vast", *State.values)]
    looked = ("mailing/mail/?q=Ontvangen", "mailing/mail/?q=lezer7@voorbeeld.nl")
    mailboxes = ("", "?q=lezer7", "?q=lezer49999@voorbeeld.nl")
    for address in (*mails, *looked, *(f"comments/writer/{one}" for one in mailboxes)):
        ask = partial(_ask, admin_client, f"/beheer/{address}")
        assert scans(ask, MOST_COUNTED + FEW) == [], address


def test_what_is_done_on_the_clock_reads_what_it_is_about(full: Article) -> None:
    now = timezone.now()
    long_ago = now - timedelta(days=183)
    someone = Writer.objects.latest("pk").email
    kept = Comment.objects.taken_away().order_by("pk").values_list("pk", flat=True)[:FEW]
    published = Comment.objects.published().latest("pk")
    jobs: list[Callable[[], object]] = [
        lambda: Records.of([someone], now),
        outcomes.waiting_time,
        lambda: list(kept),
        Comment.objects.outlived(long_ago).filter(pk__in=kept).count,
        Follow.objects.unanswered(now).count,
        Notice.objects.over(now - timedelta(days=731)).count,
        Mail.objects.over(long_ago).count,
        lambda: list(Mail.objects.due(now).order_by("pk").values_list("pk")),
        lambda: list(Discussion.objects.closed_by_the_clock(now - timedelta(days=2), now)),
        lambda: Discussion.objects.open_at(now, Policy.get_solo()).count(),
        lambda: list(Follow.objects.to_tell_of(published)),
        lambda: list(Follow.objects.active().filter(pace="daily").behind(now - timedelta(days=1))),
    ]
    for number, job in enumerate(jobs):
        assert scans(job, MOST_COUNTED) == [], number


def test_the_test_sees_what_reads_all(full: Article) -> None:
    everything: Callable[[], object] = Comment.objects.filter(body="Iets anders.").first
    assert len(scans(everything, MOST_COUNTED)) == 1


def _ask(client: Client, address: str) -> None:
    assert client.get(address).status_code in {200, 302}, address


def _mine(email: str) -> str:
    writer = Writer.objects.of(email)
    writer.confirm(timezone.now())
    return page_of(writer).removeprefix("http://testserver")
