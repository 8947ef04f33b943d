from typing import Any

from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from solo.admin import SingletonModelAdmin

from comments.admin.hours import ClosedDayInline, OpeningHoursInline
from comments.admin.trials import TrialAdmin
from comments.judging.trial import Setting
from comments.models import Policy, WordRule


@admin.register(Policy)
class PolicyAdmin(TrialAdmin, SingletonModelAdmin):
    change_form_template = "admin/comments/one_setting.html"
    inlines = [OpeningHoursInline, ClosedDayInline]
    fieldsets = [
        (_("Wie mag reageren"), {"fields": ["audience"]}),
        (
            _("Wanneer een reactie wordt gelezen"),
            {"fields": ["mode", "trusted_after", "keeps_hours", "keeps_holidays"]},
        ),
        (
            _("Wat eerst wordt gelezen"),
            {
                "description": _("Wat leeg is, telt niet mee."),
                "fields": [
                    "hold_first",
                    "hold_unconfirmed",
                    "held_links",
                    "shouting_percent",
                    "refused_percent",
                    "held_after_days",
                    "hold_disposable",
                ],
            },
        ),
        (
            _("Tempo, en wat robots tegenhoudt"),
            {
                "fields": [
                    ("most_in_ten_minutes", "most_in_a_day"),
                    "too_fast_seconds",
                    "form_hours",
                    "proof_of_work",
                ]
            },
        ),
        (
            _("Het gesprek"),
            {"fields": ["correcting_minutes", "page_size", "closes_after_days"]},
        ),
    ]

    def _address(self, page: str, thing: Any) -> str:
        """Of what there is only one, the page is where the list would be."""
        own = reverse("admin:comments_policy_change")
        return own if page == "change" else super()._address(page, thing)

    def proposed(self, thing: Any) -> Setting:
        return Setting(thing, WordRule.objects.in_force())
