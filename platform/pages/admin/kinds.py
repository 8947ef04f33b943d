from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.admin.page import HEAD, AtLeastOne, OnePageAdmin, PageAdmin, WithVersions
from pages.models import (
    AccessibilityStatement,
    ContactPage,
    PrivacyStatement,
    Purpose,
    Retention,
    TextPage,
)
from pages.models.privacy import PARTS


@admin.register(TextPage)
class TextPageAdmin(WithVersions, PageAdmin):
    list_display = ["title", "slug", "published_at", "changed_at"]
    search_fields = ["title", "text_html"]
    fields = ["title", "slug", "description", "text_html"]

    def get_readonly_fields(self, request: HttpRequest, obj: TextPage | None = None) -> list[str]:
        return ["slug"] if obj and (obj.is_fixed or obj.is_published) else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {} if obj else {"slug": ["title"]}

    def has_delete_permission(self, request: HttpRequest, obj: TextPage | None = None) -> bool:
        """What readers can refer to is withdrawn first; the colophon stays."""
        may = super().has_delete_permission(request, obj)
        return may and not (obj and (obj.is_fixed or obj.is_published))


@admin.register(ContactPage)
class ContactAdmin(WithVersions, OnePageAdmin):
    fieldsets = [
        (
            None,
            {"fields": ["title", "description", "intro_html"]},
        ),
        (gettext_lazy("Voor lezers"), {"fields": ["email", "phone", "answer"]}),
        (gettext_lazy("Voor autoriteiten"), {"fields": ["authorities_email"]}),
        (gettext_lazy("Voor iedereen"), {"fields": ["postal_address", "languages"]}),
    ]


@admin.register(AccessibilityStatement)
class AccessibilityAdmin(WithVersions, OnePageAdmin):
    fieldsets = [
        HEAD,
        (
            gettext_lazy("De verklaring"),
            {"fields": ["status", "register_url", "domains", "stated_on", "signatory"]},
        ),
        (
            gettext_lazy("Wat lezers moeten weten"),
            {"fields": ["limits_html", "email", "response", "complaint_html"]},
        ),
    ]

    def change_view(self, request: HttpRequest, object_id: str, *more: Any, **so: Any) -> Any:
        answer: HttpResponse = super().change_view(request, object_id, *more, **so)
        statement = self.get_object(request, object_id)
        if statement and statement.is_outdated(timezone.localdate()):
            sentence = _("De verklaring is ouder dan een jaar. Controleer de tekst en de datum.")
            messages.warning(request, sentence)
        return answer


class PurposeInline(admin.TabularInline[Purpose, PrivacyStatement]):
    model = Purpose
    formset = AtLeastOne
    extra = 1


class RetentionInline(admin.TabularInline[Retention, PrivacyStatement]):
    model = Retention
    formset = AtLeastOne
    extra = 1


@admin.register(PrivacyStatement)
class PrivacyAdmin(WithVersions, OnePageAdmin):
    fieldsets = [HEAD, (None, {"fields": ["intro_html", *PARTS]})]
    inlines = [PurposeInline, RetentionInline]
