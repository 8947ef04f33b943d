"""What staff can do to a discussion, and what each act asks."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from comments.models import Discussion
from desk.acts import Act
from desk.moments import MomentField

type Data = dict[str, Any]


class CloseForm(forms.Form):
    use_required_attribute = False
    word = forms.CharField(
        label=_("Slotbericht (optioneel)"),
        required=False,
        max_length=5_000,
        help_text=_("Lezers zien dit onder de reacties: wat leverde het gesprek op?"),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    at = MomentField(
        label=_("Sluiten op (optioneel)"),
        required=False,
        help_text=_("Leeg: nu meteen. Tijd in Nederland (Europe/Amsterdam)."),
    )

    def clean_at(self) -> datetime | None:
        at: datetime | None = self.cleaned_data["at"]
        if at and at <= timezone.now():
            raise ValidationError(_("Kies een tijd in de toekomst, of laat dit leeg."))
        return at


def close(discussion: Discussion, by: User, data: Data) -> None:
    discussion.close(by, data["word"], data["at"])


def reopen(discussion: Discussion, by: User, data: Data) -> None:
    discussion.reopen(by)


def hide(discussion: Discussion, by: User, data: Data) -> None:
    discussion.hide(by)


CLOSE = "comments.close_discussion"

DISCUSSION_ACTS = (
    Act(
        "sluiten",
        _("Reageren sluiten"),
        CLOSE,
        close,
        applies=lambda discussion: discussion.opening != Discussion.Opening.CLOSED,
        form=CloseForm,
    ),
    Act(
        "heropenen",
        _("Reageren openen"),
        CLOSE,
        reopen,
        applies=lambda discussion: not discussion.is_open_now(),
    ),
    Act(
        "verbergen",
        _("Discussie verbergen"),
        CLOSE,
        hide,
        applies=lambda discussion: not discussion.is_hidden,
        danger=True,
    ),
)
