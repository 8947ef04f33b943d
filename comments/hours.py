"""When moderators read, by the clock in the Netherlands: a value computed when asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

import holidays
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from comments.models.hours import ClosedDay, OpeningHours
from comments.models.policy import Policy
from delivery.memory import remembered

#: So far ahead we look for the next time that somebody reads; beyond that we promise nothing.
AHEAD: Final = timedelta(days=60)


@dataclass(frozen=True)
class Hours:
    """`parts`: weekday (Monday is 0), from, until. `closed`: days without anybody at the desk."""

    parts: tuple[tuple[int, time, time], ...] = ()
    closed: frozenset[date] = frozenset()
    keeps_holidays: bool = True

    def on(self, day: date) -> Sequence[tuple[datetime, datetime]]:
        if day in self.closed or (self.keeps_holidays and is_holiday(day)):
            return ()
        return [
            (_moment(day, opens), _moment(day, closes))
            for weekday, opens, closes in self.parts
            if weekday == day.weekday()
        ]


def is_reading_at(now: datetime, hours: Hours) -> bool:
    return any(opens <= now < closes for opens, closes in hours.on(timezone.localdate(now)))


def next_reading(now: datetime, hours: Hours) -> datetime | None:
    """When somebody reads (again): now, if that is so; None if it is not known."""
    if is_reading_at(now, hours):
        return now
    first = timezone.localdate(now)
    days = (first + timedelta(days=n) for n in range(AHEAD.days))
    return next((opens for day in days for opens, _closes in hours.on(day) if opens > now), None)


def hours_now(policy: Policy) -> Hours:
    return remembered(("hours",), lambda: _hours_of(policy))


def _hours_of(policy: Policy) -> Hours:
    parts = OpeningHours.objects.filter(policy=policy).order_by("weekday", "opens")
    return Hours(
        tuple(parts.values_list("weekday", "opens", "closes")),
        frozenset(ClosedDay.objects.filter(policy=policy).values_list("day", flat=True)),
        policy.keeps_holidays,
    )


def is_outside_hours(now: datetime, policy: Policy) -> bool:
    """Only where the policy keeps hours, and there are any."""
    if not policy.keeps_hours:
        return False
    hours = hours_now(policy)
    return bool(hours.parts) and not is_reading_at(now, hours)


def reading_sentence(now: datetime, policy: Policy) -> str:
    """When the editors read again, where that is not now."""
    if not policy.keeps_hours:
        return ""
    hours = hours_now(policy)
    then = next_reading(now, hours)
    if then is None or then == now:
        return ""
    local = timezone.localtime(then)
    words = {"day": date_format(local, "l j F"), "time": date_format(local, "H:i")}
    return _("De redactie leest weer op %(day)s vanaf %(time)s.") % words


@lru_cache(maxsize=16)
def _holidays_of(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NL", years=year))


def is_holiday(day: date) -> bool:
    return day in _holidays_of(day.year)


def _moment(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))
