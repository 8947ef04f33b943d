from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class AddressedAdmin(admin.ModelAdmin[Any]):
    """Something with a name in its address: made up from the title once, and then left alone."""

    class Media:
        js = ("js/desk-words.js", "js/desk-unsaved.js")

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {} if obj else dict(super().get_prepopulated_fields(request, obj))
