"""The trail above a page: where it stands in the site."""

from collections.abc import Callable

from django.test import Client
from pytest_django.asserts import assertInHTML

from accounts.models import User
from articles.models import Article, Author, Topic
from articles.trail import Step, trail_to
from tests.conftest import Publish

HOME = Step("Voorpagina", "/")


def test_an_article_stands_in_its_series(rich: Article) -> None:
    assert trail_to(rich) == [
        HOME,
        Step("Het loket", "/reeksen/het-loket/"),
        Step("Wie luistert er?", "/artikelen/wie-luistert-er/", "nl"),
    ]


def test_or_under_the_first_of_its_topics(article: Article) -> None:
    article.tags.add("zorg", "burgers")
    assert trail_to(article)[1] == Step("burgers", "/onderwerpen/burgers/")


def test_or_right_below_the_front_page(article: Article) -> None:
    assert [step.name for step in trail_to(article)] == ["Voorpagina", "Aan de balie"]


def test_lists_stand_below_the_front_page(rich: Article, ada: User) -> None:
    for thing in (Topic.objects.get(name="overheid"), Author.objects.get(user=ada), rich.series):
        assert thing
        assert trail_to(thing) == [HOME, Step(str(thing), thing.get_absolute_url())]


def test_the_page_shows_its_trail_and_where_one_is(client: Client, rich: Article) -> None:
    trail = """<nav class="trail" aria-label="Kruimelpad"><ol>
        <li><a href="/">Voorpagina</a></li>
        <li><a href="/reeksen/het-loket/">Het loket</a></li>
        <li><span aria-current="page" lang="nl">Wie luistert er?</span></li></ol></nav>"""
    assertInHTML(trail, client.get(rich.get_absolute_url()).text)


def test_a_trail_asks_nothing_of_an_article_that_came_with_its_people(
    rich: Article, publish: Publish, django_assert_num_queries: Callable[..., object]
) -> None:
    found = Article.objects.with_people().get(pk=rich.pk)
    with django_assert_num_queries(0):  # type: ignore[attr-defined]
        trail_to(found)
