from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinLengthValidator
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.judging.guard import Guarded
from comments.letters.arrivals import SERIOUS
from comments.models import Comment, Discussion, Follow, Writer
from comments.models.comment import AFFILIATION_LENGTH
from markup.plain import PlainCharField, PlainEmailField

NAME_LENGTH: Final = (2, 80)
EMAIL_LENGTH: Final = 254
BODY_LENGTH: Final = (2, 5_000)
#: What a reaction keeps of its form.
STORED: Final = ("body", "name", "email", "affiliation", "has_tip")


def refuse_too_long(body: str) -> None:
    most, used = BODY_LENGTH[1], len(body)
    if used > most:
        sentence = _(
            "Uw reactie is te lang. Gebruik maximaal %(most)s tekens. U gebruikt er nu %(used)s."
        )
        numbers = {
            "most": number_format(most, force_grouping=True),
            "used": number_format(used, force_grouping=True),
        }
        raise ValidationError(sentence, code="max_length", params=numbers)


def too_short(limit: int) -> MinLengthValidator:
    sentence = gettext_lazy("Schrijf minimaal %(limit_value)s tekens.")
    return MinLengthValidator(limit, message=sentence)


#: So much of a text is quoted, in characters; who quotes it all says nothing.
QUOTE_LENGTH: Final = 500


def quoted(body: str) -> str:
    """A text as a quote in light Markdown: what it quoted itself is left out."""
    own = [line for line in body.splitlines() if not line.startswith(">")]
    text = _at_whole_words("\n".join(own).strip())
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _at_whole_words(text: str) -> str:
    if len(text) <= QUOTE_LENGTH:
        return text
    return f"{text[:QUOTE_LENGTH].rsplit(maxsplit=1)[0]} …"


def with_quote(body: str, typed: str) -> str:
    """What was typed, after the words it answers; a second time changes nothing."""
    quote = quoted(body)
    if not quote or typed.replace("\r\n", "\n").startswith(quote):
        return typed
    return f"{quote}\n\n{typed}"


class ReactionForm(Guarded, forms.Form):
    """What a reader fills in. For staff who are signed in, only the text: see `for_staff`."""

    use_required_attribute = False

    body = PlainCharField(
        label=gettext_lazy("Reactie"),
        single_line=False,
        help_text=gettext_lazy(
            "Maximaal 5.000 tekens. Een witregel begint een nieuwe alinea; links mogen."
        ),
        error_messages={"required": gettext_lazy("Schrijf een reactie.")},
        validators=[too_short(BODY_LENGTH[0]), refuse_too_long],
        widget=forms.Textarea(
            attrs={"rows": 8, "aria-required": "true", "data-most": BODY_LENGTH[1]}
        ),
    )
    name = PlainCharField(
        label=gettext_lazy("Naam"),
        max_length=NAME_LENGTH[1],
        error_messages={
            "required": gettext_lazy("Vul uw naam in."),
            "max_length": gettext_lazy("Gebruik voor uw naam maximaal %(limit_value)s tekens."),
        },
        validators=[too_short(NAME_LENGTH[0])],
        widget=forms.TextInput(attrs={"autocomplete": "name", "aria-required": "true"}),
    )
    email = PlainEmailField(
        label=gettext_lazy("E-mailadres"),
        max_length=EMAIL_LENGTH,
        help_text=gettext_lazy("Uw e-mailadres wordt niet gepubliceerd."),
        error_messages={
            "required": gettext_lazy("Vul uw e-mailadres in."),
            "invalid": gettext_lazy(
                "Vul een geldig e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."
            ),
            "max_length": gettext_lazy("Vul een e-mailadres van maximaal 254 tekens in."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "aria-required": "true"}),
    )

    affiliation = PlainCharField(
        label=gettext_lazy("Organisatie"),
        required=False,
        max_length=AFFILIATION_LENGTH,
        help_text=gettext_lazy("Staat bij uw naam."),
        error_messages={
            "max_length": gettext_lazy("Gebruik hiervoor maximaal %(limit_value)s tekens.")
        },
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    has_tip = forms.BooleanField(
        label=gettext_lazy("Mijn reactie bevat een tip voor andere lezers"), required=False
    )
    follow = forms.ChoiceField(
        label=gettext_lazy("Houd mij op de hoogte"),
        required=False,
        choices=[
            ("", gettext_lazy("niet")),
            (Follow.What.CONVERSATION, gettext_lazy("van antwoorden op mijn reactie")),
            (Follow.What.DISCUSSION, gettext_lazy("van alle reacties bij dit artikel")),
        ],
        error_messages={"invalid_choice": gettext_lazy("Kies een van de mogelijkheden.")},
    )

    def for_staff(self) -> "ReactionForm":
        """We know who they are; asking again would be one question too many (WCAG 3.3.7)."""
        for name in ("name", "email", "affiliation", "has_tip", "follow"):
            del self.fields[name]
        return self

    def clean_email(self) -> str:
        """One mailbox is one writer, however it is typed."""
        return str(self.cleaned_data["email"]).lower()

    def follow_up(self, comment: Comment, standing: Writer | None) -> Follow | None:
        """What its writer wants to hear; in the transaction in which the reaction was stored.

        What the rules turned away is followed by nothing: a machine would have us mail anybody.
        """
        what = self.cleaned_data.get("follow")
        if not what or comment.state not in SERIOUS:
            return None
        writer = Writer.objects.of(comment.email)
        whole = what == Follow.What.DISCUSSION
        return Follow.objects.ask(
            writer,
            what,
            discussion=comment.discussion if whole else None,
            comment=None if whole else comment,
            asked_with=self.sentence_of(what),
            confirmed=standing == writer,
        )

    def sentence_of(self, what: str) -> str:
        """A choice to follow, as the reader saw it."""
        choices: Any = self.fields["follow"]
        return f"{self['follow'].label}: {dict(choices.choices)[what]}"

    def reaction(self, discussion: Discussion, parent: Comment | None, user: Any) -> Comment:
        """The reaction as it may be stored; only for a valid form."""
        said = {name: self.cleaned_data[name] for name in STORED if name in self.fields}
        comment = Comment(discussion=discussion, parent=parent, **said)
        if user is not None:
            comment.user, comment.name = user, user.public_name
        return comment
