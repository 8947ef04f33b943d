from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.forms import BaseInlineFormSet, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from reversion.admin import VersionAdmin

from desk.acts import ActsAdmin
from pages.acts import PAGE_ACTS

#: What every page has, at the top of its form.
HEAD: Final[Any] = (None, {"fields": ["title", "description"]})


class PageAdmin(ActsAdmin):
    """A page of the site: written here, published and withdrawn by acts."""

    acts = PAGE_ACTS

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """Also before publication: an editor who has signed in sees how it will be."""
        return obj.get_absolute_url() if obj else None


class OnePageAdmin(PageAdmin):
    """For a kind of page of which there is one: it is never added or deleted."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return redirect(self._page_of(self.model.the_one()))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class WithVersions(VersionAdmin):  # type: ignore[misc]
    """Keeps what a page said before. Going back does not publish or withdraw it."""

    def revision_view(
        self, request: Any, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        now = self.get_object(request, object_id)
        request.published_at = now.published_at if now else None
        answer: HttpResponse = super().revision_view(request, object_id, version_id, extra_context)
        return answer

    def get_object(self, request: Any, object_id: str, from_field: Any = None) -> Any:
        page = super().get_object(request, object_id, from_field)
        if page and hasattr(request, "published_at"):
            page.published_at = request.published_at
        return page


class AtLeastOne(BaseInlineFormSet[Any, Any, Any]):
    """Rows without which readers do not get to see the page."""

    def clean(self) -> None:
        super().clean()
        kept = [form for form in self.forms if form.has_changed() or form.instance.pk]
        kept = [form for form in kept if form not in self.deleted_forms]
        if self.instance.is_published and not kept:
            raise ValidationError(_("Vul hier ten minste één regel in: lezers moeten dit weten."))
