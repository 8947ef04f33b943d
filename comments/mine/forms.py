from django import forms
from django.utils.translation import gettext_lazy as _

from comments.forms import BODY_LENGTH, refuse_too_long, too_short
from markup.plain import PlainCharField, PlainEmailField


class LinkForm(forms.Form):
    use_required_attribute = False
    email = PlainEmailField(
        label=_("E-mailadres"),
        error_messages={
            "required": _("Vul uw e-mailadres in."),
            "invalid": _("Vul een geldig e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."),
            "max_length": _("Vul een e-mailadres van maximaal 254 tekens in."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "aria-required": "true"}),
    )


class CorrectionForm(forms.Form):
    use_required_attribute = False
    body = PlainCharField(
        label=_("Reactie"),
        single_line=False,
        help_text=_("Maximaal 5.000 tekens. De eerdere tekst blijft zichtbaar voor moderatoren."),
        error_messages={"required": _("Schrijf een reactie.")},
        validators=[too_short(BODY_LENGTH[0]), refuse_too_long],
        widget=forms.Textarea(attrs={"rows": 8, "aria-required": "true"}),
    )
