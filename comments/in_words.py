"""What a discussion says of itself: how many reacted, and on which terms one reacts there."""

from datetime import datetime
from functools import lru_cache

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from delivery.moments import moment


def reactions(n: int) -> str:
    """1 reactie, 1.234 reacties."""
    return _reactions(n, get_language())


@lru_cache(4096)
def _reactions(n: int, _language: str | None) -> str:
    """In the language that is active, which is `_language`."""
    return ngettext("%(shown)s reactie", "%(shown)s reacties", n) % {"shown": intcomma(n)}


def when_read(is_read_first: bool) -> str:
    if is_read_first:
        return _("De redactie leest uw reactie voordat wij die plaatsen.")
    return _("De redactie leest mee.")


def terms(
    *,
    is_confirmed: bool,
    is_read_first: bool,
    closes_at: datetime | None,
    slow_minutes: int | None,
    reading: str,
) -> str:
    """`is_confirmed`: whoever reacts must have confirmed a mailbox."""
    said = (
        _("Hier reageert alleen wie het e-mailadres heeft bevestigd.") if is_confirmed else "",
        when_read(is_read_first),
        _("U kunt reageren tot %(date)s.") % {"date": moment(closes_at)} if closes_at else "",
        _pace(slow_minutes) if slow_minutes else "",
        reading,
    )
    return " ".join(sentence for sentence in said if sentence)


def _pace(minutes: int) -> str:
    sentence = ngettext(
        "U kunt hier eens per minuut reageren.",
        "U kunt hier eens per %(n)s minuten reageren.",
        minutes,
    )
    return sentence % {"n": minutes}
