"""A moment that staff type is one moment on the Dutch clock, or is asked again."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from desk.moments import MomentField, clock_trouble

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SKIPPED = "Op 29 maart 2026 is het nooit 02:30: de klok gaat dan een uur vooruit."
TWICE = "Op 25 oktober 2026 is het twee keer 02:30: de klok gaat dan een uur terug."


@pytest.mark.parametrize(
    ("day", "clock", "moment"),
    [
        ("01-07-2026", "10:00", datetime(2026, 7, 1, 8, 0, tzinfo=UTC)),
        ("01-01-2026", "10:00", datetime(2026, 1, 1, 9, 0, tzinfo=UTC)),
        ("29-03-2026", "01:59", datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        ("29-03-2026", "03:00", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        ("25-10-2026", "01:59", datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
        ("25-10-2026", "03:00", datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
    ],
)
def test_a_time_is_read_on_the_dutch_clock(day: str, clock: str, moment: datetime) -> None:
    assert MomentField().clean([day, clock]) == moment


@pytest.mark.parametrize(
    ("day", "clock", "sentence"),
    [("29-03-2026", "02:30", SKIPPED), ("25-10-2026", "02:30", TWICE)],
)
def test_a_time_that_the_clock_skips_or_repeats_is_asked_again(
    day: str, clock: str, sentence: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        MomentField().clean([day, clock])
    assert refused.value.messages == [f"{sentence} Kies een andere tijd."]


@pytest.mark.parametrize("typed", [["", "10:00"], ["01-07-2026", ""], ["31-02-2026", "10:00"]])
def test_half_a_moment_is_asked_again(typed: list[str]) -> None:
    with pytest.raises(ValidationError):
        MomentField().clean(typed)


def test_nothing_is_nothing() -> None:
    assert MomentField(required=False).clean(["", ""]) is None


@pytest.mark.parametrize(
    ("moment", "trouble"),
    [
        ("2026-03-29 01:59", False),
        ("2026-03-29 02:00", True),
        ("2026-03-29 02:59", True),
        ("2026-03-29 03:00", False),
        ("2026-10-25 01:59", False),
        ("2026-10-25 02:00", True),
        ("2026-10-25 02:59", True),
        ("2026-10-25 03:00", False),
    ],
)
def test_the_trouble_lasts_an_hour(moment: str, trouble: bool) -> None:
    assert bool(clock_trouble(datetime.fromisoformat(moment), AMSTERDAM)) is trouble


def test_the_site_s_clock_is_the_dutch_one() -> None:
    assert timezone.get_current_timezone_name() == "Europe/Amsterdam"
