"""What an article's page leads to: the parts of its series, translations, and what is like it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import QuerySet
from django.utils import timezone

from articles.models import Article
from delivery.compiled import Compiled


@dataclass(frozen=True)
class Neighbours:
    article: Article
    parts: tuple[Article, ...] = ()
    translations: tuple[Article, ...] = ()
    related: tuple[Article, ...] = ()

    @property
    def previous(self) -> Article | None:
        before = [part for part in self.parts if place(part) < place(self.article)]
        return before[-1] if before else None

    @property
    def next(self) -> Article | None:
        after = (part for part in self.parts if place(part) > place(self.article))
        return next(after, None)

    @property
    def announcement(self) -> str:
        """What will come, as long as it has not come."""
        return "" if self.next else self.article.announcement

    @property
    def total(self) -> int:
        """How many parts the series has, also when readers cannot see all of them."""
        numbers = (part.series_position or 0 for part in (*self.parts, self.article))
        return max(len(self.parts), *numbers)

    @property
    def original(self) -> Article:
        """The article of which the others are translations: this one, or one of those."""
        wanted = self.article.translation_of_id
        return next((one for one in self.translations if one.pk == wanted), self.article)


def place(part: Article) -> tuple[Any, ...]:
    """Sorts parts of a series: those without a number come last, the oldest of them first."""
    unnumbered = part.series_position is None
    date = part.published_at.timestamp() if part.published_at else float("inf")
    return unnumbered, part.series_position or 0, date, part.pk or 0


def neighbours_of(article: Article) -> Neighbours:
    original, topics = article.translation_of_id or article.pk, article.tags.all()
    keys = (article.pk, original, article.series_id, *(topic.pk for topic in topics))
    return sort_out(article, Article.objects.raw(*AROUND.asked(timezone.now(), *keys)))


def _around(
    now: datetime, pk: int, original: int, series: int | None, *topics: int
) -> QuerySet[Article]:
    return Article.objects.visible(now).around(pk, original, series, topics)


AROUND: Final = Compiled(_around)


def sort_out(article: Article, found: Iterable[Any]) -> Neighbours:
    """One article can be both part and translation; what is neither of the two is related."""
    others = [one for one in found if one.pk != article.pk]
    translations = [one for one in others if is_version(one, article)]
    parts = [one for one in others if article.series_id and one.series_id == article.series_id]
    if article.series_id:
        parts = sorted([*parts, article], key=place)
    related = [one for one in others if one not in parts and one not in translations]
    related.sort(key=lambda one: (one.shared or 0, one.published_at, one.pk), reverse=True)
    return Neighbours(article, tuple(parts), tuple(translations), tuple(related))


def is_version(one: Article, article: Article) -> bool:
    """Whether two articles are the same text in two languages."""
    original = article.translation_of_id or article.pk
    return original in {one.pk, one.translation_of_id}
