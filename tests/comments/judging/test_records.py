"""What of a writer's past counts, and what it costs to know."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from comments.judging.facts import Facts, Record, Sending
from comments.judging.gathering import facts_about
from comments.models import Comment, Discussion, WordRule, Writer
from comments.models.decision import Reason
from tests.conftest import Publish, React


def about(discussion: Discussion, **fields: Any) -> Facts:
    data = {"body": "Nog iets.", "name": "Rik", "email": "rik@voorbeeld.nl", **fields}
    return facts_about(Comment(discussion=discussion, **data), Sending(), timezone.now())


def ago(comment: Comment, **past: int) -> Comment:
    """As if it was written so long ago."""
    Comment.objects.filter(pk=comment.pk).update(created_at=timezone.now() - timedelta(**past))
    return comment


def test_who_was_never_here_has_no_record(discussion: Discussion) -> None:
    assert about(discussion).record == Record()


def test_what_was_published_counts_however_long_ago(discussion: Discussion, react: React) -> None:
    ago(react("Een."), days=300)
    ago(react("Twee."), days=300)
    react("Drie.")
    react("Wacht.", approved=False)
    react("Van Noor.", email="noor@voorbeeld.nl")
    assert about(discussion).record.published == 3


def test_what_was_refused_counts_for_a_week(discussion: Discussion, react: React, mo: User) -> None:
    react("Een.", approved=False).refuse(mo, Reason.OFFENSIVE)
    react("Twee.", approved=False).mark_spam(mo)
    react("Drie.").remove(mo, Reason.OFF_TOPIC)
    react("Vier.")
    react("Vijf.").withdraw()
    react("Zes.", approved=False)
    ago(react("Zeven.", approved=False), days=8).refuse(mo, Reason.OFFENSIVE)
    record = about(discussion).record
    assert (record.judged, record.refused) == (4, 3)


def test_the_same_text_counts_where_it_is_something_else(
    discussion: Discussion, react: React, publish: Publish
) -> None:
    first = react("Overal hetzelfde.")
    assert about(discussion, body="Overal hetzelfde.").record.same_elsewhere == 0
    assert about(discussion, body="Overal hetzelfde.", parent=first).record.same_elsewhere == 1
    other = Discussion.objects.of(publish("Iets anders"))
    assert about(other, body="Overal hetzelfde.").record.same_elsewhere == 1
    assert about(other, body="Iets nieuws.").record.same_elsewhere == 0


def test_how_long_ago_somebody_was_here_is_told_for_this_discussion(
    discussion: Discussion, react: React, publish: Publish
) -> None:
    ago(react("Een."), minutes=20)
    ago(react("Twee."), minutes=5)
    assert about(discussion).record.seconds_since_here in {300, 301}
    other = Discussion.objects.of(publish("Iets anders"))
    assert about(other).record.seconds_since_here is None


def test_the_pace_is_counted_over_ten_minutes_and_a_day(
    discussion: Discussion, react: React
) -> None:
    for minutes in (1, 9, 11, 23 * 60, 25 * 60):
        ago(react(f"{minutes}."), minutes=minutes)
    record = about(discussion).record
    assert (record.in_ten_minutes, record.in_a_day) == (2, 4)


def test_a_change_is_not_one_more_reaction(discussion: Discussion, react: React) -> None:
    for n in range(5):
        react(f"Reactie {n}.")
    mine = react("Mijn tekst.")
    mine.body = "Mijn betere tekst."
    facts = facts_about(mine, Sending(), timezone.now())
    assert (facts.record.in_ten_minutes, facts.record.seconds_since_here) == (0, None)
    assert facts.record.published == 5


def test_the_place_tells_its_mode_and_its_age(discussion: Discussion, publish: Publish) -> None:
    Discussion.objects.filter(pk=discussion.pk).update(mode="before", slow_minutes=5)
    discussion.refresh_from_db()
    old = publish("Oud")
    old.published_at = timezone.now() - timedelta(days=40)
    facts = about(discussion)
    assert (facts.mode, facts.slow_minutes, facts.article_days) == ("before", 5, 0)
    assert about(Discussion.objects.of(old)).article_days == 40


def test_the_names_of_staff_and_authors_are_known(
    discussion: Discussion, mo: User, els: User
) -> None:
    els.is_active = False
    els.save()
    reserved = set(about(discussion).reserved)
    assert {"Mo Karimi", "Ada Verhoeven"} <= reserved
    assert "Els Maas" not in reserved


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ("geen", 0),
        ("https://een.voorbeeld en www.twee.voorbeeld/x", 2),
        ("[een](https://een.voorbeeld)", 1),
        ("<a > en <a >", 0),
    ],
)
def test_links_are_those_that_readers_could_click(
    discussion: Discussion, body: str, links: int
) -> None:
    assert about(discussion, body=body).links == links


def test_the_facts_cost_seven_queries_whatever_there_is_to_know(
    discussion: Discussion, react: React
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            about(discussion)
        return len(captured)

    cost()  # fetches the article of the discussion, and makes the rows of a first visit
    costs = [cost()]
    for n in range(30):
        react(f"Reactie {n}.")
        WordRule.objects.create(pattern=f"woord{n}")
        Writer.objects.of(f"lezer{n}@voorbeeld.nl")
    assert [*costs, cost()] == [7, 7]


def test_of_staff_nothing_is_asked(discussion: Discussion, mo: User) -> None:
    comment = Comment(discussion=discussion, body="Dank u.", user=mo)
    with CaptureQueriesContext(connection) as captured:
        facts = facts_about(comment, Sending(), timezone.now())
    assert not captured.captured_queries
    assert facts == replace(Facts(body="Dank u."), by_staff=True)
