"""Why a reaction is restricted: what staff choose from, and what the decision keeps of it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from comments.models.decision import Reason
from markup.plain import PlainCharField
from pages.models.rules import RulesVersion


class ReasonForm(forms.Form):
    """A restriction is always reasoned (DSA art. 17): against the rules means against which one."""

    use_required_attribute = False
    reason = forms.ChoiceField(
        label=_("Reden"),
        choices=[("", _("Kies een reden")), *Reason.choices],
        error_messages={"required": _("Kies een reden.")},
    )
    house_rule = forms.ChoiceField(label=_("Huisregel"), required=False)
    note = PlainCharField(
        label=_("Toelichting aan de schrijver (optioneel)"),
        required=False,
        single_line=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.rules:
            chosen = [(one["code"], f"{one['code']}: {one['title']}") for one in self._in_force()]
            self.fields["house_rule"].choices = [("", _("Geen")), *chosen]  # type: ignore[attr-defined]
        else:
            del self.fields["house_rule"]

    @cached_property
    def rules(self) -> RulesVersion | None:
        """The rules that hold now."""
        return RulesVersion.objects.visible().first()

    def _in_force(self) -> list[dict[str, Any]]:
        return list(self.rules.content["rules"]) if self.rules else []

    def clean(self) -> dict[str, Any]:
        data = {"house_rule": "", **(super().clean() or {})}
        by_rule = data.get("reason") == Reason.HOUSE_RULES and "house_rule" not in self.errors
        if by_rule and self._in_force() and not data["house_rule"]:
            self.add_error("house_rule", ValidationError(_("Kies de huisregel.")))
        named = self.rules and data["house_rule"]
        return {**data, "rules_version": self.rules.number if self.rules and named else None}


class RedactForm(forms.Form):
    """Which passage; nothing else of what a reader wrote is ever changed."""

    use_required_attribute = False
    passage = PlainCharField(
        label=_("Wat u weghaalt"),
        single_line=False,
        min_length=2,
        max_length=10_000,
        help_text=_(
            "Precies zoals het hierboven staat. Ervoor in de plaats komt: [weggehaald door de "
            "redactie]. Staat het er vaker, dan gaat het overal weg."
        ),
        error_messages={"required": _("Typ of plak wat u weghaalt.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_passage(self) -> str:
        passage: str = self.cleaned_data["passage"]
        if passage not in self.initial["text"]:
            raise ValidationError(_("Dit staat niet precies zo in de reactie."), code="absent")
        return passage
