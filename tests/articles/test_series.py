from django.test import Client
from pytest_django.asserts import assertInHTML

from articles.models import Article, Series
from articles.neighbours import neighbours_of
from tests.conftest import Publish


def parts_of(article: Article) -> list[Article]:
    return list(neighbours_of(article).parts)


def test_an_article_by_itself_has_no_parts(publish: Publish) -> None:
    assert parts_of(publish()) == []


def test_the_parts_of_a_series_stand_in_their_order(publish: Publish, series: Series) -> None:
    last = publish("Drie", series=series, series_position=3)
    loose = publish("Los", series=series)
    first = publish("Een", series=series, series_position=1)
    publish("Iets anders")
    assert parts_of(last) == [first, last, loose]
    near = neighbours_of(last)
    assert (near.previous, near.next, near.total) == (first, loose, 3)


def test_readers_see_no_parts_that_they_cannot_open(publish: Publish, series: Series) -> None:
    article = publish("Een", series=series, series_position=1)
    publish("Twee", series=series, series_position=2).withdraw()
    Article.objects.create(title="Drie", slug="drie", lead="-", series=series)
    assert parts_of(article) == [article]
    assert neighbours_of(article).next is None


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
        '<p class="article__series">Deel 2 van 2 in de reeks <a href="#reeks">Het loket</a></p>',
        page,
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


def test_a_part_leads_to_the_one_before_and_the_one_after(
    client: Client, publish: Publish, series: Series
) -> None:
    for number, title in enumerate(("Een", "Twee", "Drie"), start=1):
        language = "en" if number == 3 else "nl"
        publish(title, series=series, series_position=number, language=language)
    page = client.get("/artikelen/twee/").text
    assertInHTML(
        """<nav class="series__ways" aria-label="In deze reeks">
        <a rel="prev" href="/artikelen/een/"><span>Vorige in deze reeks</span> <span>Een</span></a>
        <a rel="next" href="/artikelen/drie/"><span>Volgende in deze reeks</span>
            <span lang="en">Drie</span></a></nav>""",
        page,
    )
    assert "Vorige in deze reeks" not in client.get("/artikelen/een/").text
    assert "Volgende in deze reeks" not in client.get("/artikelen/drie/").text


def test_what_was_announced_is_no_longer_announced_when_it_is_there(
    client: Client, publish: Publish, series: Series
) -> None:
    first = publish("Een", series=series, series_position=1, announcement="In maart: de brief.")
    assert "In maart: de brief." in client.get(first.get_absolute_url()).text
    publish("De brief", series=series, series_position=2)
    assert "In maart: de brief." not in client.get(first.get_absolute_url()).text


def test_a_missing_part_is_counted(client: Client, publish: Publish, series: Series) -> None:
    publish("Een", series=series, series_position=1)
    publish("Vier", series=series, series_position=4)
    assert "Deel 1 van 4 in de reeks" in client.get("/artikelen/een/").text
