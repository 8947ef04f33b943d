"""What stands around the editing of an article: the check, what was corrected, what may vanish."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.options import ActionLocation
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.acts import findings
from articles.models import Article
from articles.outlook import in_words, outlook
from desk.acts import ActsAdmin


class Checking(ActsAdmin):
    """The page that says what a check of an article finds: for whoever may see the article."""

    def get_urls(self) -> list[URLPattern]:
        check = self.admin_site.admin_view(require_safe(self.check_view))
        page = path("<path:object_id>/controleren/", check, name="articles_article_check")
        return [page, *super().get_urls()]

    def check_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article = self.get_object(request, object_id)
        if article is None:
            raise Http404
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            **findings(article),
            "title": _("Controleren"),
            "outlook": outlook(article),
            "opts": self.opts,
            "original": article,
        }
        return TemplateResponse(request, "admin/articles/article/findings.html", context)


class Corrected(ActsAdmin):
    """Corrections are read here and placed by an act: readers have seen them, they stay."""

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        fieldsets = [*super().get_fieldsets(request, obj)]
        if obj and obj.corrections.exists():
            fieldsets.append((gettext_lazy("Correcties"), {"fields": ["corrections_so_far"]}))
        return fieldsets

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> Any:
        return [*super().get_readonly_fields(request, obj), "corrections_so_far"]

    def corrections_so_far(self, article: Article) -> SafeString:
        lines = ((in_words(one.at), one.text) for one in article.corrections.all())
        return format_html_join("", "<p>{}: {}</p>", lines)

    corrections_so_far.short_description = gettext_lazy("geplaatst")  # type: ignore[attr-defined]


class Lasting(ActsAdmin):
    """What readers may have seen is not deleted: its address answers for ever, if only with 410."""

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        may = super().has_delete_permission(request, obj)
        return may and (obj is None or obj.was_never_public)

    def get_actions(
        self, request: HttpRequest, action_location: ActionLocation = ActionLocation.CHANGE_LIST
    ) -> dict[str, Any]:
        """Not many at once: each draft is somebody's work."""
        actions = super().get_actions(request, action_location)
        actions.pop("delete_selected", None)
        return actions

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        article = self.get_object(request, object_id)
        if article and self.has_delete_permission(request) and not article.was_never_public:
            self.message_user(request, why_it_stays(article), messages.WARNING)
            page = reverse("admin:articles_article_change", args=[article.pk])
            return HttpResponseRedirect(page)
        return super().delete_view(request, object_id, extra_context)


def why_it_stays(article: Article) -> str:
    if article.published_at:
        return _(
            "Dit artikel stond op de site en kan niet worden verwijderd: "
            "op zijn adres moet altijd iets te lezen zijn. U kunt het wel intrekken."
        )
    return _("Alleen een concept kan worden verwijderd. Geef het artikel eerst terug.")
