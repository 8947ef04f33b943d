from django.test import Client
from pytest_django.asserts import assertInHTML

from articles.models import Article, Series
from tests.conftest import Publish


def test_an_article_by_itself_has_no_parts(publish: Publish) -> None:
    assert publish().parts_of_series() == []


def test_the_parts_of_a_series_stand_in_their_order(publish: Publish, series: Series) -> None:
    last = publish("Drie", series=series, series_position=3)
    first = publish("Een", series=series, series_position=1)
    publish("Iets anders")
    assert last.parts_of_series() == [first, last]


def test_readers_see_no_parts_that_they_cannot_open(publish: Publish, series: Series) -> None:
    article = publish("Een", series=series, series_position=1)
    publish("Twee", series=series, series_position=2).withdraw()
    Article.objects.create(title="Drie", slug="drie", lead="-", series=series)
    assert article.parts_of_series() == [article]


def test_a_series_shows_its_parts_and_where_the_reader_is(
    client: Client, publish: Publish, series: Series
) -> None:
    publish("Een", series=series, series_position=1)
    page = client.get(publish("Twee", series=series, series_position=2).get_absolute_url()).text
    assertInHTML('<h2 id="reeks-kop">Reeks: Het loket</h2>', page)
    assertInHTML("<p>Wie er achter het glas zit.</p>", page)
    assertInHTML('<li value="1"><a href="/artikelen/een/">Een</a></li>', page)
    assertInHTML('<li value="2"><a href="/artikelen/twee/" aria-current="page">Twee</a></li>', page)
    assertInHTML(
        '<p class="article__series">Deel 2 in de reeks <a href="#reeks">Het loket</a></p>', page
    )


def test_a_part_without_a_number_does_not_say_deel_none(
    client: Client, publish: Publish, series: Series
) -> None:
    page = client.get(publish("Los", series=series).get_absolute_url()).text
    assert "None" not in page
    assertInHTML('<p class="article__series">In de reeks <a href="#reeks">Het loket</a></p>', page)


def test_an_announcement_without_a_series_has_a_heading_of_its_own(
    client: Client, publish: Publish
) -> None:
    page = client.get(publish(announcement="In maart: de brief.").get_absolute_url()).text
    assertInHTML('<h2 id="reeks-kop">Hierna</h2>', page)
    assertInHTML(
        '<p class="series__next"><strong>Binnenkort:</strong> In maart: de brief.</p>', page
    )


def test_an_article_by_itself_shows_no_series(client: Client, article: Article) -> None:
    assert 'id="reeks"' not in client.get(article.get_absolute_url()).text
