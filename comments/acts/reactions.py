"""What moderators can do to a reaction, and what each act asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from comments.models import Comment, states
from comments.models.decision import Reason
from desk.acts import Act

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


def approve(comment: Comment, by: User, data: Data) -> None:
    comment.approve(by)


def refuse(comment: Comment, by: User, data: Data) -> None:
    comment.refuse(by, data["reason"], data["note"])


def remove(comment: Comment, by: User, data: Data) -> None:
    comment.remove(by, data["reason"], data["note"])


def restore(comment: Comment, by: User, data: Data) -> None:
    comment.restore(by)


MODERATE = "comments.moderate_comment"

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
