"""What somebody fills in to report a reaction: the light way, or the way of the law."""

from typing import Any, ClassVar, Final, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrOrPromise

from comments.forms import too_short
from comments.judging.guard import TRAP, Guarded
from comments.links import absolute
from comments.models import Comment, Notice
from markup.plain import PlainCharField, PlainEmailField
from pages.models import RulesVersion

MOST_URLS: Final = 20
URL_LENGTH: Final = 500
#: A reason, and not just a word.
REASON_LENGTH: Final = 10

ASKED: Final = {"aria-required": "true"}
TOO_LONG: Final = gettext_lazy("Gebruik maximaal %(limit_value)s tekens.")
EMAIL_ERRORS: Final = {
    "required": gettext_lazy("Vul uw e-mailadres in."),
    "invalid": gettext_lazy("Vul een geldig e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."),
    "max_length": gettext_lazy("Vul een e-mailadres van maximaal 254 tekens in."),
}
is_web_address = URLValidator(
    schemes=["http", "https"],
    message=gettext_lazy(
        "Vul een volledig adres in, bijvoorbeeld https://voorbeeld.nl/reacties/12/."
    ),
)
is_web_address.max_length = URL_LENGTH


class Radios(forms.RadioSelect):
    """A link to the field leads to its first choice."""

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return super().id_for_label(id_, index or "0")


def text_field(label: StrOrPromise, most: int, error: StrOrPromise = "", **options: Any) -> Any:
    """Several lines, so many characters; without `error` it may be left out.

    The browser is not told how many: it would cut off what is pasted, and not say so.
    """
    attributes = {"rows": 5, **(ASKED if error else {})}
    field = PlainCharField(
        label=label,
        single_line=False,
        max_length=most,
        required=bool(error),
        error_messages={"required": error, "max_length": TOO_LONG},
        widget=forms.Textarea(attrs=attributes),
        **options,
    )
    del field.widget.attrs["maxlength"]
    return field


class NoticeForm(Guarded, forms.Form):
    use_required_attribute = False
    KIND: ClassVar[Notice.Kind]

    def clean(self) -> dict[str, Any]:
        if self.is_trapped:
            cast("QueryDict", self.data)[TRAP] = ""
            raise ValidationError(_("Wij konden dit niet ontvangen. Verstuur uw melding opnieuw."))
        return super().clean() or {}

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def notice(self, comment: Comment) -> Notice:
        """The notice as it may be received; only for a valid form."""
        return Notice(kind=self.KIND, comment=comment, **self.facts())

    def facts(self) -> dict[str, Any]:
        raise NotImplementedError


class RulesForm(NoticeForm):
    KIND = Notice.Kind.RULES

    house_rule = forms.ChoiceField(
        label=gettext_lazy("Bij welke huisregel past deze reactie niet?"),
        widget=Radios,
        error_messages={
            "required": gettext_lazy("Kies een huisregel."),
            "invalid_choice": gettext_lazy("Kies een huisregel uit de lijst."),
        },
    )
    explanation = text_field(
        gettext_lazy("Toelichting"),
        2_000,
        help_text=gettext_lazy("Wat past er niet, en waarom? Maximaal 2.000 tekens."),
    )
    email = PlainEmailField(
        label=gettext_lazy("E-mailadres"),
        required=False,
        help_text=gettext_lazy(
            "Als u dit invult, mailen wij u een bevestiging en ons besluit. "
            "De schrijver van de reactie ziet het niet."
        ),
        error_messages=EMAIL_ERRORS,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        version = RulesVersion.objects.visible().first()
        if version:
            rules = [(one["code"], one["title"]) for one in version.content["rules"]]
            cast("forms.ChoiceField", self.fields["house_rule"]).choices = rules
        else:
            del self.fields["house_rule"]
            explanation = self.fields["explanation"]
            explanation.required = True
            explanation.widget.attrs.update(ASKED)
            explanation.error_messages["required"] = _("Schrijf wat er niet past, en waarom.")

    def facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "house_rule": data.get("house_rule", ""),
            "explanation": data["explanation"],
            "notifier_email": data["email"],
        }


