"""The history of an article at the desk: what was done with it, its versions, what differs."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from reversion.models import Revision

from articles import versions
from articles.differences import differences
from articles.models import Article
from desk.acts import ActsAdmin
from desk.refused import Refused


@dataclass(frozen=True)
class KeptVersion:
    number: int  # 1 is the oldest
    revision: Revision


@dataclass(frozen=True)
class Line:
    at: datetime
    by: Any
    what: str
    note: str
    version: KeptVersion | None = None


def kept_versions(article: Article) -> list[KeptVersion]:
    """Newest first."""
    found = list(versions.versions_of(article))
    return [
        KeptVersion(len(found) - place, version.revision) for place, version in enumerate(found)
    ]


def history_of(article: Article) -> list[Line]:
    lines = [
        Line(event.at, event.by, str(event), event.note)
        for event in article.events.select_related("by")
    ]
    for kept in kept_versions(article):
        what = _("versie %(number)s bewaard") % {"number": kept.number}
        revision = kept.revision
        lines.append(Line(revision.date_created, revision.user, what, revision.comment, kept))
    return sorted(lines, key=lambda line: line.at, reverse=True)


class HistoryAdmin(ActsAdmin):
    """Keeps a version at each save, and shows what happened to an article."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            versions.keep_first(obj)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        versions.keep(form.instance, self.user(request))

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path(
                "<path:object_id>/vergelijken/",
                wrap(require_safe(self.compare_view)),
                name="articles_article_compare",
            ),
            path(
                "<path:object_id>/versies/<int:number>/terugzetten/",
                wrap(require_http_methods(["GET", "HEAD", "POST"])(self.restore_view)),
                name="articles_article_restore",
            ),
            *super().get_urls(),
        ]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        article = self._seen(request, object_id)
        lines = history_of(article)
        newest = sum(line.version is not None for line in lines)
        context = {
            "title": _("Geschiedenis: %(title)s") % {"title": article},
            "lines": lines,
            "newest": newest,
            "older": max(newest - 1, 1),
            "may_restore": self.has_change_permission(request, article),
        }
        return self._show(request, article, "history", context)

    def compare_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article = self._seen(request, object_id)
        before = self._version(article, request.GET.get("van", ""))
        after = self._version(article, request.GET.get("naar", ""))
        if before.number > after.number:
            before, after = after, before
        context = {
            "title": _("Versie %(before)s en %(after)s van: %(title)s")
            % {"before": before.number, "after": after.number, "title": article},
            "before": before,
            "after": after,
        }
        return self._compare(request, article, "compare", context)

    def restore_view(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        article = self._seen(request, object_id)
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        chosen = self._version(article, str(number))
        if request.method == "POST":
            return self._restore(request, article, chosen)
        context = {
            "title": _("Versie %(number)s terugzetten: %(title)s")
            % {"number": number, "title": article},
            "before": kept_versions(article)[0],
            "after": chosen,
        }
        return self._compare(request, article, "restore", context)

    def _restore(
        self, request: HttpRequest, article: Article, chosen: KeptVersion
    ) -> HttpResponseRedirect:
        try:
            versions.restore(article, chosen.revision, self.user(request))
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.WARNING)
        else:
            done = _("Versie %(number)s is teruggezet.") % {"number": chosen.number}
            self.message_user(request, done, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:articles_article_history", args=[article.pk]))

    def _seen(self, request: HttpRequest, object_id: str) -> Article:
        article = self.get_object(request, object_id)
        if not isinstance(article, Article):
            raise Http404
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        return article

    def _version(self, article: Article, number: str) -> KeptVersion:
        for kept in kept_versions(article):
            if str(kept.number) == number:
                return kept
        raise Http404

    def _compare(
        self, request: HttpRequest, article: Article, name: str, context: dict[str, Any]
    ) -> HttpResponse:
        try:
            before, after = (
                versions.snapshot(context[side].revision) for side in ("before", "after")
            )
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.WARNING)
            return HttpResponseRedirect(
                reverse("admin:articles_article_history", args=[article.pk])
            )
        context["differences"] = differences(before, after)
        return self._show(request, article, name, context)

    def _show(
        self, request: HttpRequest, article: Article, name: str, context: dict[str, Any]
    ) -> HttpResponse:
        context |= {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": article,
        }
        return TemplateResponse(request, f"admin/articles/article/{name}.html", context)
