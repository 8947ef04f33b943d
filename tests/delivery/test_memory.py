"""What is remembered from one page to the next, and when it is not."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from accounts.models import User
from articles.models import Article, TextBlock, Tip
from comments.models import Discussion
from comments.models.decision import Reason
from delivery.memory import LIMIT, Memory, making, remembered
from tests.conftest import React
from tests.delivery.behind_the_cache import AT_THE_END, Counted, Reader

NOW = datetime(2030, 11, 30, 12, 0, tzinfo=UTC)
PAGE = "/artikelen/aan-de-balie/"


@pytest.fixture
def memory() -> Memory:
    return Memory(7, NOW + timedelta(hours=1))


@pytest.fixture
def numbers() -> Iterator[int]:
    return count(1)


def test_elsewhere_than_on_a_page_for_everybody_all_is_made_anew(numbers: Iterator[int]) -> None:
    assert [remembered(("a",), lambda: next(numbers)) for _ in range(2)] == [1, 2]


def test_what_was_made_for_one_page_is_there_for_the_next(
    memory: Memory, numbers: Iterator[int]
) -> None:
    for _page in range(2):
        with making(memory, "http//voorbeeld.nl"):
            assert remembered(("a",), lambda: next(numbers)) == 1
    with making(memory, "http//elders.nl"):  # addresses on a page are of its own host
        assert remembered(("a",), lambda: next(numbers)) == 2
    assert remembered(("a",), lambda: next(numbers)) == 3


def test_what_is_not_there_is_looked_for_again(memory: Memory) -> None:
    found = iter([None, "gevonden"])
    with making(memory, ""):
        assert remembered(("a",), lambda: next(found)) is None
        assert remembered(("a",), lambda: next(found)) == "gevonden"


def test_it_ends_with_the_edition_and_when_time_changes_pages(memory: Memory) -> None:
    assert memory.holds(7, NOW)
    assert not memory.holds(8, NOW)
    assert not memory.holds(7, NOW + timedelta(hours=1))


def test_only_so_much_is_remembered(memory: Memory) -> None:
    with making(memory, ""):
        for n in range(100):
            remembered((n,), lambda: "x" * 1_000_000)
    assert memory.shelf.size <= LIMIT


def test_what_it_is_remembered_by_counts_too(memory: Memory) -> None:
    with making(memory, ""):
        for n in range(100):
            remembered((n, ("x" * 1_000_000, NOW, None)), lambda: "")
    assert len(memory.shelf.things) == 9
    assert memory.shelf.size <= LIMIT


# --- On the pages of a magazine -------------------------------------------------------------------

on_pages = pytest.mark.django_db(transaction=AT_THE_END)


@on_pages
def test_after_a_reaction_only_the_discussion_is_read_again(
    article: Article, react: React, reader: Reader, counted: Counted
) -> None:
    react()
    before = reader.get(PAGE).text
    react("Dat zag ik ook.")
    with CaptureQueriesContext(connection) as queries:
        page = reader.get(PAGE).text
    assert "Dat zag ik ook." in page
    assert "Dat zag ik ook." not in before
    assert len(counted.asked) == 2
    # The discussion, its reactions, and those in the light.
    read = [query["sql"].split(" FROM ")[1].split()[0].strip('"') for query in queries]
    assert read == ["comments_discussion", "comments_comment", "comments_comment"]


@on_pages
def test_a_change_of_the_article_shows_at_once(article: Article, reader: Reader) -> None:
    assert "Het begint met een vraag." in reader.get(PAGE).text
    TextBlock.objects.update(text_html="<p>Het begon met een antwoord.</p>")
    assert "Het begon met een antwoord." in reader.get(PAGE).text


@on_pages
def test_a_tip_no_longer_leads_to_a_reaction_that_is_gone(
    article: Article, react: React, reader: Reader, mo: User
) -> None:
    comment = react()
    source = comment.get_absolute_url()
    Tip.objects.create(parent=article, region="main", ordering=90, text="Bel terug.", source=source)
    assert reader.get(PAGE).text.count(f'href="{source}"') == 2  # its own, and that of the tip
    comment.remove(mo, Reason.OFFENSIVE)
    page = reader.get(PAGE).text
    assert "Bel terug." in page
    assert source not in page


@on_pages
def test_a_hidden_discussion_has_no_feed_any_more(
    article: Article, discussion: Discussion, reader: Reader, mo: User
) -> None:
    assert "reacties.atom" in reader.get(PAGE).text.split(article.slug, 1)[1]
    feed = f"/feeds/artikelen/{article.slug}/reacties.atom"
    assert feed in reader.get(PAGE).text
    discussion.hide(mo)
    assert feed not in reader.get(PAGE).text


@on_pages
def test_each_host_has_addresses_of_its_own(
    article: Article, reader: Reader, settings: Settings
) -> None:
    settings.ALLOWED_HOSTS = ["een.nl", "twee.nl"]
    for host in ("een.nl", "twee.nl"):
        page = reader.get(PAGE, HTTP_HOST=host).text
        assert f'<link rel="canonical" href="http://{host}{PAGE}">' in page
    assert "een.nl" not in page
