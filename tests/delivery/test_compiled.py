from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db.models import QuerySet
from django.db.models.functions import Upper
from django.utils import timezone

from articles.models import Article
from comments.models import Discussion
from delivery.compiled import Compiled
from tests.conftest import Publish


def _published(since: datetime, until: datetime | None, *keys: int) -> QuerySet[Article]:
    found = Article.objects.filter(published_at__gt=since, pk__in=keys).order_by("pk")
    return found.filter(published_at__lt=until) if until else found


type Ask = Callable[..., list[int]]


@pytest.fixture
def ask() -> Ask:
    """The keys that a compiled query finds: one that is asked all that is asked in the test."""
    query = Compiled(_published)

    def keys(*values: datetime | int | None) -> list[int]:
        return [one.pk for one in Article.objects.raw(*query.asked(*values))]

    return keys


def test_a_query_that_is_written_once_is_asked_with_other_values(
    publish: Publish, ask: Ask
) -> None:
    first, second, third = (publish(f"Deel {n}").pk for n in (1, 2, 3))
    now, before = timezone.now(), timezone.now() - timedelta(days=1)
    assert ask(before, now, first, third) == [first, third]
    assert ask(before, now, third, second) == [second, third]
    assert ask(now, now, first, second) == []


def test_it_is_written_anew_for_fewer_values_and_for_none(publish: Publish, ask: Ask) -> None:
    first, second = (publish(f"Deel {n}").pk for n in (1, 2))
    now, before = timezone.now(), timezone.now() - timedelta(days=1)
    assert ask(before, before, first, second) == []
    assert ask(before, None, first, second) == [first, second]
    assert ask(before, now, second) == [second]


def test_a_value_that_comes_twice_is_asked_in_both_places(article: Article) -> None:
    same = Compiled(lambda pk, other: Article.objects.filter(pk=pk, id__lte=other).values("pk"))
    assert same.rows(article.pk, article.pk) == [(article.pk,)]
    assert same.rows(article.pk, article.pk - 1) == []


def test_rows_come_as_the_queryset_itself_gives_them(discussion: Discussion) -> None:
    def build(slug: str, now: datetime) -> QuerySet[Article]:
        return Article.objects.visible(now).filter(slug=slug).select_related("discussion")

    query, now = Compiled(build), timezone.now()
    for slug in ("aan-de-balie", "aan-de-balie", "nergens"):
        expected = list(build(slug, now))
        found = query.objects(slug, now)
        assert found == expected
        assert [vars(one).keys() for one in found] == [vars(one).keys() for one in expected]
        assert [one.published_at for one in found] == [one.published_at for one in expected]
        assert [one.discussion for one in found] == [discussion] * len(expected)
    counted = Compiled(lambda: Article.objects.annotate(titles=Upper("title")))
    assert [one.titles for one in counted.objects()] == [discussion.article.title.upper()]
    times = Compiled(lambda slug: Article.objects.filter(slug=slug).values_list("published_at"))
    assert times.values("aan-de-balie") == [[discussion.article.published_at]]
