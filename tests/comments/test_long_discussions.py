"""Ten thousand answers to one reaction: a page of them costs what a page costs."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion, Policy
from comments.models.placing import LEVELS, path_below
from tests.conftest import Publish

LONG = 10_000


def converse(article: Article, many: int, *, deep: bool) -> Discussion:
    """One conversation: all answer the first, or each the one before, ten levels at a time."""
    Discussion.objects.begin_for([article])
    now, first, above = timezone.now(), path_below("", 1), ""
    rows = []
    for number in range(1, many + 1):
        answered = above if deep and (number - 1) % (LEVELS - 1) else first
        above = path_below(answered if number > 1 else "", number)
        row = Comment(discussion_id=article.pk, number=number, path=above, published_at=now)
        row.name, row.body_html, row.state = f"Lezer {number}", "<p>Ja.</p>", row.State.PUBLISHED
        rows.append(row)
    Comment.objects.bulk_create(rows)
    discussion = Discussion.objects.get(pk=article.pk)
    discussion.last_number = discussion.published_count = many
    discussion.save()
    discussion.arrange_all()
    return discussion


@pytest.fixture(params=[False, True], ids=["wide", "deep"])
def pair(request: pytest.FixtureRequest, publish: Publish) -> tuple[Discussion, Discussion]:
    """A conversation of three pages, and one of two hundred."""
    Policy.get_solo()
    short, long = publish("Kort"), publish("Lang")
    return converse(short, 150, deep=request.param), converse(long, LONG, deep=request.param)


def cost(client: Client, address: str) -> tuple[int, int]:
    """Queries, and reactions on the page."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        page = client.get(address).text
    return len(captured), page.count('<article class="reaction')


@pytest.mark.parametrize("query", ["", "?reacties=2", "?volgorde=nieuwste"])
def test_a_page_of_a_long_conversation_is_a_page(
    client: Client, pair: tuple[Discussion, Discussion], query: str
) -> None:
    short, long = (cost(client, one.article.get_absolute_url() + query) for one in pair)
    assert short == long
    assert long[0] <= 14
    assert long[1] == 50


def test_an_answer_to_the_first_of_a_long_conversation_moves_one_page(
    client: Client, pair: tuple[Discussion, Discussion], mo: User
) -> None:
    _short, long = pair
    before = list(long.page_starts)
    first = Comment.objects.get(discussion=long, number=2)
    answer = Comment(parent=first, name="Rik", email="rik@voorbeeld.nl", body="Nee.")
    long.post(answer)
    answer.approve(mo)
    long.refresh_from_db()
    assert long.page_of(answer.path) == 1
    assert len(long.page_starts) == len(before) + 1
    assert set(before) < set(long.page_starts)
    assert long.recount(keep=False) == []
