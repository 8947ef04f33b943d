"""What the writer of a reaction was told of each decision on it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from comments.letters.decisions import key_of
from comments.models import Decision
from comments.models.states import AGAINST
from mailing.models import Mail, State

#: States of a mail in which it has not reached its writer, and will not by itself.
STUCK: Final = (State.FAILED, State.UNKNOWN, State.DROPPED)


def history_of(decisions: Sequence[Decision], now: datetime) -> list[tuple[Decision, str]]:
    """Each decision with what became of the mail about it: one query."""
    mails = Mail.objects.of_keys([key_of(one) for one in decisions])
    return [(one, _told(one, mails.get(key_of(one)), now)) for one in decisions]


def _told(decision: Decision, mail: Mail | None, now: datetime) -> str:
    if mail is None:
        is_against = decision.to_state in AGAINST and decision.from_state != decision.to_state
        return _("De schrijver kreeg hierover geen mail.") if is_against else ""
    state = mail.state_at(now)
    if mail.sent_at:
        when = date_format(localtime(mail.sent_at), "j F Y, H:i")
        return _("De schrijver kreeg hierover een mail op %(when)s.") % {"when": when}
    if state in STUCK:
        return _("De mail hierover aan de schrijver kwam niet aan: %(state)s.") % {
            "state": state.label
        }
    return _("De mail hierover aan de schrijver is onderweg.")
