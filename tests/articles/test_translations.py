"""An article and its translations lead to each other, where readers can see both."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django.asserts import assertInHTML

from articles.models import Article
from tests.conftest import Publish
from tests.head import Head

DUTCH = "http://testserver/artikelen/aan-de-balie/"
ENGLISH = "http://testserver/artikelen/at-the-counter/"


@pytest.fixture
def english(publish: Publish, article: Article) -> Article:
    """`article` in English."""
    return publish("At the counter", language="en", translation_of=article)


def other_languages(client: Client, address: str) -> dict[str, str]:
    links = Head(client.get(address).text).links["alternate"]
    return {link["hreflang"]: link["href"] for link in links if "hreflang" in link}


def test_both_name_both_and_the_original_is_for_everybody_else(
    client: Client, article: Article, english: Article
) -> None:
    for one in (article, english):
        found = other_languages(client, one.get_absolute_url())
        assert found == {"nl": DUTCH, "en": ENGLISH, "x-default": DUTCH}


def test_readers_find_the_other_language_too(
    client: Client, article: Article, english: Article
) -> None:
    page = client.get(article.get_absolute_url()).text
    link = '<a href="/artikelen/at-the-counter/" lang="en" hreflang="en">At the counter</a>'
    assertInHTML(f'<p class="translation">Dit artikel is er ook in het Engels. {link}</p>', page)
    back = client.get(english.get_absolute_url()).text
    assert "Dit artikel is er ook in het Nederlands." in back


def test_an_article_in_one_language_names_none(client: Client, article: Article) -> None:
    assert other_languages(client, article.get_absolute_url()) == {}
    assert "Dit artikel is er ook in" not in client.get(article.get_absolute_url()).text


def test_a_translation_that_readers_cannot_see_is_not_named(
    client: Client, article: Article, english: Article
) -> None:
    english.withdraw()
    assert other_languages(client, article.get_absolute_url()) == {}
    english.publish()
    article.withdraw()
    assert other_languages(client, english.get_absolute_url()) == {}


def test_a_translation_is_of_an_original_and_in_another_language(
    article: Article, english: Article, publish: Publish
) -> None:
    english.full_clean()
    chained = publish("Noch einmal", slug="noch-einmal", translation_of=english)
    with pytest.raises(ValidationError, match="Kies het oorspronkelijke artikel"):
        chained.full_clean()
    same = publish("Nog eens", translation_of=article)
    with pytest.raises(ValidationError, match="Een vertaling heeft een andere taal"):
        same.full_clean()
    article.translation_of = article
    with pytest.raises(ValidationError, match="Kies het oorspronkelijke artikel"):
        article.full_clean()