class LawForm(NoticeForm):
    """All that DSA art. 16(2) asks for. Who reports the abuse of children may stay unknown."""

    KIND = Notice.Kind.LAW

    category = forms.ChoiceField(
        label=gettext_lazy("Waar gaat het om?"),
        choices=Notice.Category.choices,
        widget=Radios,
        error_messages={
            "required": gettext_lazy("Kies waar het om gaat."),
            "invalid_choice": gettext_lazy("Kies waar het om gaat uit de lijst."),
        },
    )
    explanation = text_field(
        gettext_lazy("Waarom is deze reactie volgens u in strijd met de wet?"),
        5_000,
        gettext_lazy("Schrijf waarom deze reactie volgens u in strijd met de wet is."),
        validators=[too_short(REASON_LENGTH)],
        help_text=gettext_lazy("Zo precies als u kunt: welke woorden, en wat is er mis mee?"),
    )
    law_text = PlainCharField(
        label=gettext_lazy("Wet of artikel"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Als u weet welke wet het verbiedt."),
        error_messages={"max_length": TOO_LONG},
    )
    urls = text_field(
        gettext_lazy("Adres (URL) van de reactie"),
        MOST_URLS * URL_LENGTH,
        gettext_lazy("Vul het adres van de reactie in."),
        help_text=gettext_lazy("Staat het op meer plaatsen? Zet elk adres op een eigen regel."),
    )
    name = PlainCharField(
        label=gettext_lazy("Naam"),
        max_length=80,
        help_text=gettext_lazy(
            "Naam en e-mailadres hoeven niet als het om seksueel misbruik van kinderen gaat. "
            "De schrijver van de reactie ziet ze nooit."
        ),
        error_messages={
            "required": gettext_lazy("Vul uw naam in."),
            "max_length": gettext_lazy("Gebruik voor uw naam maximaal %(limit_value)s tekens."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "name", **ASKED}),
    )
    email = PlainEmailField(
        label=gettext_lazy("E-mailadres"),
        help_text=gettext_lazy("Wij mailen u een bevestiging en ons besluit."),
        error_messages=EMAIL_ERRORS,
        widget=forms.EmailInput(attrs={"autocomplete": "email", **ASKED}),
    )
    good_faith = forms.BooleanField(
        label=gettext_lazy(
            "Ik verklaar dat deze melding naar mijn beste weten juist en volledig is."
        ),
        error_messages={
            "required": gettext_lazy(
                "Verklaar dat uw melding naar uw beste weten juist en volledig is."
            )
        },
        widget=forms.CheckboxInput(attrs=ASKED),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.data.get("category") == Notice.Category.MINORS:
            self.fields["name"].required = self.fields["email"].required = False

    def clean_urls(self) -> list[str]:
        lines = (line.strip() for line in self.cleaned_data["urls"].splitlines())
        urls = list(dict.fromkeys(line for line in lines if line))
        if len(urls) > MOST_URLS:
            raise ValidationError(_("Vul maximaal %(n)s adressen in.") % {"n": MOST_URLS})
        for url in urls:
            if url not in self.initial.values():  # a host of one word is an address as well
                is_web_address(url)
        return urls

    def facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        names = ("category", "explanation", "law_text", "urls")
        return {
            **{name: data[name] for name in names},
            "notifier_name": data["name"],
            "notifier_email": data["email"],
            "good_faith_at": timezone.now(),
        }


def form_for(kind: str, comment: Comment, data: QueryDict | None) -> NoticeForm:
    """`data`: None for a form that is asked for."""
    if kind == Notice.Kind.RULES:
        return RulesForm(data, auto_id="melding-%s")
    initial = {"urls": absolute(comment.get_absolute_url())}
    return LawForm(data, initial=initial, auto_id="melding-%s")
