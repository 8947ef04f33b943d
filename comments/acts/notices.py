"""What moderators can do to a report, and what each act asks."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from comments.acts.reactions import MODERATE
from comments.acts.reasons import ReasonForm
from comments.models import Notice, states
from desk.acts import Act
from markup.plain import PlainCharField

type Data = dict[str, Any]

#: What `ReasonForm` asks about the removal itself.
WHY: Final = ("reason", "note", "house_rule", "rules_version")


def words_to_notifier(**options: Any) -> Any:
    return PlainCharField(
        single_line=False,
        max_length=2_000,
        help_text=_("De melder leest dit in de mail. Noem niet wie de reactie schreef."),
        widget=forms.Textarea(attrs={"rows": 4}),
        **options,
    )


class DismissForm(forms.Form):
    """Who reported is always told why nothing was done (DSA art. 16(5))."""

    use_required_attribute = False
    outcome = words_to_notifier(
        label=_("Waarom blijft de reactie staan?"),
        error_messages={"required": _("Schrijf waarom de reactie blijft staan.")},
    )


class UpholdForm(ReasonForm):
    outcome = words_to_notifier(label=_("Toelichting aan de melder (optioneel)"), required=False)


def take_up(notice: Notice, by: User, data: Data) -> None:
    notice.take_up(by)


def uphold(notice: Notice, by: User, data: Data) -> None:
    notice.uphold(by, data["outcome"], **{name: data[name] for name in WHY if name in data})


def dismiss(notice: Notice, by: User, data: Data) -> None:
    notice.dismiss(by, data["outcome"])


NOTICE_ACTS = (
    Act(
        "in-behandeling",
        _("In behandeling nemen"),
        MODERATE,
        take_up,
        applies=lambda notice: notice.state == Notice.State.RECEIVED,
    ),
    Act(
        "verwijderen",
        _("Reactie verwijderen"),
        MODERATE,
        uphold,
        applies=lambda notice: notice.is_open and notice.comment.state in states.REMOVABLE,
        form=UpholdForm,
        danger=True,
    ),
    Act(
        "laten-staan",
        _("Reactie laten staan"),
        MODERATE,
        dismiss,
        applies=lambda notice: notice.is_open,
        form=DismissForm,
    ),
)
