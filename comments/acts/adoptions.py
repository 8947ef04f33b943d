"""How a reaction becomes a tip of the article, and how that ends."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from accounts.models import User
from comments.models import Adoption, Comment, states
from comments.models.adoption import BYLINE_LENGTH
from desk.acts import Act
from markup.plain import PlainCharField

type Data = dict[str, Any]


class AdoptForm(forms.Form):
    use_required_attribute = False
    text = PlainCharField(
        label=_("Tip"),
        max_length=1_000,
        help_text=_(
            "Kort, en op zichzelf te lezen. De schrijver leest deze tekst en zegt ja of nee."
        ),
        error_messages={"required": _("Schrijf de tip.")},
        single_line=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    byline = PlainCharField(
        label=_("Naam bij de tip (optioneel)"),
        required=False,
        max_length=BYLINE_LENGTH,
        help_text=_("De schrijver kiest of de naam erbij komt."),
    )


def adopt(comment: Comment, by: User, data: Data) -> None:
    Adoption.objects.ask(comment, by, data["text"], data["byline"])


def end(comment: Comment, by: User, data: Data) -> None:
    if adoption := adoption_of(comment):
        adoption.end(by)


def adoption_of(comment: Comment) -> Adoption | None:
    """The one that stands; fetched with the reaction where many are listed."""
    adoption: Adoption | None = getattr(comment, "adoption", None)
    return adoption if adoption and adoption.stands else None


def how_it_stands(comment: Comment) -> StrOrPromise:
    adoption = Adoption.objects.get(comment=comment)
    if adoption.state == Adoption.State.ASKED:
        return _("De schrijver krijgt een mail met de vraag. De tip komt er pas bij een ja.")
    return _("De tip staat in het artikel.")


MODERATE = "comments.moderate_comment"

ADOPTION_ACTS = (
    Act(
        "overnemen",
        _("Overnemen als tip"),
        MODERATE,
        adopt,
        applies=lambda comment: comment.state in states.TIPPABLE and not adoption_of(comment),
        form=AdoptForm,
        initial=lambda comment: {"text": comment.text, "byline": comment.name},
        afterwards=how_it_stands,
        bulk=False,
    ),
    Act(
        "tip-weghalen",
        _("Tip weghalen"),
        MODERATE,
        end,
        applies=lambda comment: adoption_of(comment) is not None,
        bulk=False,
        danger=True,
    ),
)
