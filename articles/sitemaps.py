"""What there is to find, for search engines and archives: only what readers may see.

`lastmod` is the last change of an article itself; a reaction to it is none.
"""

from datetime import datetime
from typing import Any, Final

from django.contrib.sitemaps import Sitemap
from django.db.models import F, Max, Model, QuerySet
from django.db.models.functions import Greatest
from django.urls import reverse

from articles.models import Article, Author, Series, Topic
from pages.models import Page


class Section[Thing: Model](Sitemap[Any]):
    """Things with an address and a `lastmod` that the database worked out."""

    limit = 5_000

    def items(self) -> QuerySet[Thing]:
        raise NotImplementedError

    def lastmod(self, thing: Any) -> datetime:
        last: datetime = thing.lastmod
        return last

    def get_latest_lastmod(self) -> datetime | None:
        """Asked for by the index; without this it would read every row."""
        latest: datetime | None
        latest = self.items().order_by().aggregate(latest=Max("lastmod"))["latest"]
        return latest


class ArticleSection(Section[Article]):
    def items(self) -> QuerySet[Article]:
        dated = Article.objects.visible().annotate(lastmod=Greatest("published_at", "changed_at"))
        newest: QuerySet[Article] = dated.order_by("-published_at", "-pk")
        return newest.only("slug")


class SubjectSection(Section[Any]):
    """Only those that a visible article refers to; each changes when one of those does."""

    def __init__(self, kind: type[Topic | Author | Series], articles: str) -> None:
        self.kind, self.articles = kind, articles

    def items(self) -> QuerySet[Any]:
        last = Greatest(f"{self.articles}__published_at", f"{self.articles}__changed_at")
        seen = self.kind._base_manager.filter(**{f"{self.articles}__in": Article.objects.visible()})
        return seen.annotate(lastmod=Max(last)).order_by("pk").only("slug")


class ListSection(Sitemap[str]):
    """The front page and the lists of lists, by the name of their address."""

    def items(self) -> list[str]:
        names = ("home", "topics", "authors", "all_series", "archive")
        return [f"articles:{name}" for name in names]

    def location(self, name: str) -> str:
        return reverse(name)


class PageSection(Section[Page]):
    """The pages that editors maintain."""

    def items(self) -> QuerySet[Page]:
        return Page.objects.visible().annotate(lastmod=F("changed_at")).order_by("pk")


SECTIONS: Final[dict[str, Any]] = {
    "artikelen": ArticleSection(),
    "onderwerpen": SubjectSection(Topic, "article_topics__content_object"),
    "auteurs": SubjectSection(Author, "articles"),
    "reeksen": SubjectSection(Series, "articles"),
    "lijsten": ListSection(),
    "paginas": PageSection(),
}
