"""The lists by topic, author and series: what is in them, and what they say about themselves."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from accounts.models import User
from articles.models import Article, Author, Series, Topic
from tests.articles.conftest import Photo
from tests.conftest import Publish, React

TITLES = re.compile(r'<h2 class="card__title"><a href="[^"]*"[^>]*>([^<]*)</a>')
ENTRIES = re.compile(
    r'<h2><a href="([^"]*)">([^<]*)</a></h2>\s*<p class="entry__count">([^<]*)</p>'
)


@pytest.fixture
def shelf(in_every_state: dict[str, Article], series: Series) -> dict[str, Article]:
    """An article for each state, all about #overheid, by Zoë Bos, and in one series."""
    zoe = Author.objects.create(name="Zoë Bos", slug="zoe-bos")
    for article in in_every_state.values():
        article.tags.add("overheid")
        article.authorships.create(author=zoe)
    Article.objects.update(series=series)
    return in_every_state


@pytest.mark.parametrize(
    "address", ["/onderwerpen/overheid/", "/auteurs/zoe-bos/", "/reeksen/het-loket/"]
)
def test_a_list_holds_what_readers_may_see(
    client: Client, shelf: dict[str, Article], address: str
) -> None:
    assert TITLES.findall(client.get(address).text) == ["published"]


@pytest.mark.parametrize(
    ("address", "entry"),
    [
        ("/onderwerpen/", ("/onderwerpen/overheid/", "#overheid", "1 artikel")),
        ("/auteurs/", ("/auteurs/zoe-bos/", "Zoë Bos", "1 artikel")),
        ("/reeksen/", ("/reeksen/het-loket/", "Het loket", "1 artikel")),
    ],
)
def test_a_list_of_lists_counts_what_readers_may_see(
    client: Client, shelf: dict[str, Article], address: str, entry: tuple[str, str, str]
) -> None:
    assert ENTRIES.findall(client.get(address).text) == [entry]
    shelf["published"].withdraw()
    page = client.get(address)
    assert page.status_code == 200
    assert ENTRIES.findall(page.text) == []
    assert "Er staan nog geen artikelen op de site." in page.text


def test_a_list_of_lists_is_in_the_order_of_its_names(client: Client, publish: Publish) -> None:
    publish("Een").tags.add("water", "energie")
    publish("Twee").tags.add("water")
    entries = ENTRIES.findall(client.get("/onderwerpen/").text)
    assert [entry[1:] for entry in entries] == [
        ("#energie", "1 artikel"),
        ("#water", "2 artikelen"),
    ]


def test_a_topic_lists_the_newest_first_with_their_reactions(
    client: Client, article: Article, publish: Publish, react: React
) -> None:
    react()
    article.tags.add("overheid")
    older = publish("Ouder")
    older.publish(timezone.now() - timedelta(days=3))
    older.tags.add("overheid")
    page = client.get("/onderwerpen/overheid/").text
    assert TITLES.findall(page) == ["Aan de balie", "Ouder"]
    assert re.findall(r"\d+ reacties?\b", page) == ["1 reactie", "0 reacties"]


def test_a_topic_says_what_it_is_about(client: Client, article: Article) -> None:
    article.tags.add("overheid")
    page = client.get("/onderwerpen/overheid/").text
    assertInHTML("<title>Artikelen over #overheid - Grensvlak</title>", page)
    assertInHTML("<h1>Artikelen over #overheid</h1>", page)
    assertInHTML('<meta name="description" content="1 artikel over overheid.">', page)
    Topic.objects.update(description="Van loket tot ministerie.")
    page = client.get("/onderwerpen/overheid/").text
    assertInHTML('<meta name="description" content="Van loket tot ministerie.">', page)
    assertInHTML("<p>Van loket tot ministerie.</p>", page)


def test_a_topic_without_articles_is_not_there(client: Client, article: Article) -> None:
    article.tags.add("geheim")
    article.withdraw()
    response = client.get("/onderwerpen/geheim/")
    assert response.status_code == 404
    assert "Over dit onderwerp zijn er geen artikelen." in response.text


def test_a_topic_in_another_alphabet_has_a_page(client: Client, article: Article) -> None:
    topic = Topic.objects.create(name="Київ", slug="київ")
    article.tags.add(topic)
    assert client.get(topic.get_absolute_url()).status_code == 200


