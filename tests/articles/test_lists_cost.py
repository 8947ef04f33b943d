"""What a list costs does not grow with the magazine."""

from collections.abc import Callable
from datetime import timedelta
from itertools import batched

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, ArticleTopic, Author, Authorship, Correction, Series, Topic
from articles.models.counting import COUNTED, LOOKED_AT
from articles.paging import PAGES, PER_PAGE
from tests.articles.conftest import CountQueries
from tests.articles.test_lists import ENTRIES
from tests.conftest import Publish

LISTS = (
    "/",
    "/onderwerpen/",
    "/onderwerpen/onderwerp-1/",
    "/auteurs/",
    "/auteurs/schrijver-1/",
    "/reeksen/",
    "/reeksen/reeks-1/",
    "/archief/",
)


@pytest.fixture
def fill(db: None) -> Callable[[int], None]:
    """So many articles more, with topics and authors, a tenth of them in a series."""
    topics = [Topic.objects.create(name=f"o{n}", slug=f"onderwerp-{n}") for n in range(3)]
    authors = [Author.objects.create(name=f"S{n}", slug=f"schrijver-{n}") for n in range(3)]
    series = [Series.objects.create(title=f"R{n}", slug=f"reeks-{n}") for n in range(2)]

    def make(n: int) -> None:
        first, now = Article.objects.count(), timezone.now()
        articles = Article.objects.bulk_create(
            Article(
                title=f"Artikel {number}",
                slug=f"artikel-{number}",
                lead="Kort.",
                state=Article.State.PUBLISHED,
                published_at=now - timedelta(hours=number),
                series=series[number // 5 % 2] if number % 5 == 0 else None,
            )
            for number in range(first, first + n)
        )
        for kind, name, others in ((ArticleTopic, "tag", topics), (Authorship, "author", authors)):
            link = "content_object" if kind is ArticleTopic else "article"
            rows = [kind(**{link: one, name: other}) for one in articles for other in others[:2]]
            for batch in batched(rows, 500, strict=False):
                kind._base_manager.bulk_create(batch)

    return make


def test_a_list_takes_as_many_queries_for_a_thousand_articles_as_for_ten(
    fill: Callable[[int], None], count_queries: CountQueries
) -> None:
    fill(10)
    few = {address: count_queries(address) for address in LISTS}
    fill(990)
    assert {address: count_queries(address) for address in LISTS} == few
    assert max(few.values()) <= 12


def test_the_dates_take_as_many_queries_for_a_thousand_articles_as_for_ten(
    fill: Callable[[int], None], count_queries: CountQueries
) -> None:
    fill(1)
    newest = timezone.localtime(Article.objects.get().published_at)
    addresses = (f"/archief/{newest.year}/", f"/archief/{newest.year}/{newest.month}/")
    few = [count_queries(address) for address in addresses]
    fill(999)
    assert [count_queries(address) for address in addresses] == few
    assert max(few) <= 12


def test_an_article_that_has_everything_stays_within_twelve_queries(
    rich: Article, publish: Publish, count_queries: CountQueries
) -> None:
    publish("Deel drie", series=rich.series, series_position=3)
    publish("Verwant").tags.add("overheid")
    publish("Who listens", language="en", translation_of=rich)
    for text in ("Er stond iets anders.", "En nog iets."):
        Correction.objects.create(article=rich, text=text)
    assert count_queries(rich.get_absolute_url()) <= 12


def test_a_list_of_lists_counts_to_fifty(fill: Callable[[int], None], client: Client) -> None:
    fill(COUNTED - 1)
    for address in ("/onderwerpen/", "/auteurs/"):
        assert [count for *_, count in ENTRIES.findall(client.get(address).text)] == [
            "49 artikelen",
            "49 artikelen",
        ]
    fill(500)
    for address in ("/onderwerpen/", "/auteurs/", "/reeksen/", "/archief/"):
        counts = {count for *_, count in ENTRIES.findall(client.get(address).text)}
        assert counts == {"50 artikelen of meer"}
    about = Article.objects.visible().about(Topic.objects.get(slug="onderwerp-1"))
    assert f"{about.count()} artikelen over o1." in client.get("/onderwerpen/onderwerp-1/").text


def test_a_count_that_looked_at_too_few_to_be_sure_says_so(
    fill: Callable[[int], None], client: Client
) -> None:
    fill(LOOKED_AT + 10)
    hidden = Article.objects.order_by("pk").values("pk")[10 : LOOKED_AT - 10]
    Article.objects.filter(pk__in=list(hidden.values_list("pk", flat=True))).update(
        state="withdrawn"
    )
    counts = {count for *_, count in ENTRIES.findall(client.get("/onderwerpen/").text)}
    assert counts <= {f"{n} artikelen of meer" for n in range(10, 31)}
    assert counts


def test_a_topic_of_thousands_does_not_say_there_are_as_many_as_there_are_pages_for(
    fill: Callable[[int], None], client: Client
) -> None:
    fill(PER_PAGE * PAGES + 1)
    page = client.get("/onderwerpen/onderwerp-1/").text
    assert "2.000 artikelen of meer over o1." in page


def test_a_list_does_not_fetch_what_it_does_not_show(
    fill: Callable[[int], None],
) -> None:
    fill(3)
    with CaptureQueriesContext(connection) as queries:
        for article in Article.objects.visible().as_cards().newest_first():
            assert article.get_absolute_url()
            assert [one.author.name for one in article.authorships.all()]
    asked = " ".join(query["sql"] for query in queries)
    assert len(queries) == 3
    for column in ('"announcement"', '"caption"', '"bio"', '"text_html"'):
        assert column not in asked
