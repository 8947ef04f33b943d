"""What this software can leave in a browser: the whole list, for the privacy statement.

A test compares it with what the site does leave. Who adds a cookie, adds it here.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True)
class Trace:
    name: str
    purpose: str
    life: str
    when: str


def cookies() -> list[Trace]:
    hours, days = settings.SESSION_COOKIE_AGE // 3600, settings.WRITER_COOKIE_AGE // 86_400
    return [
        Trace(
            settings.CSRF_COOKIE_NAME,
            _("Zorgt dat alleen u uw formulier kunt versturen, en niet een andere site namens u."),
            _("Tot u de browser sluit."),
            _("Als u een formulier opent, bijvoorbeeld om te reageren."),
        ),
        Trace(
            settings.SESSION_COOKIE_NAME,
            _("Houdt een medewerker aangemeld."),
            ngettext("%(n)s uur.", "%(n)s uur.", hours) % {"n": hours},
            _("Alleen als een medewerker zich aanmeldt. Lezers melden zich nooit aan."),
        ),
        Trace(
            settings.WRITER_COOKIE_NAME,
            _("Onthoudt op dit apparaat dat een e-mailadres van u is."),
            ngettext("%(n)s dag.", "%(n)s dagen.", days) % {"n": days},
            _("Alleen als u daarom vraagt op uw pagina met reacties. U kunt het daar ook wissen."),
        ),
    ]


def storage() -> list[Trace]:
    """What is kept beside cookies: in the storage of the browser."""
    return [
        Trace(
            "htmx-current-path-for-history",
            _("Het adres van de pagina waarop u reageert."),
            _("Tot u het tabblad sluit."),
            _("Als u in het artikel zelf het formulier opent om te reageren."),
        ),
        Trace(
            "concept:…",
            _("De tekst van een reactie die u nog niet hebt verstuurd."),
            _("Tot u de reactie verstuurt of het tabblad sluit."),
            _("Als u in een formulier typt."),
        ),
        Trace(
            "gelezen:…",
            _("Tot waar u een discussie las, om te laten zien wat nieuw is."),
            _("Tot u kiest voor “Onthoud dit niet meer”."),
            _("Alleen als u kiest voor “Onthoud op dit apparaat tot waar ik las”."),
        ),
        Trace(
            "theme, django.admin.*, sneltoetsen-uit",
            _(
                "Hoe een medewerker de werkomgeving heeft ingesteld: licht of donker, open menu’s, "
                "sneltoetsen."
            ),
            _("Tot de medewerker dit wist."),
            _("Alleen in de werkomgeving van de redactie."),
        ),
    ]
