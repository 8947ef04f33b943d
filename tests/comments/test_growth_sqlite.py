"""SQLite does not say how many rows it read. It says by which index: never without one."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import F
from django.db.models.functions import Mod
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from bench.load import load
from comments.links import page_of
from comments.models import Comment, Decision, Notice, Writer
from tests.conftest import SignIn

pytestmark = [pytest.mark.sqlite, pytest.mark.django_db]

QUEUES = ["pending", "gemeld", "ongelezen", "refused", "spam", "alle", "published", "removed"]
#: What grows with the reactions.
TABLES = r"comments_(?:comment|decision|notice|follow|writer)|mailing_mail"


@pytest.fixture
def full(db: None) -> Article:
    """One of twenty articles with two hundred reactions each, in every state."""
    load(20, 4_000, 1, lambda _said: None)
    numbered = Comment.objects.annotate(part=Mod(F("number"), 50))
    for part, state in enumerate(("pending", "spam", "removed", "refused")):
        numbered.filter(part=part).update(state=state)
    numbered.exclude(part__in=(3, 4)).update(read_at=timezone.now())
    some = numbered.filter(part=4)
    Decision.objects.bulk_create(
        Decision(discussion_id=one.discussion_id, comment=one, rule="judge", verb="judge")
        for one in numbered.filter(part__lt=9)
    )
    Notice.objects.bulk_create(
        Notice(reference=f"M-{one.pk}", kind="rules", comment=one, snapshot="Iets.", state=state)
        for one, state in zip(some, ["received", *["decided"] * some.count()], strict=False)
    )
    Writer.objects.bulk_create(Writer(email=f"lezer{n}@voorbeeld.nl") for n in range(1, 200))
    call_command("optimize")
    return Article.objects.get(slug="bench-7")


def test_readers_pages_are_found_by_an_index(full: Article, client: Client) -> None:
    page, last = full.get_absolute_url(), Comment.objects.published().latest("pk")
    writer = Writer.objects.of(last.email)
    writer.confirm(timezone.now())
    addresses = [
        *("/", page, f"{page}?reacties=2", f"{page}?volgorde=nieuwste", f"{page}reageren/?op=4"),
        *(f"{page}reacties/?na=4", f"/reacties/{last.pk}/melden/", "/feeds/artikelen.atom"),
        *("/feeds/reacties.atom", f"/feeds/artikelen/{full.slug}/reacties.atom"),
        *("/zoeken/?q=gemeente", last.get_absolute_url()),
        page_of(writer).removeprefix("http://testserver"),
    ]
    for address in addresses:
        assert without_an_index(client, address) == [], address


def test_lists_of_the_desk_are_found_by_an_index(
    full: Article, sign_in: SignIn, mo: User, admin_client: Client
) -> None:
    desk = sign_in(mo)
    lists = [f"comment/?staat={queue}" for queue in QUEUES]
    narrowed = [f"comment/?staat=alle&{one}" for one in ("onderwerp=1", "van=2012-01-01", "p=2")]
    others = ("discussion/", "notice/", "notice/?staat=alle", "comment/mijn-besluiten/")
    ones = (f"comment/{full.pk}/change/", f"discussion/{full.pk}/change/")
    for address in ("", *lists, *narrowed, *others, *ones):
        page = f"/beheer/comments/{address}" if address else "/beheer/"
        assert without_an_index(desk, page) == [], address
    for address in ("mailing/mail/", "mailing/mail/?staat=vast", "comments/writer/"):
        assert without_an_index(admin_client, f"/beheer/{address}") == [], address


def test_the_test_sees_what_has_no_index(full: Article) -> None:
    with listening() as asked:
        Comment.objects.filter(body="Iets anders.").first()
    assert len(scans(asked)) == 1


def without_an_index(client: Client, address: str) -> list[str]:
    with listening() as asked:
        assert client.get(address).status_code in {200, 302}, address
    return scans(asked)


@contextmanager
def listening() -> Iterator[list[tuple[str, Any]]]:
    """Each query with its values apart, as SQLite gets them: a plan can depend on that."""
    asked: list[tuple[str, Any]] = []

    def hear(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(hear):
        yield asked


def scans(asked: list[tuple[str, Any]]) -> list[str]:
    """The queries that read a whole table of these, in no order that an index has."""
    return [sql for sql, params in asked if sql.startswith("SELECT") and _scans(sql, params)]


def _scans(sql: str, params: Any) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        steps = [str(step[3]) for step in cursor.fetchall()]
    growing = {
        name
        for found in re.finditer(rf'"({TABLES})"(?: "?(\w\d+)"?)?', sql)
        for name in found.groups()
    }
    scanned = [
        found[1]
        for step in steps
        if (found := re.fullmatch(r"SCAN (\w+)(?: .*)?", step)) and "INDEX" not in step
    ]
    return not growing.isdisjoint(scanned)
