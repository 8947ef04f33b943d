from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Author, Authorship, ImageBlock, Series
from desk.refused import Refused
from tests.articles.conftest import JANUARY
from tests.conftest import Publish


@pytest.fixture
def draft(db: None) -> Article:
    """Nobody but its makers has seen it."""
    return Article.objects.create(title="Aan de balie", slug="aan-de-balie", lead="Wat er gebeurt.")


def test_publishing_lets_readers_see_it_from_now_on(draft: Article) -> None:
    before = timezone.now()
    draft.publish()
    stored = Article.objects.visible().get()
    assert stored.published_at is not None
    assert before <= stored.published_at <= timezone.now()


def test_publishing_at_a_moment_to_come_is_scheduling(draft: Article) -> None:
    draft.publish(timezone.now() + timedelta(days=1))
    assert not Article.objects.visible().exists()
    assert draft.state == Article.State.PUBLISHED


def test_an_article_that_comes_back_keeps_its_date(draft: Article) -> None:
    draft.publish(JANUARY)
    draft.withdraw()
    draft.publish()
    assert draft.published_at == JANUARY


def test_a_verb_saves_only_what_it_changes(draft: Article) -> None:
    draft.title = "Nog niet bewaard"
    draft.publish()
    draft.withdraw()
    draft.refresh_from_db()
    assert draft.title == "Aan de balie"
    assert draft.state == Article.State.WITHDRAWN


def test_what_is_not_published_cannot_be_withdrawn(draft: Article) -> None:
    with pytest.raises(Refused, match="is concept"):
        draft.withdraw()
    draft.refresh_from_db()
    assert draft.state == Article.State.DRAFT


def test_what_is_withdrawn_cannot_be_withdrawn_again(publish: Publish) -> None:
    article = publish()
    article.withdraw()
    with pytest.raises(Refused):
        article.withdraw()


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"state": "published"}, "article_published_has_date"),
        ({"image": "pictures/a.jpg", "image_width": 1, "image_height": 1}, "article_image_alt"),
    ],
)
def test_the_database_refuses_half_an_article(
    draft: Article, fields: dict[str, Any], rule: str
) -> None:
    with pytest.raises(IntegrityError, match=rule):
        Article.objects.filter(pk=draft.pk).update(**fields)


@pytest.mark.parametrize("fields", [{"alt": "Een stoel."}, {"decorative": True}])
def test_a_picture_with_words_or_without_meaning_is_accepted(
    draft: Article, fields: dict[str, Any]
) -> None:
    changed = Article.objects.filter(pk=draft.pk).update(image="pictures/a.jpg", **fields)
    assert changed == 1


def test_the_database_refuses_an_image_block_without_words(draft: Article) -> None:
    block = ImageBlock(parent=draft, region="main", image_width=1, image_height=1)
    with pytest.raises(IntegrityError, match="imageblock_alt"):
        ImageBlock.objects.bulk_create([block])


def test_two_articles_cannot_take_one_place_in_a_series(publish: Publish, series: Series) -> None:
    publish("Een", series=series, series_position=1)
    with pytest.raises(IntegrityError):
        publish("Ook een", series=series, series_position=1)


def test_articles_without_a_place_do_not_stand_in_each_other_s_way(
    publish: Publish, series: Series
) -> None:
    publish("Een", series=series)
    publish("Twee", series=series)
    assert series.articles.count() == 2


def test_somebody_is_named_once_above_an_article(article: Article, ada: User) -> None:
    with pytest.raises(IntegrityError):
        Authorship.objects.create(article=article, author=Author.objects.get(user=ada))


def test_an_article_names_the_accounts_of_its_authors(article: Article, ada: User) -> None:
    guest = Author.objects.create(name="Gast", slug="gast")
    Authorship.objects.create(article=article, author=guest)
    assert article.author_user_ids() == {ada.pk}


def test_an_authorship_reads_as_who_did_what() -> None:
    author = Author(name="Cor Post")
    assert str(Authorship(author=author)) == "Cor Post"
    assert str(Authorship(author=author, contribution="foto")) == "Cor Post (foto)"


@pytest.mark.parametrize(
    ("role", "organisation", "affiliation"),
    [
        ("Wijkagent", "Politie", "Wijkagent, Politie"),
        ("Wijkagent", "", "Wijkagent"),
        ("", "Politie", "Politie"),
        ("", "", ""),
    ],
)
def test_an_affiliation_says_what_is_known(role: str, organisation: str, affiliation: str) -> None:
    assert Author(role=role, organisation=organisation).affiliation == affiliation
