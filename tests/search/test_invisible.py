"""What readers may not see can never be found: also when the index still has it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion
from comments.models.decision import Reason
from search.index import Document, Kind
from search.models import Entry
from tests.conftest import React
from tests.search.conftest import Answer, Write, titles

type Act = Callable[[Article], object]


def no_date(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(state="draft", published_at=None)


HIDING = {
    "draft": no_date,
    "review": lambda one: Article.objects.filter(pk=one.pk).update(state="review"),
    "scheduled": lambda one: one.publish(timezone.now() + timedelta(days=1)),
    "expired": lambda one: Article.objects.filter(pk=one.pk).update(expires_at=timezone.now()),
    "withdrawn": lambda one: one.withdraw(),
    "withdrawn behind its back": lambda one: Article.objects.filter(pk=one.pk).update(
        state="withdrawn"
    ),
    "scheduled behind its back": lambda one: Article.objects.filter(pk=one.pk).update(
        published_at=timezone.now() + timedelta(days=1)
    ),
}


@pytest.mark.parametrize("act", HIDING.values(), ids=HIDING.keys())
def test_an_article_that_is_not_seen_is_not_found(write: Write, act: Act) -> None:
    article = write("De brief", "brief")
    assert titles("brief") == ["De brief"]
    act(article)
    assert titles("brief") == []


@pytest.mark.parametrize("act", HIDING.values(), ids=HIDING.keys())
def test_neither_are_the_reactions_under_it(write: Write, answer: Answer, act: Act) -> None:
    article = write("Titel")
    answer(article, "Mooie brief.")
    assert titles("brief") == ["Mooie brief."]
    act(article)
    assert titles("brief") == []


def test_a_scheduled_article_is_found_from_its_moment_on(write: Write) -> None:
    """Nothing has to run: the index has it, and the key in it has its time."""
    article = write("De brief")
    article.publish(timezone.now() + timedelta(hours=1))
    assert Entry.objects.filter(object_id=article.pk, kind=Kind.ARTICLE).exists()
    assert titles("brief") == []
    article.publish(timezone.now())
    assert titles("brief") == ["De brief"]


@pytest.mark.parametrize("state", ["pending", "refused", "spam", "removed", "withdrawn"])
def test_a_reaction_that_is_not_seen_is_not_found(react: React, state: str) -> None:
    """Also where its state changed without the index knowing."""
    reaction = react("Mooie brief.")
    assert titles("brief") == ["Mooie brief."]
    Comment.objects.filter(pk=reaction.pk).update(state=state)
    assert titles("brief") == []


def test_a_reaction_in_a_hidden_discussion_is_not_found(
    react: React, discussion: Discussion, mo: User
) -> None:
    react("Mooie brief.")
    discussion.hide(mo)
    assert titles("brief") == []
    discussion.reopen(mo)
    assert titles("brief") == ["Mooie brief."]


def test_a_reaction_in_a_closed_discussion_is(
    react: React, discussion: Discussion, mo: User
) -> None:
    react("Mooie brief.")
    discussion.close(mo)
    assert titles("brief") == ["Mooie brief."]


def test_what_was_removed_is_not_in_the_index_at_all(react: React, mo: User) -> None:
    reaction = react("Mooie brief.")
    reaction.remove(mo, Reason.OFFENSIVE)
    assert not Entry.objects.filter(kind=Kind.REACTION).exists()


def test_an_index_with_more_than_the_tables_finds_no_more(db: None) -> None:
    at = timezone.now()
    Entry.objects.put(Document(Kind.ARTICLE, 404, at, "De brief", tags=()))
    Entry.objects.put(Document(Kind.REACTION, 404, at, body="Mooie brief.", under=404))
    assert titles("brief") == []


def test_a_name_or_address_of_who_reacted_is_not_searched(react: React) -> None:
    react("Mooi.", name="Rikkert", email="rikkert@voorbeeld.nl")
    assert titles("rikkert") == titles("voorbeeld") == []
