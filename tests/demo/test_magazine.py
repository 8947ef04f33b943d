"""The demo magazine holds what it promises, and loading it again harms nothing."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags

from accounts.models import User
from articles.models import Article, Author, PullQuote, TextBlock, Tip
from comments.models import Comment, Decision, Discussion
from demo import pictures
from demo.load import load

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("magazine")]


@pytest.fixture(scope="module")
def magazine(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The whole demo, loaded once for this module, and taken away with its transaction."""
    from django.db import transaction  # noqa: PLC0415

    with django_db_blocker.unblock(), transaction.atomic():
        list(load())
        yield
        transaction.set_rollback(True)


def rich() -> Article:
    return Article.objects.get(slug="als-de-zaal-leeg-is")


def test_it_has_articles_of_several_years_by_five_authors() -> None:
    years = Article.objects.visible().dates("published_at", "year")
    assert Article.objects.visible().count() >= 8
    assert len(years) >= 4
    assert Author.objects.filter(articles__in=Article.objects.visible()).distinct().count() == 5


def test_one_article_has_everything() -> None:
    article = rich()
    texts = TextBlock.objects.filter(parent=article).values_list("text_html", flat=True)
    assert len(strip_tags(" ".join(texts)).split()) > 1_800
    assert PullQuote.objects.filter(parent=article).count() == 8
    assert Tip.objects.filter(parent=article).count() == 5
    assert article.image
    assert article.series
    assert article.announcement


def test_discussions_run_from_silence_to_sixty_reactions_at_depth() -> None:
    counts = set(Discussion.objects.values_list("published_count", flat=True))
    assert 0 in counts
    assert max(counts) >= 60
    assert max(comment.depth for comment in Comment.objects.placed()) >= 4


def test_one_discussion_is_closed_with_a_closing_word() -> None:
    assert Discussion.objects.filter(opening="closed").exclude(closing_word="").exists()


def test_in_one_discussion_every_reaction_waits() -> None:
    waiting = Comment.objects.waiting().values("discussion").distinct()
    (discussion,) = Discussion.objects.filter(pk__in=waiting)
    assert set(discussion.comments.values_list("state", flat=True)) == {"pending"}


def test_one_discussion_has_every_kind_of_tombstone(client: Client) -> None:
    gone = Comment.objects.filter(state__in=("removed", "withdrawn"))
    (discussion,) = Discussion.objects.filter(pk__in=gone.values("discussion")).distinct()
    page = client.get(discussion.article.get_absolute_url()).text
    assert "De schrijver heeft deze reactie verwijderd." in page
    assert "Deze reactie is verwijderd om juridische redenen." in page
    assert "Deze reactie is verwijderd. De reactie past niet bij onze huisregels." in page


def test_every_page_opens_with_as_many_reactions_as_the_counter_says(client: Client) -> None:
    for article in Article.objects.visible():
        answer = client.get(article.get_absolute_url())
        assert answer.status_code == 200
        shown = answer.text.count('class="reaction__number"') - answer.text.count("reaction--gone")
        assert shown == Discussion.objects.of(article).published_count


def test_every_decision_on_a_reaction_came_after_it_was_written() -> None:
    for decision in Decision.objects.exclude(comment=None).select_related("comment"):
        assert decision.comment is not None
        assert decision.at >= decision.comment.created_at


def test_loading_again_keeps_what_was_written() -> None:
    article = rich()
    Article.objects.filter(pk=article.pk).update(title="Anders")
    User.objects.get(username="redactie").set_password("eigen")
    before = Comment.objects.count(), Article.objects.count(), User.objects.count()
    assert list(load()) == []
    assert (Comment.objects.count(), Article.objects.count(), User.objects.count()) == before
    assert rich().title == "Anders"


@pytest.mark.parametrize("name", ["redactie", "auteur", "moderator"])
def test_there_is_work_on_the_desk_of_each(client: Client, name: str) -> None:
    client.force_login(User.objects.get(username=name))
    contexts: Any = client.get("/beheer/").context
    panels = [panel for context in contexts for panel in context.get("panels", ())]
    assert panels
    assert all(panel.number for panel in panels)


@pytest.mark.parametrize("name", ["redactie", "auteur", "moderator"])
def test_the_demo_users_can_sign_in(client: Client, name: str) -> None:
    assert client.login(username=name, password="grensvlak-demo")


def test_a_picture_is_the_same_each_time_it_is_drawn() -> None:
    assert pictures.jpeg(pictures.portrait(1)) == pictures.jpeg(pictures.portrait(1))


def test_there_is_no_picture_of_what_nobody_drew() -> None:
    with pytest.raises(KeyError):
        pictures.scene("kasteel")
