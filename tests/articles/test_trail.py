"""The trail above a page: where it stands in the site."""

import re
from collections.abc import Callable

import pytest
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
    assert trail_to(article)[1] == Step("#burgers", "/onderwerpen/burgers/")


def test_or_right_below_the_front_page(article: Article) -> None:
    assert [step.name for step in trail_to(article)] == ["Voorpagina", "Aan de balie"]


def test_lists_stand_below_the_list_of_their_kind(rich: Article, ada: User) -> None:
    topic, author = Topic.objects.get(name="overheid"), Author.objects.get(user=ada)
    assert trail_to(topic) == [
        HOME,
        Step("Onderwerpen", "/onderwerpen/"),
        Step("#overheid", "/onderwerpen/overheid/"),
    ]
    assert [step.name for step in trail_to(author)] == ["Voorpagina", "Auteurs", "Ada Verhoeven"]
    assert rich.series
    assert [step.name for step in trail_to(rich.series)] == ["Voorpagina", "Reeksen", "Het loket"]


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/onderwerpen/", ["Voorpagina", "Onderwerpen"]),
        ("/archief/", ["Voorpagina", "Archief"]),
        ("/archief/2018/", ["Voorpagina", "Archief", "2018"]),
        ("/archief/2018/1/", ["Voorpagina", "Archief", "2018", "januari 2018"]),
        ("/reeksen/het-loket/", ["Voorpagina", "Reeksen", "Het loket"]),
    ],
)
def test_every_list_shows_its_trail(
    client: Client, rich: Article, address: str, names: list[str]
) -> None:
    page = client.get(address).text
    trail = page.partition('<nav class="trail"')[2].partition("</nav>")[0]
    assert re.findall(r">([^<>]+)</(?:a|span)>", trail) == names


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
