"""What staff can do to a discussion, and what each act asks."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from comments.models import Discussion
from comments.models.policy import Mode
from comments.references import numbers_in
from desk.acts import Act
from desk.moments import MomentField

type Data = dict[str, Any]


class CloseForm(forms.Form):
    use_required_attribute = False
    word = forms.CharField(
        label=_("Slotbericht (optioneel)"),
        required=False,
        max_length=5_000,
        help_text=_(
            "Lezers zien dit onder de reacties: wat leverde het gesprek op? "
            "“reactie 12” wordt een link."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    at = MomentField(
        label=_("Sluiten op (optioneel)"),
        required=False,
        help_text=_("Leeg: nu meteen. Tijd in Nederland (Europe/Amsterdam)."),
    )

    until = MomentField(
        label=_("Weer openen op (optioneel)"),
        required=False,
        help_text=_("Leeg: het blijft gesloten tot iemand het opent."),
    )

    def clean_until(self) -> datetime | None:
        until: datetime | None = self.cleaned_data["until"]
        if until and until <= timezone.now():
            raise ValidationError(_("Kies een tijd in de toekomst, of laat dit leeg."))
        if until and self.cleaned_data.get("at"):
            raise ValidationError(_("Kies één van beide: later sluiten, of nu sluiten tot dan."))
        return until

    def clean_at(self) -> datetime | None:
        at: datetime | None = self.cleaned_data["at"]
        if at and at <= timezone.now():
            raise ValidationError(_("Kies een tijd in de toekomst, of laat dit leeg."))
        return at


class WordForm(forms.Form):
    use_required_attribute = False
    word = forms.CharField(
        label=_("Slotbericht"),
        required=False,
        max_length=5_000,
        help_text=_("Noem reacties bij hun nummer: “reactie 12” wordt een link. Leeg: geen."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class SlowForm(forms.Form):
    use_required_attribute = False
    minutes = forms.IntegerField(
        label=_("Minuten tussen twee reacties van één schrijver (optioneel)"),
        required=False,
        min_value=1,
        max_value=1_440,
        help_text=_("Leeg: iedereen reageert zo vaak als het beleid toelaat."),
        error_messages={
            "invalid": _("Vul een geheel getal in, of laat dit leeg."),
            "min_value": _("Vul minstens 1 minuut in, of laat dit leeg."),
            "max_value": _("Vul hoogstens 1.440 minuten in: een dag."),
        },
    )


class ModeForm(forms.Form):
    use_required_attribute = False
    mode = forms.ChoiceField(
        label=_("Modereren"),
        required=False,
        choices=[("", _("volgens het beleid")), *Mode.choices],
        widget=forms.RadioSelect,
    )


def close(discussion: Discussion, by: User, data: Data) -> None:
    discussion.close(by, data["word"], data["at"], data["until"])


def reword(discussion: Discussion, by: User, data: Data) -> None:
    discussion.reword(by, data["word"])


def slow_down(discussion: Discussion, by: User, data: Data) -> None:
    discussion.slow_down(by, data["minutes"])


def moderate(discussion: Discussion, by: User, data: Data) -> None:
    discussion.moderate(by, data["mode"])


def unknown_numbers(discussion: Discussion) -> str:
    """What the closing word names and nobody can find."""
    named = set(numbers_in(discussion.closing_word))
    if not named:
        return ""
    known = discussion.comments.placed().filter(number__in=named)
    missing = sorted(named - set(known.values_list("number", flat=True)))
    sentence = _("Reactie %(number)s bestaat niet in deze discussie.")
    return " ".join(sentence % {"number": number} for number in missing)


def reopen(discussion: Discussion, by: User, data: Data) -> None:
    discussion.reopen(by)


def hide(discussion: Discussion, by: User, data: Data) -> None:
    discussion.hide(by)


def is_closed(discussion: Discussion) -> bool:
    """By somebody, and still."""
    closed = discussion.opening == Discussion.Opening.CLOSED
    return closed and not discussion.has_reopened_at(timezone.now())


CLOSE = "comments.close_discussion"
#: The page of an act that asks for a closing word, and shows it before it is there.
WORDED = "admin/comments/discussion/word.html"

DISCUSSION_ACTS = (
    Act(
        "sluiten",
        _("Reageren sluiten"),
        CLOSE,
        close,
        applies=lambda discussion: not is_closed(discussion),
        form=CloseForm,
        initial=lambda discussion: {"word": discussion.closing_word},
        afterwards=unknown_numbers,
        template=WORDED,
    ),
    Act(
        "slotbericht",
        _("Slotbericht wijzigen"),
        CLOSE,
        reword,
        applies=lambda discussion: is_closed(discussion) or bool(discussion.closing_word),
        form=WordForm,
        initial=lambda discussion: {"word": discussion.closing_word},
        afterwards=unknown_numbers,
        template=WORDED,
    ),
    Act(
        "vertragen",
        _("Vertragen"),
        CLOSE,
        slow_down,
        form=SlowForm,
        initial=lambda discussion: {"minutes": discussion.slow_minutes},
    ),
    Act(
        "modereren",
        _("Modereren vooraf of achteraf"),
        CLOSE,
        moderate,
        form=ModeForm,
        initial=lambda discussion: {"mode": discussion.mode},
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
