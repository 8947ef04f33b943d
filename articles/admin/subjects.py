from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from articles.admin.links import to_articles
from articles.models import Series, Topic
from desk.addressed import AddressedAdmin

# The library's own tags are not used: topics are.
admin.site.unregister(Tag)


@admin.register(Series)
class SeriesAdmin(AddressedAdmin):
    list_display = ["title", "parts", "description"]
    search_fields = ["title"]
    ordering = ["title"]  # counting loses the model’s own
    prepopulated_fields = {"slug": ["title"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Series]:
        found: QuerySet[Any] = super().get_queryset(request)
        counted: QuerySet[Any] = found.annotate(n_articles=Count("articles"))
        return counted

    @admin.display(description=_("delen"), ordering="n_articles")
    def parts(self, series: Any) -> SafeString:
        return to_articles(series.n_articles, series__id__exact=series.pk)


@admin.register(Topic)
class TopicAdmin(AddressedAdmin):
    list_display = ["name", "in_articles", "last_used", "description"]
    search_fields = ["name"]
    ordering = ["name"]
    prepopulated_fields = {"slug": ["name"]}

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        # The field is the tag library's, and so is its name there.
        labels = {"slug": capfirst(_("naam in het adres"))}
        return super().get_form(request, obj, change, labels=labels, **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        found: QuerySet[Any] = super().get_queryset(request)
        counted: QuerySet[Any] = found.annotate(
            n_articles=Count("article_topics"),
            last_used=Max("article_topics__content_object__published_at"),
        )
        return counted

    @admin.display(description=_("artikelen"), ordering="n_articles")
    def in_articles(self, topic: Any) -> SafeString:
        return to_articles(topic.n_articles, onderwerp=topic.pk)

    @admin.display(description=_("laatst gebruikt"), ordering="last_used")
    def last_used(self, topic: Any) -> datetime | None:
        last: datetime | None = topic.last_used
        return last
