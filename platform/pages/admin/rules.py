from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from pages.acts import RULES_ACTS
from pages.admin.page import HEAD, OnePageAdmin
from pages.models import HouseRules, Rule, RulesVersion


class RuleInline(admin.TabularInline[Rule, HouseRules]):
    model = Rule
    fields = ["code", "position", "title", "text", "retired"]
    readonly_fields = ["code"]
    extra = 0
    can_delete = False  # a code is never given out again: a rule is retired

    @admin.display(description=_("code"))
    def code(self, rule: Rule) -> str:
        return rule.code if rule.number else "–"


class VersionInline(admin.TabularInline[RulesVersion, HouseRules]):
    model = RulesVersion
    readonly_fields = ("link", "at", "by", "changes")
    fields = readonly_fields
    extra = 0
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[RulesVersion]:
        return super().get_queryset(request).select_related("by")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("versie"))
    def link(self, version: RulesVersion) -> SafeString:
        return format_html('<a href="{}">{}</a>', version.get_absolute_url(), version.number)


@admin.register(HouseRules)
class HouseRulesAdmin(OnePageAdmin):
    """Its versions are its history: what readers saw, and when."""

    acts = RULES_ACTS
    fieldsets = [HEAD, (None, {"fields": ["intro_html", "moderation_html"]})]
    inlines = [RuleInline, VersionInline]

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """What readers see is a version: there is nothing to look at before the first."""
        return super().get_view_on_site_url(obj) if obj and obj.is_published else None
