"""What a form carries against machines, that people do not notice: a field to leave empty, the time
it was opened, and where the policy wants it a small sum for the browser. No pictures of lamp posts.
"""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final

from django import forms
from django.core import signing
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.judging import proof

SALT: Final = "comments.guard"
TRAP: Final = "website"  # what machines cannot leave alone
OPENED: Final = "opened"
PROOF: Final = "proof"


class TrapField(forms.CharField):
    """Out of sight and out of the way of a keyboard and a screen reader; see house/field.html."""

    trap = True


class Guarded(forms.BaseForm):
    """For a form that anybody can send. `guard` adds the fields; before it there are none."""

    opened_at: datetime | None = None  # by our own signature, for this very form
    proof_holds: bool | None = None  # None: not asked

    def guard(self, about: str, hours: int, *, with_proof: bool = False) -> None:
        """For the form about this one thing, which stays valid for so many hours."""
        attributes = {"autocomplete": "off", "tabindex": "-1"}
        self.fields[TRAP] = TrapField(
            label=_("Laat dit veld leeg"), required=False, widget=forms.TextInput(attributes)
        )
        hidden = forms.HiddenInput
        self.fields[OPENED] = forms.CharField(
            required=False, widget=hidden, initial=partial(sign, about)
        )
        if with_proof:
            widget = hidden({"data-challenge": proof.challenge()})
            self.fields[PROOF] = forms.CharField(required=False, widget=widget)
        if self.is_bound:
            self._read(about, hours, with_proof)

    def _read(self, about: str, hours: int, with_proof: bool) -> None:
        self.opened_at = opened_at(self.data.get(OPENED, ""), about)
        anew: dict[str, str] = {}
        if self.opened_at is None or timezone.now() - self.opened_at > timedelta(hours=hours):
            anew[OPENED] = sign(about)  # what is sent next is in time again
        if with_proof:
            self.proof_holds = proof.holds(self.data.get(PROOF, ""))
            anew[PROOF] = ""  # each counts once
        if anew:
            data = QueryDict(mutable=True)
            data.update(self.data)
            for name, value in anew.items():
                data[name] = value
            self.data = data

    @property
    def is_trapped(self) -> bool:
        return bool(self.is_bound and self.data.get(TRAP, "").strip())


def sign(about: str, at: datetime | None = None) -> str:
    return signing.dumps([about, int((at or timezone.now()).timestamp())], salt=SALT)


def opened_at(token: str, about: str) -> datetime | None:
    """Nothing for what we did not sign, or signed for another form."""
    try:
        subject, seconds = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    return datetime.fromtimestamp(seconds, UTC) if subject == about else None
