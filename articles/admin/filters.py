"""What a list of articles can be narrowed to. An address that means nothing narrows nothing."""

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article, ArticleTopic, Author, Authorship, Topic
from articles.waiting import AHEAD


class StandingFilter(admin.SimpleListFilter):
    """The state as it is now: what is planned and what is over are not stored anywhere."""

    title = _("staat")
    parameter_name = "staat"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("concept", _("concept")),
            ("teruggekomen", _("teruggekomen van de redactie")),
            ("ter-beoordeling", _("ter beoordeling")),
            ("gepland", _("gepland")),
            ("gepland-week", _("gepland, komende zeven dagen")),
            ("gepubliceerd", _("gepubliceerd")),
            ("verlopen", _("verlopen")),
            ("ingetrokken", _("ingetrokken")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        articles, now = Article.objects.all(), timezone.now()
        standing = {
            "concept": articles.drafts,
            "teruggekomen": articles.returned,
            "ter-beoordeling": articles.in_review,
            "gepland": lambda: articles.scheduled(now),
            "gepland-week": lambda: articles.scheduled(now, AHEAD),
            "gepubliceerd": lambda: articles.visible(now),
            "verlopen": lambda: articles.expired(now),
            "ingetrokken": articles.withdrawn,
        }.get(self.value() or "")
        return queryset.filter(pk__in=standing().values("pk")) if standing else queryset


class _Chosen(admin.SimpleListFilter):
    """One of the things that articles have: only those that are used are offered."""

    def chosen(self) -> int | None:
        offered = {str(key) for key, _label in self.lookup_choices}
        return int(self.value() or 0) if self.value() in offered else None


class AuthorFilter(_Chosen):
    title = _("auteur")
    parameter_name = "auteur"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        used = Exists(Authorship.objects.filter(author=OuterRef("pk")))
        return list(Author.objects.filter(used).values_list("pk", "name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        by = Authorship.objects.filter(article=OuterRef("pk"), author=self.chosen())
        return queryset.filter(Exists(by)) if self.chosen() else queryset


class TopicFilter(_Chosen):
    title = _("onderwerp")
    parameter_name = "onderwerp"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        used = Exists(ArticleTopic.objects.filter(tag=OuterRef("pk")))
        return list(Topic.objects.filter(used).values_list("pk", "name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        about = ArticleTopic.objects.filter(content_object=OuterRef("pk"), tag=self.chosen())
        return queryset.filter(Exists(about)) if self.chosen() else queryset
