"""What moderators can do to reactions and discussions: the acts, and what each one asks."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from comments.models import Comment, Discussion, states
from comments.models.decision import Reason
from desk.acts import Act
from desk.moments import MomentField

type Data = dict[str, Any]


class ReasonForm(forms.Form):
    """A restriction is always reasoned (DSA art. 17)."""

    use_required_attribute = False
    reason = forms.ChoiceField(
        label=_("Reden"),
        choices=[("", _("Kies een reden")), *Reason.choices],
        error_messages={"required": _("Kies een reden.")},
    )
    note = forms.CharField(
        label=_("Toelichting aan de schrijver (optioneel)"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


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


def approve(comment: Comment, by: User, data: Data) -> None:
    comment.approve(by)


def refuse(comment: Comment, by: User, data: Data) -> None:
    comment.refuse(by, data["reason"], data["note"])


def remove(comment: Comment, by: User, data: Data) -> None:
    comment.remove(by, data["reason"], data["note"])


def restore(comment: Comment, by: User, data: Data) -> None:
    comment.restore(by)


def close(discussion: Discussion, by: User, data: Data) -> None:
    discussion.close(by, data["word"], data["at"])


def reopen(discussion: Discussion, by: User, data: Data) -> None:
    discussion.reopen(by)


def hide(discussion: Discussion, by: User, data: Data) -> None:
    discussion.hide(by)


MODERATE = "comments.moderate_comment"
CLOSE = "comments.close_discussion"

COMMENT_ACTS = (
    Act(
        "goedkeuren",
        _("Goedkeuren"),
        MODERATE,
        approve,
        applies=lambda comment: comment.state in states.APPROVABLE,
    ),
    Act(
        "afwijzen",
        _("Afwijzen"),
        MODERATE,
        refuse,
        applies=lambda comment: comment.state in states.REFUSABLE,
        form=ReasonForm,
        danger=True,
    ),
    Act(
        "verwijderen",
        _("Verwijderen"),
        MODERATE,
        remove,
        applies=lambda comment: comment.state in states.REMOVABLE,
        form=ReasonForm,
        danger=True,
    ),
    Act(
        "terugzetten",
        _("Terugzetten"),
        MODERATE,
        restore,
        applies=lambda comment: comment.state in states.RESTORABLE,
    ),
)

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
