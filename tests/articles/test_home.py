import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from accounts.models import User
from articles.models import Article
from tests.articles.conftest import CountQueries
from tests.conftest import Publish, React

TITLE = re.compile(r'<h2 class="card__title"><a href="[^"]*">([^<]*)</a>')


def titles(page: str) -> list[str]:
    return TITLE.findall(page)


def test_the_newest_article_stands_first(client: Client, publish: Publish) -> None:
    for days, title in enumerate(["Nieuw", "Ouder", "Oudst"]):
        publish(title).publish(timezone.now() - timedelta(days=days))
    assert titles(client.get("/").text) == ["Nieuw", "Ouder", "Oudst"]


def test_home_shows_only_what_readers_may_see(
    client: Client, in_every_state: dict[str, Article]
) -> None:
    assert titles(client.get("/").text) == ["published"]


@pytest.mark.django_db
def test_an_empty_magazine_says_so(client: Client) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert "Er staan nog geen artikelen op de site." in response.text


def test_home_shows_twelve_at_most(client: Client, publish: Publish) -> None:
    for number in range(14):
        publish(f"Artikel {number}").publish(timezone.now() - timedelta(days=number))
    assert titles(client.get("/").text) == [f"Artikel {number}" for number in range(12)]


def test_what_editors_feature_stands_first_and_not_twice(
    client: Client, publish: Publish, els: User
) -> None:
    for days, title in enumerate(["Nieuw", "Ouder", "Oudst"]):
        publish(title).publish(timezone.now() - timedelta(days=days))
    Article.objects.get(title="Ouder").feature(els)
    assert titles(client.get("/").text) == ["Ouder", "Nieuw", "Oudst"]
    Article.objects.get(title="Oudst").feature(els)
    assert titles(client.get("/").text) == ["Oudst", "Nieuw", "Ouder"]


def test_a_featured_article_comes_on_top_of_the_twelve_newest(
    client: Client, publish: Publish, els: User
) -> None:
    for number in range(14):
        publish(f"Artikel {number}").publish(timezone.now() - timedelta(days=number))
    Article.objects.get(title="Artikel 13").feature(els)
    assert titles(client.get("/").text) == ["Artikel 13", *(f"Artikel {n}" for n in range(12))]


def test_a_featured_article_that_readers_may_not_see_is_passed_over(
    client: Client, publish: Publish, els: User
) -> None:
    publish("Nieuw")
    weg = publish("Weg")
    weg.feature(els)
    weg.withdraw(els)
    assert titles(client.get("/").text) == ["Nieuw"]


def test_no_longer_featured_the_newest_stands_first_again(
    client: Client, publish: Publish, els: User
) -> None:
    publish("Nieuw")
    old = publish("Oud")
    old.publish(timezone.now() - timedelta(days=9))
    old.feature(els)
    old.unfeature(els)
    assert titles(client.get("/").text) == ["Nieuw", "Oud"]


def test_home_leads_to_every_list(client: Client, article: Article) -> None:
    page = client.get("/").text
    for address in ("/onderwerpen/", "/auteurs/", "/reeksen/", "/archief/"):
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("reactions", "count"), [(0, "0 reacties"), (1, "1 reactie"), (6, "6 reacties")]
)
def test_a_card_counts_the_reactions_that_are_placed(
    client: Client, react: React, reactions: int, count: str
) -> None:
    for number in range(reactions):
        react(f"Reactie {number}")
    react("Deze wacht nog.", approved=False)
    link = f"""<a href="/artikelen/aan-de-balie/#reacties">{count}
        <span class="vh">op ‘Aan de balie’</span></a>"""
    assertInHTML(link, client.get("/").text)


def test_a_card_says_what_when_and_by_whom(client: Client, rich: Article) -> None:
    page = client.get("/").text
    assertInHTML(
        '<h2 class="card__title"><a href="/artikelen/wie-luistert-er/">Wie luistert er?</a></h2>',
        page,
    )
    assertInHTML('<p class="card__lead">Wat er gebeurt aan de balie.</p>', page)
    assertInHTML('<time datetime="2018-01-24T15:23:00+01:00">24 januari 2018</time>', page)
    assertInHTML('<a class="hashtag" href="/onderwerpen/overheid/">#overheid</a>', page)
    names = """<a href="/auteurs/zoe-bos/">Zoë Bos</a>, <a href="/auteurs/bram-aal/">Bram Aal</a> en
        <a href="/auteurs/cor-post/">Cor Post</a>"""
    assertInHTML(f"<span>{names}</span>", page)


def test_a_card_s_photo_says_nothing_twice(client: Client, rich: Article) -> None:
    assert f'<img src="{rich.image.wide}" alt="" width="80" height="45"' in client.get("/").text


def test_home_takes_as_many_queries_for_twelve_articles_as_for_two(
    publish: Publish, sign: Callable[..., None], count_queries: CountQueries
) -> None:
    def fill(names: range) -> None:
        for number in names:
            article = publish(f"Artikel {number}")
            article.tags.add("overheid", f"onderwerp {number}")
            sign(article, "Zoë Bos", f"Schrijver {number}")

    fill(range(2))
    few = count_queries("/")
    fill(range(2, 12))
    assert count_queries("/") == few <= 12


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_home_is_only_read(client: Client, method: str) -> None:
    response = getattr(client, method)("/")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert "Dit adres kan niet op deze manier worden gebruikt." in response.text


@pytest.mark.django_db
def test_head_answers_as_get_without_a_page(client: Client) -> None:
    response = client.head("/")
    assert response.status_code == 200
    assert response.content == b""


def test_an_unknown_word_in_the_address_changes_nothing(client: Client, article: Article) -> None:
    assert client.get("/?pagina=2&utm_source=x").text == client.get("/").text
