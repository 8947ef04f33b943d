"""What somebody is told who comes second: who decided, what, and when."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.models.decision import WRITER, Decision, Verb

if TYPE_CHECKING:
    from accounts.models import User

#: For who did something else than bring it in a state: what the sentence says.
OTHERWISE: Final = {
    Verb.UNFEATURE: gettext_lazy("%(who)s deze reactie %(when)s uit de uitgelichte gehaald."),
    Verb.UNDO: gettext_lazy("%(who)s het besluit over deze reactie %(when)s ongedaan gemaakt."),
    Verb.JUDGE: gettext_lazy("%(who)s deze reactie %(when)s opnieuw beoordeeld."),
    Verb.CORRECT: gettext_lazy("%(who)s deze reactie %(when)s gewijzigd."),
    Verb.ADOPT: gettext_lazy("%(who)s deze reactie %(when)s al overgenomen als tip."),
}
USUALLY: Final = gettext_lazy("%(who)s deze reactie %(when)s al %(what)s.")


def told_of(decision: Decision, reader: "User | None", now: datetime) -> str:
    """“Mo Karimi heeft deze reactie om 14:03 al goedgekeurd.”"""
    sentence = OTHERWISE.get(Verb(decision.verb), USUALLY) if decision.verb else USUALLY
    return str(sentence) % {
        "who": _who(decision, reader),
        "when": _when(decision.at, now),
        "what": decision.get_verb_display() or _("beoordeeld"),
    }


def _who(decision: Decision, reader: "User | None") -> str:
    if decision.by is None:
        by_writer = decision.rule == WRITER
        return _("De schrijver heeft") if by_writer else _("Het systeem heeft")
    if decision.by == reader:
        return _("U hebt")
    return _("%(name)s heeft") % {"name": decision.by.public_name}


def _when(at: datetime, now: datetime) -> str:
    at, now = timezone.localtime(at), timezone.localtime(now)
    clock = date_format(at, "H:i")
    if at.date() == now.date():
        return _("om %(time)s") % {"time": clock}
    return _("op %(day)s om %(time)s") % {"day": date_format(at, "j F"), "time": clock}
