"""What an article's page leads to besides its series: related articles and translations."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from articles.models import Article, Series
from articles.neighbours import Neighbours, neighbours_of
from tests.conftest import Publish


@pytest.fixture
def about(publish: Publish) -> Any:
    """Makes an article about these topics, so many days old."""

    def make(title: str, *topics: str, days: int = 1, **fields: Any) -> Article:
        article = publish(title, **fields)
        article.publish(timezone.now() - timedelta(days=days))
        article.tags.add(*topics)
        return article

    return make


def related(article: Article) -> list[str]:
    return [one.title for one in neighbours_of(article).related]


def test_what_shares_most_topics_is_related_most_and_then_what_is_newest(about: Any) -> None:
    article = about("Zelf", "a", "b", "c")
    about("Een, oud", "a", days=9)
    about("Twee", "a", "c", days=8)
    about("Een, nieuw", "b", days=2)
    about("Niets", "d")
    assert related(article) == ["Twee", "Een, nieuw", "Een, oud"]


def test_three_are_enough(about: Any) -> None:
    article = about("Zelf", "a")
    for days in range(1, 6):
        about(f"Dag {days}", "a", days=days)
    assert related(article) == ["Dag 1", "Dag 2", "Dag 3"]


@pytest.mark.parametrize("topics", [(), ("a",)])
def test_without_shared_topics_nothing_is_related(
    client: Client, about: Any, topics: tuple[str, ...]
) -> None:
    article = about("Zelf", *topics)
    about("Anders", "b")
    assert related(article) == []
    assert "Lees ook" not in client.get(article.get_absolute_url()).text


def test_parts_translations_and_what_readers_may_not_see_are_not_related(
    about: Any, series: Series, in_every_state: dict[str, Article]
) -> None:
    article = about("Zelf", "a", series=series, series_position=1)
    about("Deel", "a", series=series, series_position=2)
    about("Self", "a", language="en", translation_of=article)
    for one in in_every_state.values():
        one.tags.add("a")
    assert related(article) == ["published"]


def test_the_page_shows_what_is_related(client: Client, about: Any) -> None:
    article = about("Zelf", "a")
    about("At the counter", "a", language="en")
    page = client.get(article.get_absolute_url()).text
    assertInHTML('<h2 id="lees-ook-kop">Lees ook</h2>', page)
    assertInHTML('<a href="/artikelen/at-the-counter/" lang="en">At the counter</a>', page)


def test_an_article_and_its_translation_lead_to_each_other(client: Client, about: Any) -> None:
    dutch = about("Twee stoelen")
    about("Two chairs", language="en", translation_of=dutch)
    page = client.get("/artikelen/twee-stoelen/").text
    assertInHTML(
        """<p class="translation">Dit artikel is er ook in het Engels.
        <a href="/artikelen/two-chairs/" lang="en" hreflang="en">Two chairs</a></p>""",
        page,
    )
    page = client.get("/artikelen/two-chairs/").text
    assertInHTML(
        """<p class="translation">Dit artikel is er ook in het Nederlands.
        <a href="/artikelen/twee-stoelen/" lang="nl" hreflang="nl">Twee stoelen</a></p>""",
        page,
    )


def test_machines_are_told_of_every_version_and_of_the_original(client: Client, about: Any) -> None:
    dutch = about("Twee stoelen")
    english = about("Two chairs", language="en", translation_of=dutch)
    site = "http://testserver"
    versions = {
        f'<link rel="alternate" hreflang="nl" href="{site}/artikelen/twee-stoelen/">',
        f'<link rel="alternate" hreflang="en" href="{site}/artikelen/two-chairs/">',
        f'<link rel="alternate" hreflang="x-default" href="{site}/artikelen/twee-stoelen/">',
    }
    for article in (dutch, english):
        page = client.get(article.get_absolute_url()).text
        found = {line.strip() for line in page.splitlines() if "hreflang" in line}
        assert versions <= found


def test_a_translation_that_readers_may_not_see_is_not_mentioned(
    client: Client, about: Any
) -> None:
    dutch = about("Twee stoelen")
    about("Two chairs", language="en", translation_of=dutch).withdraw()
    page = client.get(dutch.get_absolute_url()).text
    assert "Dit artikel is er ook" not in page
    assert "hreflang" not in page


def test_two_translations_of_one_article_know_each_other(about: Any) -> None:
    dutch = about("Twee stoelen")
    english = about("Two chairs", language="en", translation_of=dutch)
    plain = about("Twee stoelen in gewone taal", translation_of=dutch)
    near = neighbours_of(english)
    assert set(near.translations) == {dutch, plain}
    assert near.original == dutch
    assert neighbours_of(dutch).original == dutch


def test_an_article_alone_has_no_neighbours(article: Article) -> None:
    assert neighbours_of(article) == Neighbours(article)


def test_one_query_finds_all_neighbours(
    about: Any, series: Series, django_assert_num_queries: Any
) -> None:
    article = about("Zelf", "a", series=series, series_position=1)
    about("Deel", "a", series=series, series_position=2)
    about("Anders", "a")
    about("Self", "a", language="en", translation_of=article)
    found = Article.objects.with_people().get(pk=article.pk)
    with django_assert_num_queries(1):
        near = neighbours_of(found)
        titles = [[one.title for one in some] for some in (near.parts, near.related)]
        assert titles == [["Zelf", "Deel"], ["Anders"]]
        assert [one.get_absolute_url() for one in near.translations] == ["/artikelen/self/"]
