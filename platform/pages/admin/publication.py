from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from solo.admin import SingletonModelAdmin

from pages.models import MenuItem, Page, Publication


class MenuItemInline(admin.TabularInline[MenuItem, Publication]):
    model = MenuItem
    fields = ["place", "position", "label", "page", "address"]
    ordering = ["-place", "position", "pk"]
    extra = 1

    def get_formset(self, request: Any, obj: Any = None, **options: Any) -> Any:
        """The pages are asked for once, not again for each row."""
        formset: Any = super().get_formset(request, obj, **options)
        choices = [("", "---------"), *((page.pk, page.title) for page in Page.objects.all())]
        formset.form.base_fields["page"].choices = choices
        return formset


@admin.register(Publication)
class PublicationAdmin(SingletonModelAdmin):
    fieldsets = [
        (None, {"fields": ["name", "line", "description", "footer_text"]}),
        (_("Uitgever"), {"fields": ["publisher", "publisher_uri", "email"]}),
    ]
    inlines = [MenuItemInline]

    class Media:
        js = ("js/desk-words.js", "js/desk-unsaved.js")
