"""What is asked: of staff who make a link, and of who reads the article with it."""

from typing import Any, Final

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.models import Article, PullQuote
from markup.plain import PlainCharField

REMARK_LENGTH: Final = 5_000
PROPOSAL_LENGTH: Final = 2_000


class QuotesField(forms.ModelMultipleChoiceField[PullQuote]):
    def label_from_instance(self, quote: PullQuote) -> str:
        return f"{quote.name}: ‘{Truncator(quote.quote).words(20)}’"


class ShareForm(forms.Form):
    use_required_attribute = False

    reader = PlainCharField(
        label=_("Voor wie?"),
        max_length=120,
        help_text=_("De naam van wie deze link krijgt. Stuur de link alleen aan deze persoon."),
        error_messages={
            "required": _("Vul in voor wie de link is."),
            "max_length": _("Gebruik voor de naam maximaal %(limit_value)s tekens."),
        },
        widget=forms.TextInput(attrs={"size": 40}),
    )
    quotes = QuotesField(
        label=_("Citaten om voor te leggen (optioneel)"),
        queryset=PullQuote.objects.none(),
        required=False,
        help_text=_("De lezer kan per citaat akkoord gaan of andere woorden voorstellen."),
        error_messages={
            "invalid_choice": _("Een van de citaten staat niet meer in het artikel. Kies opnieuw."),
            "invalid_pk_value": _("Een van de citaten bestaat niet. Kies opnieuw."),
        },
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, article: Article, data: Any = None, reader: str = "") -> None:
        """`reader`: the name to begin with; what this person says in the article is ticked."""
        quotes = PullQuote.objects.filter(parent=article)
        initial = {"reader": reader, "quotes": quotes.filter(name=reader)}
        super().__init__(data, initial=initial)
        self.fields["quotes"].queryset = quotes  # type: ignore[attr-defined]


class RemarkForm(forms.Form):
    use_required_attribute = False

    body = PlainCharField(
        label=_("Uw opmerking"),
        single_line=False,
        help_text=_("Maximaal 5.000 tekens."),
        error_messages={"required": _("Schrijf een opmerking.")},
        validators=[MaxLengthValidator(REMARK_LENGTH, _("Gebruik maximaal 5.000 tekens."))],
        widget=forms.Textarea(attrs={"rows": 5, "aria-required": "true"}),
    )


class RewordForm(forms.Form):
    use_required_attribute = False

    body = PlainCharField(
        label=_("Ik stel andere woorden voor"),
        single_line=False,
        help_text=_("Maximaal 2.000 tekens, zonder aanhalingstekens."),
        error_messages={"required": _("Schrijf de woorden die u voorstelt.")},
        validators=[MaxLengthValidator(PROPOSAL_LENGTH, _("Gebruik maximaal 2.000 tekens."))],
        widget=forms.Textarea(attrs={"rows": 4, "aria-required": "true"}),
    )
