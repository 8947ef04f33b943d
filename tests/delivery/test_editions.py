"""Which changes begin a new edition of what, whoever makes them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection, transaction

from accounts.models import User
from articles.models import Article, Tip
from comments.models import Comment, Discussion, Policy
from comments.models.decision import Reason
from delivery.editions import forget_connection, stamp_of
from delivery.models import Edition
from delivery.shown import declared
from delivery.triggers import installed, missing
from pages.models import Publication
from tests.conftest import React, first_visit
from tests.delivery.behind_the_cache import AT_THE_END

pytestmark = pytest.mark.django_db(transaction=AT_THE_END)

PAGE, OTHER = "/artikelen/aan-de-balie/", "/artikelen/elders/"


def editions() -> dict[str, int]:
    return dict(Edition.objects.values_list("name", "number"))


def renewed(change: Callable[[], object]) -> set[str]:
    """The editions that another begins of."""
    before = editions()
    change()
    return {name for name, number in editions().items() if before.get(name) != number}


@pytest.fixture
def comment(react: React) -> Comment:
    first_visit()
    return react()


def test_every_trigger_is_there_after_migrating() -> None:
    assert missing(connection) == []
    assert set(installed(connection).values()) == {s.table for s in declared()}


@pytest.mark.django_db(transaction=True)
def test_tables_that_were_made_anew_keep_their_triggers() -> None:
    call_command("migrate", "accounts", "0002", verbosity=0)
    assert missing(connection)  # on the table that lacks a column
    call_command("migrate", verbosity=0)
    assert missing(connection) == []


@pytest.mark.django_db(transaction=True)
def test_looking_at_what_would_be_migrated_changes_nothing() -> None:
    assert renewed(lambda: call_command("migrate", plan=True, verbosity=0)) == set()
    assert missing(connection) == []


@pytest.mark.django_db(transaction=True)
def test_a_migration_renews_everything() -> None:
    assert renewed(lambda: call_command("migrate", verbosity=0)) == {"site"}


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        (lambda one, mo: one.remove(mo, Reason.OFFENSIVE), {PAGE, "reactions"}),
        (lambda one, mo: one.redact(mo, "herken"), {PAGE, "reactions"}),
        (lambda one, mo: one.withdraw(), {PAGE, "reactions"}),
        (lambda one, mo: one.feature(mo), {PAGE, "reactions"}),
        (lambda one, mo: one.discussion.close(mo, "Dank."), {PAGE, "reactions"}),
        (lambda one, mo: one.discussion.hide(mo), {PAGE, "reactions"}),
        (lambda one, mo: one.discussion.slow_down(mo, 5), set()),
        (lambda one, mo: Comment.objects.update(name="Riet"), {PAGE, "reactions"}),
        (lambda one, mo: Comment.objects.update(name="Rik"), set()),
        (lambda one, mo: Comment.objects.update(read_at=None, email="r@voorbeeld.nl"), set()),
        (lambda one, mo: Article.objects.update(title="Nieuw"), {"site"}),
        (lambda one, mo: Tip.objects.create(parent_id=one.discussion_id, ordering=1), {"site"}),
        (lambda one, mo: Policy.objects.update(closes_after_days=1), {"site"}),
        (lambda one, mo: Publication.objects.create(line="Anders."), {"site"}),
        (lambda one, mo: User.objects.update(last_name="Anders"), {"site"}),
        (lambda one, mo: User.objects.update(password="x", last_login=None), set()),
        (lambda one, mo: mo.groups.clear(), {"site"}),
    ],
)
def test_what_a_change_renews(
    comment: Comment, mo: User, verb: Callable[[Comment, User], object], expected: set[str]
) -> None:
    assert renewed(lambda: verb(comment, mo)) == expected


def test_what_nobody_sees_renews_nothing(comment: Comment, react: React, mo: User) -> None:
    waiting: list[Comment] = []
    assert renewed(lambda: waiting.append(react("Wacht.", approved=False))) == set()
    assert renewed(lambda: waiting[0].refuse(mo, Reason.OFFENSIVE)) == set()
    assert renewed(lambda: waiting[0].approve(mo)) == {PAGE, "reactions"}


def test_the_first_who_waits_somewhere_renews_nothing(article: Article) -> None:
    first_visit()
    discussion = Discussion(article=article)
    waiting = Comment(name="Rik", email="rik@voorbeeld.nl", body="Dag.")
    assert renewed(lambda: discussion.post(waiting)) == set()


def test_a_discussion_that_begins_closed_shows(article: Article) -> None:
    closed = Discussion(article=article, opening=Discussion.Opening.CLOSED)
    assert renewed(closed.save) == {PAGE, "reactions"}


def test_a_reaction_that_moves_renews_both_pages(
    comment: Comment, publish: Callable[..., Article]
) -> None:
    other = publish("Elders")
    Discussion.objects.begin_for([other])
    moved = Comment.objects.filter(pk=comment.pk)
    assert renewed(lambda: moved.update(discussion=other.pk)) == {PAGE, OTHER, "reactions"}


def test_what_is_taken_back_renews_nothing(comment: Comment) -> None:
    def in_vain() -> None:
        with transaction.atomic():
            Comment.objects.update(name="Riet")
            Article.objects.update(title="Nieuw")
            transaction.set_rollback(True)

    assert renewed(in_vain) == set()


WRITTEN = "SELECT n_tup_upd FROM pg_stat_xact_user_tables WHERE relname = 'delivery_edition'"


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_change_of_many_rows_writes_each_edition_once(react: React) -> None:
    """A hundred thousand rows in one transaction took minutes: each passed by all before it."""
    for n in range(20):
        react(f"Ook {n}.")
    with transaction.atomic(), connection.cursor() as cursor:
        before = cursor.execute(WRITTEN).fetchone()
        Comment.objects.update(name="Riet")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        after = cursor.execute(WRITTEN).fetchone()
    assert after[0] - before[0] == 2  # of the page, and of reactions anywhere


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_changes_at_the_same_time_do_not_wait_for_each_other(
    comment: Comment, publish: Callable[..., Article]
) -> None:
    """Until the first of them ends. On SQLite there is one at a time."""
    other = publish("Elders")
    with transaction.atomic():
        Comment.objects.update(name="Riet")
        with ThreadPoolExecutor(1) as somebody:
            somebody.submit(rename, other).result(timeout=20)
    assert Comment.objects.get().name == "Riet"


def rename(article: Article) -> None:
    try:
        Article.objects.filter(pk=article.pk).update(title="Heel ergens anders")
    finally:
        connection.close()


# --- Asking for them ------------------------------------------------------------------------------


def test_a_stamp_is_of_the_editions_that_are_named_and_there(article: Article) -> None:
    article.save()
    rows = Edition.objects.order_by("name").values_list("name", "number")
    assert {name for name, _number in rows} >= {"site"}
    assert stamp_of(("site",)) == tuple(rows.filter(name="site"))
    Edition.objects.create(name=PAGE, number=-(2**62))
    assert stamp_of(("site", PAGE)) == tuple(rows.filter(name__in=["site", PAGE]))
    assert len(stamp_of(("site", PAGE))) == 2
    assert stamp_of(("site", "/artikelen/één/")) == stamp_of(("site",))


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_server_that_hung_up_is_an_error_of_the_driver_and_then_forgotten() -> None:
    Edition.objects.update_or_create(name="site", defaults={"number": 7})
    before = stamp_of(("site",))
    pid = connection.connection.info.backend_pid
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 60000)", [pid])  # waits until it is gone
    other.close()
    with pytest.raises(psycopg.Error):
        stamp_of(("site",))
    forget_connection()
    assert stamp_of(("site",)) == before == (("site", 7),)
