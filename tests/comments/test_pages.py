"""A long discussion is read in pages; each reaction has an address that leads to its place."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion, Policy
from comments.models.decision import Reason
from tests.comments.threads import Talk, numbers, pages
from tests.conftest import React

PAGE_2 = "?reacties=2"


def land(client: Client, comment: Comment) -> tuple[Any, int]:
    """Follows the address of a reaction: the page it leads to, and the number it points at."""
    answer = client.get(comment.get_absolute_url())
    address, anchor = answer.url.split("#reactie-")  # type: ignore[attr-defined]
    return client.get(address), int(anchor)


def test_pages_break_between_conversations(client: Client, article: Article, talk: Talk) -> None:
    talk("1 2 3 3.4 3.5 3.6 7")
    assert pages(client, article) == [[1, 2], [3, 4, 5, 6, 7]]


def test_a_page_that_is_full_splits_and_the_others_stay_as_they_are(
    client: Client, article: Article, talk: Talk, react: React
) -> None:
    made = talk("1 2 3 4 5 6 7 8 9 10 11 12")
    assert pages(client, article) == [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10], [11, 12]]
    react("Nog iets.", made[2])
    assert pages(client, article) == [[1, 2, 13, 3, 4], [5], [6, 7, 8, 9, 10], [11, 12]]


def test_what_is_split_off_goes_along_with_the_next_page_where_that_has_room(
    client: Client, article: Article, talk: Talk, react: React
) -> None:
    made = talk("1 2 3 4 5 6 7")
    react("Nog iets.", made[2])
    assert pages(client, article) == [[1, 2, 8, 3, 4], [5, 6, 7]]


def test_a_page_without_anything_to_see_is_no_page(
    client: Client, article: Article, talk: Talk, mo: User
) -> None:
    made = talk("1 2 3 4 5 6 7")
    for number in (6, 7):
        made[number].remove(mo, Reason.OFF_TOPIC)
    assert pages(client, article) == [[1, 2, 3, 4, 5]]
    made[7].restore(mo)
    assert pages(client, article) == [[1, 2, 3, 4, 5], [7]]
    for number in range(1, 6):
        made[number].remove(mo, Reason.OFF_TOPIC)
    assert pages(client, article) == [[7]]


def test_a_long_conversation_goes_on_and_says_where_it_began(
    client: Client, article: Article, talk: Talk
) -> None:
    made = talk("1 1.2 1.3 1.4 1.5 1.6 7")
    assert pages(client, article) == [[1, 2, 3, 4, 5], [6, 7]]
    first, second = (client.get(article.get_absolute_url() + query).text for query in ("", PAGE_2))
    began = f'Vervolg van het gesprek dat begint bij <a href="{made[1].get_absolute_url()}">'
    assert began in second
    assert "Vervolg van het gesprek" not in first
    to = f'in reactie op <a href="{made[1].get_absolute_url()}">Lezer 1</a>'
    assert to in second
    assert to not in first
    assert 'in reactie op <a href="#reactie-1">Lezer 1</a>' in first


def test_the_whole_discussion_is_counted_on_every_page(
    client: Client, article: Article, talk: Talk, mo: User
) -> None:
    made = talk("1 2 3 4 5 6 7")
    made[3].remove(mo, Reason.OFF_TOPIC)
    for query in ("", PAGE_2):
        page = client.get(article.get_absolute_url() + query).text
        assert page.count("6 reacties") == 2
        assert '"commentCount": 6' in page or '"commentCount":6' in page


@pytest.mark.parametrize(
    ("asked", "shown"),
    [("2", [6, 7]), ("3", [6, 7]), ("999999", [6, 7]), ("02", [6, 7]), ("1", [1, 2, 3, 4, 5])]
    + [(odd, [1, 2, 3, 4, 5]) for odd in ("", "0", "-1", "x", "²", "٢", "1.5", "9" * 5_000)],
)
def test_a_page_that_is_not_there_is_the_nearest_one(
    client: Client, article: Article, talk: Talk, asked: str, shown: list[int]
) -> None:
    talk("1 2 3 4 5 6 7")
    page = client.get(article.get_absolute_url(), {"reacties": asked})
    assert page.status_code == 200
    assert numbers(page.text) == shown


@pytest.mark.parametrize("number", range(1, 9))
def test_a_permalink_lands_on_the_page_of_its_reaction(
    client: Client, talk: Talk, number: int
) -> None:
    made = talk("1 1.2 3 4 5 5.6 5.6.7 8")
    page, at = land(client, made[number])
    assert at == number
    assert number in numbers(page.text)


def test_what_was_taken_away_stands_above_its_answers_on_whichever_page_they_are(
    client: Client, article: Article, talk: Talk, mo: User
) -> None:
    made = talk("1 2 3 4 5 5.6 5.7 8")
    assert pages(client, article) == [[1, 2, 3, 4], [5, 6, 7, 8]]
    made[5].remove(mo, Reason.OFFENSIVE)
    assert pages(client, article) == [[1, 2, 3, 4], [5, 6, 7, 8]]
    page, at = land(client, made[5])
    assert at == 5
    assert "Tekst 5." not in page.text
    assert "Deze reactie is verwijderd." in page.text


def test_what_was_taken_away_stands_once_also_when_its_answers_are_on_two_pages(
    client: Client, article: Article, talk: Talk, mo: User
) -> None:
    made = talk("1 1.2 1.3 1.4 1.5 1.6 1.6.7")
    made[1].remove(mo, Reason.OFFENSIVE)
    made[6].withdraw()
    assert pages(client, article) == [[1, 2, 3, 4, 5], [6, 7]]
    assert land(client, made[6])[1] == 6
    assert land(client, made[1])[1] == 1


def test_what_comes_back_comes_back_with_its_answers(
    client: Client, article: Article, discussion: Discussion, talk: Talk, mo: User
) -> None:
    made = talk("1 2 3 4 5 5.6 5.7")
    made[5].remove(mo, Reason.OFFENSIVE)
    discussion.arrange_all()
    assert pages(client, article) == [[1, 2, 3, 4], [5, 6, 7]]
    made[5].restore(mo)
    assert pages(client, article) == [[1, 2, 3, 4], [5, 6, 7]]


def test_pages_get_another_size_by_a_worker_once_the_policy_says_so(
    client: Client,
    article: Article,
    talk: Talk,
    small: Policy,
    settings: Any,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
    talk("1 2 3 4 5 6 7")
    small.page_size = 6
    with django_capture_on_commit_callbacks(execute=True):
        small.save()
    assert pages(client, article) == [[1, 2, 3, 4, 5, 6], [7]]
    with django_capture_on_commit_callbacks(execute=True) as nothing:
        small.save()
    assert nothing == []


def test_levels_on_a_page_are_those_that_are_on_it(
    client: Client, article: Article, talk: Talk
) -> None:
    """A list within a list needs something above it, also where a conversation goes on."""
    talk("1 1.2 1.2.3 1.2.3.4 1.2.3.4.5 1.2.3.4.6")
    second = client.get(article.get_absolute_url() + PAGE_2).text
    assert numbers(second) == [6]
    assert second.count('<ol class="thread">') == 1


def test_a_hidden_discussion_has_no_pages(
    client: Client, article: Article, talk: Talk, mo: User
) -> None:
    made = talk("1 2 3 4 5 6")
    Discussion.objects.get(pk=article.pk).hide(mo)
    page = client.get(article.get_absolute_url() + PAGE_2).text
    assert numbers(page) == []
    assert client.get(made[6].get_absolute_url()).status_code == 404


def test_a_list_does_not_lead_to_reactions_that_are_hidden(
    client: Client, article: Article, talk: Talk, mo: User
) -> None:
    """A card said "0 reacties" and led to a place that is not there."""
    talk("1 2")
    place = f"{article.get_absolute_url()}#reacties"
    assert place in client.get("/").text
    Discussion.objects.get(pk=article.pk).hide(mo)
    page = client.get("/").text
    assert article.get_absolute_url() in page
    assert place not in page


def test_the_page_of_an_article_offers_no_reactions_that_are_hidden(
    client: Client, article: Article, talk: Talk, mo: User
) -> None:
    """It had a skip link to nowhere, and the address of a feed that is not there."""
    talk("1 2")
    offered = ('href="#reacties"', f"{article.slug}/reacties.atom")
    page = client.get(article.get_absolute_url()).text
    assert all(one in page for one in offered)
    Discussion.objects.get(pk=article.pk).hide(mo)
    page = client.get(article.get_absolute_url()).text
    assert not any(one in page for one in offered)
