"""Moments that staff type: a date and a time on the Dutch clock, which jumps twice a year."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


class MomentField(forms.SplitDateTimeField):
    """Refuses what the clock does not show, and what it shows twice: we do not guess which."""

    widget = AdminSplitDateTime

    def compress(self, data_list: Sequence[date | time] | None) -> Any:
        match data_list:
            case [date() as day, time() as clock]:
                moment = datetime.combine(day, clock)
                if trouble := clock_trouble(moment, timezone.get_current_timezone()):
                    raise ValidationError(trouble, code="clock")
        return super().compress(data_list)  # type: ignore[arg-type]


def clock_trouble(moment: datetime, zone: tzinfo) -> str:
    """What is wrong with this time on the clock of the zone, in a sentence; usually nothing."""
    first, second = (moment.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return ""
    words = {"day": date_format(moment, "j F Y"), "time": moment.strftime("%H:%M")}
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment:
        return (
            _(
                "Op %(day)s is het nooit %(time)s: de klok gaat dan een uur vooruit. "
                "Kies een andere tijd."
            )
            % words
        )
    return (
        _(
            "Op %(day)s is het twee keer %(time)s: de klok gaat dan een uur terug. "
            "Kies een andere tijd."
        )
        % words
    )
