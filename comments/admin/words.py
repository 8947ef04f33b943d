from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from comments.admin.trials import TrialAdmin
from comments.judging.trial import Setting
from comments.judging.words import says_something
from comments.models import Policy, WordRule


class WordRuleForm(forms.ModelForm[WordRule]):
    class Meta:
        model = WordRule
        fields = ["pattern", "effect", "inside_words", "active", "note"]

    def clean_pattern(self) -> str:
        pattern = " ".join(self.cleaned_data["pattern"].split())
        if not says_something(pattern):
            raise ValidationError(
                _("Gebruik ten minste twee letters of cijfers, en niet meer dan twee sterretjes.")
            )
        return pattern


@admin.register(WordRule)
class WordRuleAdmin(TrialAdmin):
    """A rule is switched off, not deleted: decisions refer to it."""

    form = WordRuleForm
    list_display = ["pattern", "effect", "inside_words", "active", "note"]
    list_filter = ["active", "effect"]
    search_fields = ["pattern", "note"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def proposed(self, thing: Any) -> Setting:
        others = WordRule.objects.exclude(pk=thing.pk).in_force()
        own = (thing.as_word(),) if thing.active else ()
        return Setting(Policy.get_solo(), (*others, *own))
