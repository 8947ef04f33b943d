from datetime import UTC, datetime

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from delivery.moments import date_of, moment

#: Four past nine on a winter day in Amsterdam, and half past midnight on a summer day.
WINTER = datetime(2018, 1, 24, 8, 4, 59, 999_999, UTC)
SUMMER = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "language", "day", "time"),
    [
        (WINTER, "nl", "24 januari 2018", "om 09:04"),
        (SUMMER, "nl", "1 juli 2026", "om 00:30"),
        (WINTER, "en", "24 January 2018", "at 09:04"),
        (SUMMER, "en", "1 July 2026", "at 00:30"),
    ],
)
def test_a_moment_is_said_in_the_time_of_amsterdam_and_the_language_of_the_page(
    at: datetime, language: str, day: str, time: str
) -> None:
    with translation.override(language):
        assert date_of(at) == day
        assert moment(at) == f"{day} {time}"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("month", range(1, 13))
def test_a_date_is_said_as_django_says_it(language: str, month: int) -> None:
    at = datetime(2024, month, month * 2, 12, tzinfo=UTC)
    with translation.override(language):
        django = Template("{{ at|date:'j F Y' }}").render(Context({"at": at}))
        assert date_of(at) == django


def test_a_moment_is_said_in_the_zone_that_is_active() -> None:
    with timezone.override("Pacific/Auckland"):
        assert moment(WINTER) == "24 januari 2018 om 21:04"


def test_what_did_not_happen_has_no_date() -> None:
    page = Template("[{{ at|iso }}{{ at|date_of }}{{ at|moment }}]")
    assert page.render(Context({"at": None})) == "[]"
