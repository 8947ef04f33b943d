"""The archive by year and month; midnight in Amsterdam decides."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django.asserts import assertInHTML

from articles.models import Article
from articles.months import start_of
from tests.articles.conftest import AMSTERDAM
from tests.articles.test_lists import ENTRIES, TITLES
from tests.conftest import Publish

type At = Callable[..., Article]


@pytest.fixture
def at(publish: Publish) -> At:
    """Makes an article that was published at a moment."""

    def make(title: str, *moment: int, zone: object = AMSTERDAM) -> Article:
        article = publish(title)
        article.publish(datetime(*moment, tzinfo=zone))  # type: ignore[arg-type, misc]
        return article

    return make


def test_the_archive_counts_the_articles_of_each_year(client: Client, at: At) -> None:
    at("Een", 2018, 1, 24)
    at("Twee", 2018, 12, 31)
    at("Drie", 2021, 5, 1)
    assert ENTRIES.findall(client.get("/archief/").text) == [
        ("/archief/2021/", "2021", "1 artikel"),
        ("/archief/2018/", "2018", "2 artikelen"),
    ]


def test_a_year_names_its_months_in_dutch(client: Client, at: At) -> None:
    at("Een", 2018, 1, 24)
    at("Twee", 2018, 3, 1)
    at("Drie", 2018, 3, 31)
    page = client.get("/archief/2018/").text
    assert ENTRIES.findall(page) == [
        ("/archief/2018/1/", "januari 2018", "1 artikel"),
        ("/archief/2018/3/", "maart 2018", "2 artikelen"),
    ]
    assertInHTML("<title>Archief: 2018 - Grensvlak</title>", page)
    assertInHTML('<meta name="description" content="3 artikelen uit 2018, per maand.">', page)


def test_a_month_lists_its_articles(client: Client, at: At) -> None:
    at("Eind", 2018, 1, 31, 23, 59)
    at("Begin", 2018, 1, 1)
    at("Ervoor", 2017, 12, 31, 23, 59)
    at("Erna", 2018, 2, 1)
    page = client.get("/archief/2018/1/").text
    assert TITLES.findall(page) == ["Eind", "Begin"]
    assertInHTML("<title>Archief: januari 2018 - Grensvlak</title>", page)
    assertInHTML("<h1>Archief: januari 2018</h1>", page)
    assertInHTML('<meta name="description" content="2 artikelen uit januari 2018.">', page)


@pytest.mark.parametrize(
    ("moment", "address"),
    [
        ((2018, 6, 30, 22, 30), "/archief/2018/7/"),  # half past midnight, summer time
        ((2018, 6, 30, 21, 30), "/archief/2018/6/"),
        ((2018, 12, 31, 23, 30), "/archief/2019/1/"),  # half past midnight, winter time
        ((2018, 12, 31, 22, 30), "/archief/2018/12/"),
    ],
)
def test_the_dutch_clock_decides_in_which_month_it_was(
    client: Client, at: At, moment: tuple[int, ...], address: str
) -> None:
    at("Rond middernacht", *moment, zone=UTC)
    assert TITLES.findall(client.get(address).text) == ["Rond middernacht"]
    year = address[: len("/archief/2018/")]
    assert [entry[0] for entry in ENTRIES.findall(client.get(year).text)] == [address]
    assert [entry[0] for entry in ENTRIES.findall(client.get("/archief/").text)] == [year]


def test_the_archive_holds_what_readers_may_see(
    client: Client, in_every_state: dict[str, Article]
) -> None:
    moment = in_every_state["published"].published_at
    assert moment
    local = moment.astimezone(AMSTERDAM)
    (entry,) = ENTRIES.findall(client.get("/archief/").text)
    assert entry[1:] == (str(local.year), "1 artikel")
    page = client.get(f"/archief/{local.year}/{local.month}/")
    assert TITLES.findall(page.text) == ["published"]


@pytest.mark.django_db
def test_an_empty_archive_says_so(client: Client) -> None:
    response = client.get("/archief/")
    assert response.status_code == 200
    assert "Er staan nog geen artikelen op de site." in response.text


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/archief/2017/", "Uit dit jaar zijn er geen artikelen."),
        ("/archief/2018/2/", "Uit deze maand zijn er geen artikelen."),
        ("/archief/2018/13/", "Deze datum bestaat niet."),
        ("/archief/2018/0/", "Deze datum bestaat niet."),
        ("/archief/2018/99999999999999999999/", "Deze datum bestaat niet."),
        ("/archief/0/", "Deze datum bestaat niet."),
        ("/archief/9999/", "Deze datum bestaat niet."),
        ("/archief/9999/12/", "Deze datum bestaat niet."),
        ("/archief/99999999999999999999/1/", "Deze datum bestaat niet."),
        ("/archief/vorig-jaar/", "Misschien klopt het adres niet"),
        ("/archief/-1/", "Misschien klopt het adres niet"),
    ],
)
def test_a_time_without_articles_is_not_found(
    client: Client, at: At, address: str, sentence: str
) -> None:
    at("Een", 2018, 1, 24)
    response = client.get(address)
    assert response.status_code == 404
    assert sentence in response.text


@pytest.mark.parametrize(
    ("typed", "address"),
    [("/archief/2018/01/", "/archief/2018/1/"), ("/archief/02018/", "/archief/2018/")],
)
def test_a_month_has_one_address(client: Client, at: At, typed: str, address: str) -> None:
    at("Een", 2018, 1, 24)
    response = client.get(typed)
    assert response.status_code == 301
    assert response.headers["Location"] == address


def test_a_thirteenth_month_is_where_the_year_ends() -> None:
    assert start_of(2018, 13) == start_of(2019) == datetime(2019, 1, 1, tzinfo=AMSTERDAM)
