"""The archive's calendar: a year or a month begins at midnight in Amsterdam."""

from datetime import datetime
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from delivery.errors import Absent

YEARS: Final = range(1900, 3000)
MONTHS: Final = range(1, 13)


def start_of(year: int, month: int = 1) -> datetime:
    """Month 13 is the first of the next year. No such year or month: 404."""
    years, months = divmod(month - 1, 12)
    if year not in YEARS or month not in range(1, 14):
        raise Absent(_("Deze datum bestaat niet."))
    return timezone.make_aware(datetime(year + years, months + 1, 1))  # noqa: DTZ001


def starts_of_months(year: int) -> list[datetime]:
    """Thirteen moments: the last one is where the year ends."""
    return [start_of(year, month) for month in range(1, 14)]


def starts_of_years(first: int, last: int) -> list[datetime]:
    return [start_of(year) for year in range(first, last + 2)]
