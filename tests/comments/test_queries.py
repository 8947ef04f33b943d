"""What a page costs in queries does not grow with what is on it."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion, Policy
from tests.comments.threads import fill
from tests.conftest import Publish, SignIn

#: Statements of one reaction that waits, and of one that is placed at once; with BEGIN and COMMIT.
READ_FIRST, AT_ONCE = 11, 14


def queries(ask: Callable[[], Any], status: int = 200) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert ask().status_code == status
    return len(captured)


@pytest.fixture
def busy(publish: Publish, ada: User) -> Callable[[int], Article]:
    """An article of ada's with this many reactions."""

    def make(reactions: int) -> Article:
        article = publish(f"Met {reactions} reacties", by=ada)
        discussion = Discussion.objects.of(article)
        discussion.save()
        fill(discussion, reactions)
        return article

    return make


def test_an_article_costs_the_same_with_ten_and_with_a_thousand_reactions(
    client: Client, busy: Callable[[int], Article]
) -> None:
    urls = [busy(many).get_absolute_url() for many in (10, 1_000)]
    client.get(urls[0])  # makes the policy's row
    costs = [queries(partial(client.get, url)) for url in urls]
    assert costs[0] == costs[1]
    assert costs[0] <= 12
    assert client.get(urls[1]).text.count('<article class="reaction') == 50


def test_the_form_and_a_reaction_cost_a_few_queries(
    client: Client, busy: Callable[[int], Article], form_data: dict[str, str]
) -> None:
    forms = [f"{Discussion.objects.of(busy(many)).form_url()}?op=10" for many in (10, 1_000)]
    client.get(forms[0])  # makes the policy's row
    asking = [queries(partial(client.get, form)) for form in forms]
    first = queries(partial(client.post, forms[0], form_data | {"body": "De eerste."}), 302)
    posting = [queries(partial(client.post, form, form_data), 302) for form in forms]
    assert asking[0] == asking[1] <= 10
    assert posting == [first, first]
    assert first <= 20


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("mode", "most"), [("before", READ_FIRST), ("after", AT_ONCE)])
def test_a_reaction_is_stored_in_one_short_transaction(
    client: Client,
    busy: Callable[[int], Article],
    form_data: dict[str, str],
    mode: str,
    most: int,
) -> None:
    forms = [Discussion.objects.of(busy(many)).form_url() for many in (10, 1_000)]
    Policy.objects.update_or_create(pk=1, defaults={"mode": mode, "too_fast_seconds": None})
    sent = form_data | {"opened": ""}
    client.post(forms[0], sent)  # what seldom changes is known after this
    for number, form in enumerate(forms):
        with CaptureQueriesContext(connection) as captured:
            assert client.post(form, sent | {"body": f"Nummer {number}."}).status_code == 302
        said = [one["sql"] for one in captured]
        assert len(said) <= most, said
        assert sum(one.startswith(("BEGIN", "COMMIT")) for one in said) == 2
        assert not any("SAVEPOINT" in one for one in said)


def test_staff_react_in_a_few_queries(
    sign_in: SignIn, mo: User, busy: Callable[[int], Article]
) -> None:
    browser = sign_in(mo)
    form = Discussion.objects.of(busy(1_000)).form_url()
    assert queries(lambda: browser.post(form, {"body": "Dank u."}), 302) <= 36


def test_a_permalink_costs_one_or_two(client: Client, busy: Callable[[int], Article]) -> None:
    comment = Comment.objects.filter(discussion=busy(1_000).pk).latest("number")
    assert queries(lambda: client.get(comment.get_absolute_url()), 302) <= 2


def test_the_home_page_counts_reactions_in_one_query(
    client: Client, busy: Callable[[int], Article]
) -> None:
    costs = []
    for many in (1, 2, 3):
        busy(many)
        costs.append(queries(lambda: client.get("/")))
    assert len(set(costs)) == 1


@pytest.mark.parametrize("desk", ["comments/comment/?staat=alle", "comments/discussion/"])
def test_the_lists_of_the_desk_cost_the_same_however_long(
    sign_in: SignIn, mo: User, busy: Callable[[int], Article], desk: str
) -> None:
    browser = sign_in(mo)
    costs = []
    for many in (5, 20, 40):
        busy(many)
        browser.get(f"/beheer/{desk}")  # makes the discussions' rows
        costs.append(queries(lambda: browser.get(f"/beheer/{desk}")))
    assert len(set(costs)) == 1
