"""When moderators read: by the clock in the Netherlands, also when that clock jumps."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from articles.models import Article
from comments.hours import Hours, is_holiday, is_outside_hours, is_reading_at, next_reading
from comments.models import ClosedDay, Comment, OpeningHours, Policy

NL = ZoneInfo("Europe/Amsterdam")
OFFICE = Hours(tuple((day, time(9), time(17)) for day in range(5)))
SUNDAY = Hours(((6, time(1), time(4)),), keeps_holidays=False)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=NL)


@pytest.mark.parametrize(
    ("hours", "now", "reading"),
    [
        (OFFICE, "2026-11-25 08:59:59", False),
        (OFFICE, "2026-11-25 09:00", True),
        (OFFICE, "2026-11-25 16:59:59", True),
        (OFFICE, "2026-11-25 17:00", False),
        (OFFICE, "2026-11-28 12:00", False),  # a Saturday
        (OFFICE, "2026-04-27 12:00", False),  # Koningsdag, a Monday
        (OFFICE, "2026-04-06 12:00", False),  # Easter Monday
        (OFFICE, "2026-12-25 12:00", False),
        (Hours(OFFICE.parts, keeps_holidays=False), "2026-12-25 12:00", True),
        (Hours(OFFICE.parts, frozenset([date(2026, 11, 25)])), "2026-11-25 12:00", False),
        (Hours(), "2026-11-25 12:00", False),
        (SUNDAY, "2026-03-29 01:30", True),  # the clock goes from 2 to 3
        (SUNDAY, "2026-03-29 03:30", True),
        (SUNDAY, "2026-03-29 04:00", False),
        (SUNDAY, "2026-10-25 02:30", True),  # the clock has 2:30 twice
        (SUNDAY, "2026-10-25 04:00", False),
        (Hours(((2, time(9), time(12)), (2, time(13), time(17)))), "2026-11-25 12:30", False),
    ],
)
def test_somebody_reads(hours: Hours, now: str, reading: bool) -> None:
    assert is_reading_at(at(now), hours) is reading


@pytest.mark.parametrize(
    ("hours", "now", "then"),
    [
        (OFFICE, "2026-11-25 10:00", "2026-11-25 10:00"),
        (OFFICE, "2026-11-25 08:00", "2026-11-25 09:00"),
        (OFFICE, "2026-11-25 17:00", "2026-11-26 09:00"),
        (OFFICE, "2026-11-27 18:00", "2026-11-30 09:00"),
        (OFFICE, "2026-04-24 18:00", "2026-04-28 09:00"),  # a weekend, and Koningsdag
        (OFFICE, "2026-12-31 23:59", "2027-01-04 09:00"),
        (SUNDAY, "2026-03-28 12:00", "2026-03-29 01:00"),
    ],
)
def test_the_next_time_that_somebody_reads(hours: Hours, now: str, then: str) -> None:
    assert next_reading(at(now), hours) == at(then)


def test_where_nobody_ever_reads_nothing_is_promised() -> None:
    assert next_reading(at("2026-11-25 10:00"), Hours()) is None


def test_a_holiday_of_the_netherlands_is_one() -> None:
    assert is_holiday(date(2026, 4, 27))
    assert not is_holiday(date(2026, 4, 28))


@pytest.fixture
def never(db: None) -> Policy:
    """The policy keeps hours: a minute in the night of a day that is closed."""
    policy = Policy.get_solo()
    policy.keeps_hours, policy.mode = True, Policy.Mode.AFTER
    policy.hold_first = policy.hold_unconfirmed = False
    policy.save()
    for weekday in range(7):
        OpeningHours.objects.create(
            policy=policy, weekday=weekday, opens=time(3), closes=time(3, 1)
        )
    return policy


def test_without_hours_nothing_is_outside_them(never: Policy) -> None:
    now = at("2026-11-25 10:00")
    assert is_outside_hours(now, never)
    OpeningHours.objects.all().delete()
    assert not is_outside_hours(now, never)
    never.keeps_hours = False
    assert not is_outside_hours(now, never)


def test_the_page_says_when_somebody_reads_again(
    client: Client, article: Article, never: Policy
) -> None:
    page = client.get(article.get_absolute_url()).text
    assert "De redactie leest weer op" in page
    assert "vanaf 03:00." in page


def test_a_closed_day_is_said_in_the_admin(never: Policy) -> None:
    day = ClosedDay.objects.create(policy=never, day=date(2026, 12, 24), name="Kerstborrel")
    assert str(day) == "Kerstborrel"
    assert str(OpeningHours.objects.filter(weekday=0).get()) == "maandag 03:00–03:01"


def test_what_is_sent_outside_the_hours_waits(
    client: Client, form: str, form_data: dict[str, str], never: Policy
) -> None:
    client.post(form, form_data)
    comment = Comment.objects.get()
    decision = comment.decisions.get()
    codes = [one["code"] for one in decision.evidence["findings"]]
    assert comment.state == "pending"
    assert "hours" in codes
