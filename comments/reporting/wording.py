"""What who reported a reaction is told, in the mail and on the page of the notice."""

from datetime import timedelta
from typing import Final

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from comments.links import absolute
from comments.models import Notice

#: A complaint is open for six months at least (DSA art. 20(1)).
COMPLAIN_FOR: Final = timedelta(days=184)


def explained(notice: Notice) -> list[str]:
    """The decision in sentences, of a notice that is closed."""
    return [
        one for one in (_measure(notice), _reason(notice), notice.outcome, _maker(notice)) if one
    ]


def _measure(notice: Notice) -> str:
    if notice.state == Notice.State.VOID:
        return _(
            "De schrijver heeft de reactie zelf verwijderd. "
            "Daarom nemen wij geen besluit meer over uw melding."
        )
    if notice.led_to_action:
        return _("Wij hebben de reactie van de site gehaald.")
    return _("Wij laten de reactie staan.")


def _reason(notice: Notice) -> str:
    reason = notice.decision.get_reason_display() if notice.decision else ""
    return _("De reden: %(reason)s.") % {"reason": reason} if reason else ""


def _maker(notice: Notice) -> str:
    """DSA art. 16(6): whether a machine had a part in it."""
    if notice.state == Notice.State.VOID:
        return ""
    if notice.decided_by_id:
        return _("Een mens nam dit besluit.")
    return _("Een computerprogramma nam dit besluit.")


def complaint(notice: Notice) -> str:
    """What can be done against the decision; nothing where there is none."""
    if notice.state != Notice.State.DECIDED or notice.decided_at is None:
        return ""
    until = timezone.localtime(notice.decided_at + COMPLAIN_FOR)
    facts = {
        "date": date_format(until, "DATE_FORMAT"),
        "address": absolute(reverse("pages:contact")),
    }
    return (
        _(
            "Bent u het er niet mee eens? U kunt tot en met %(date)s gratis een klacht indienen: "
            "%(address)s. Noem uw meldingsnummer. Een andere medewerker bekijkt uw klacht. "
            "U kunt ook naar de rechter gaan."
        )
        % facts
    )