def test_an_author_s_page_introduces_the_author(
    client: Client, article: Article, photo: Photo
) -> None:
    author = Author.objects.get()
    author.role, author.organisation = "Redacteur", "Gemeente Oost"
    author.bio, author.website = "Schrijft over loketten.", "https://ada.voorbeeld.nl/"
    author.portrait = photo()
    author.save()
    page = client.get("/auteurs/ada-verhoeven/").text
    assertInHTML("<title>Artikelen van Ada Verhoeven - Grensvlak</title>", page)
    assertInHTML("<h1>Ada Verhoeven</h1>", page)
    assertInHTML('<p class="author-card__role">Redacteur, Gemeente Oost</p>', page)
    assertInHTML("<p>Schrijft over loketten.</p>", page)
    assertInHTML('<a href="https://ada.voorbeeld.nl/">Website van Ada Verhoeven</a>', page)
    assert f'<img src="{author.portrait.square}" alt="" width="50" height="50"' in page
    assertInHTML('<meta name="description" content="Schrijft over loketten.">', page)
    assert TITLES.findall(page) == ["Aan de balie"]


@pytest.mark.parametrize("address", ["/auteurs/ada-verhoeven/", "/reeksen/het-loket/"])
def test_who_or_what_has_no_articles_yet_says_so_and_is_not_indexed(
    client: Client, ada: User, series: Series, address: str
) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert "Nog geen artikelen." in response.text
    assertInHTML('<meta name="robots" content="noindex">', response.text)


def test_a_series_lists_its_parts_in_order_and_what_will_come(
    client: Client, publish: Publish, series: Series
) -> None:
    publish("Twee", series=series, series_position=2, announcement="In maart: de brief.")
    publish("Een", series=series, series_position=1, announcement="Hierna: twee.")
    page = client.get("/reeksen/het-loket/").text
    assert TITLES.findall(page) == ["Een", "Twee"]
    assert re.findall(r'<p class="card__part">([^<]*)</p>', page) == ["Deel 1", "Deel 2"]
    assert "In maart: de brief." in page
    assert "Hierna: twee." not in page
    assertInHTML("<title>Reeks: Het loket - Grensvlak</title>", page)
    assertInHTML('<meta name="description" content="Wie er achter het glas zit.">', page)
    assert "noindex" not in page


def test_a_title_in_another_language_is_marked(client: Client, publish: Publish) -> None:
    publish("At the counter", language="en").tags.add("overheid")
    page = client.get("/onderwerpen/overheid/").text
    assertInHTML(
        """<h2 class="card__title">
        <a href="/artikelen/at-the-counter/" lang="en">At the counter</a></h2>""",
        page,
    )
    assertInHTML('<p class="card__lead" lang="en">Wat er gebeurt aan de balie.</p>', page)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/onderwerpen/bestaat-niet/", "Dit onderwerp bestaat niet."),
        ("/auteurs/bestaat-niet/", "Deze auteur bestaat niet."),
        ("/reeksen/bestaat-niet/", "Deze reeks bestaat niet."),
        ("/onderwerpen/%00/", "Misschien klopt het adres niet"),
        ("/auteurs/%ff/", "Misschien klopt het adres niet"),
        ("/reeksen/a b/", "Misschien klopt het adres niet"),
    ],
)
@pytest.mark.django_db
def test_what_does_not_exist_is_not_found(client: Client, address: str, sentence: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert sentence in response.text


@pytest.mark.parametrize(
    "address",
    [
        "/onderwerpen/",
        "/onderwerpen/overheid/",
        "/auteurs/",
        "/auteurs/zoe-bos/",
        "/reeksen/",
        "/reeksen/het-loket/",
        "/archief/",
        "/archief/2018/",
        "/archief/2018/1/",
    ],
)
def test_lists_are_only_read(
    client: Client, shelf: dict[str, Article], rich: Article, address: str
) -> None:
    for method in ("post", "put", "patch", "delete"):
        response = getattr(client, method)(address)
        assert response.status_code == 405
        assert response.headers["Allow"] == "GET, HEAD"
    assert client.head(address).status_code == 200
    page = client.get(address)
    assert page.text.count("<h1") == 1
    assert page.cookies == {}


def test_what_editors_type_is_shown_and_not_run(
    client: Client, publish: Publish, sign: Callable[..., None]
) -> None:
    evil = "<script>alert(1)</script>"
    series = Series.objects.create(title=evil, slug="kwaad", description=evil)
    article = publish(evil, slug="kwaad", series=series, announcement=evil)
    article.tags.add(evil)
    sign(article, evil, bio=evil, role=evil)
    Topic.objects.update(description=evil)
    author, topic = Author.objects.get(), Topic.objects.get()
    lists = [thing.get_absolute_url() for thing in (series, author, topic)]
    for address in ("/onderwerpen/", "/auteurs/", "/reeksen/", *lists):
        page = client.get(address).text
        assert evil not in page
        assert "&lt;script&gt;" in page
