"""The framework of acts: many things at once, from the menu of a list."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from comments.models import Comment, Decision, Discussion
from tests.conftest import Publish, React
from tests.desk.conftest import Enter
from tests.desk.messages import said

QUEUE = "/beheer/comments/comment/"
EVERYTHING = "/beheer/comments/comment/?staat=alle"
DISCUSSIONS = "/beheer/comments/discussion/"


@pytest.fixture
def mo_at_desk(enter: Enter) -> Client:
    """Mo, signed in."""
    return enter("mo")


@pytest.fixture
def three(react: React) -> list[Comment]:
    """Reactions that wait for approval."""
    return [react(f"Reactie {number}", approved=False) for number in range(3)]


def choose(act: str, things: list[Any], **more: str) -> dict[str, Any]:
    """What the list sends: the act, and what was ticked."""
    return {"action": act, "_selected_action": [thing.pk for thing in things], **more}


def states() -> list[str]:
    return list(Comment.objects.order_by("pk").values_list("state", flat=True))


def test_the_menu_has_the_acts_and_no_deleting(mo_at_desk: Client, three: list[Comment]) -> None:
    page = mo_at_desk.get(QUEUE).text
    for act in ("goedkeuren", "afwijzen", "verwijderen", "terugzetten"):
        assert f'<option value="{act}">' in page
    assert "delete_selected" not in page


def test_two_things_at_once_are_two_decisions(mo_at_desk: Client, three: list[Comment]) -> None:
    response = mo_at_desk.post(QUEUE, choose("goedkeuren", three[:2]))
    assert said(response) == [("success", "Goedkeuren: 2 gedaan.")]
    assert states() == ["published", "published", "pending"]
    assert {one.comment for one in Decision.objects.all()} == set(three[:2])
    assert list(Comment.objects.published().order_by("pk").values_list("number", flat=True)) == [
        1,
        2,
    ]


def test_an_act_that_asks_something_asks_it_once(mo_at_desk: Client, three: list[Comment]) -> None:
    page = mo_at_desk.post(QUEUE, choose("afwijzen", three[:2]))
    assert page.status_code == 200
    assert "Rik: Reactie 0" in page.text
    assert "Rik: Reactie 1" in page.text
    assert "Reactie 2" not in page.text
    assert page.text.count('name="_selected_action"') == 2
    assert states() == ["pending"] * 3

    form = choose("afwijzen", three[:2], confirmed="1", reason="off_topic")
    response = mo_at_desk.post(QUEUE, form)
    assert said(response) == [("success", "Afwijzen: 2 gedaan.")]
    assert states() == ["refused", "refused", "pending"]
    assert [one.reason for one in Decision.objects.all()] == ["off_topic"] * 2


def test_an_answer_that_is_not_right_is_asked_again(
    mo_at_desk: Client, three: list[Comment]
) -> None:
    response = mo_at_desk.post(QUEUE, choose("afwijzen", three, confirmed="1", reason=""))
    assert response.status_code == 422
    assert "Kies een reden." in response.text
    assert response.text.count('name="_selected_action"') == 3
    assert states() == ["pending"] * 3


def test_all_of_a_list_can_be_chosen_also_what_is_on_other_pages(
    mo_at_desk: Client, three: list[Comment]
) -> None:
    mo_at_desk.post(QUEUE, choose("goedkeuren", three[:1], select_across="1"))
    assert states() == ["published"] * 3


def test_choosing_all_stays_so_while_the_form_asks(
    mo_at_desk: Client, three: list[Comment]
) -> None:
    page = mo_at_desk.post(QUEUE, choose("afwijzen", three[:1], select_across="1")).text
    assert '<input type="hidden" name="select_across" value="1">' in page
    assert "Rik: Reactie 2" in page
    form = choose("afwijzen", three[:1], select_across="1", confirmed="1", reason="legal")
    mo_at_desk.post(QUEUE, form)
    assert states() == ["refused"] * 3


def test_choosing_all_is_all_that_the_list_shows(
    mo_at_desk: Client, react: React, three: list[Comment]
) -> None:
    react("Al geplaatst.")
    form = choose("verwijderen", three[:1], select_across="1", confirmed="1", reason="legal")
    response = mo_at_desk.post(QUEUE, form)
    assert {level for level, _ in said(response)} == {"warning"}
    assert states() == ["pending"] * 3 + ["published"]


def test_what_a_verb_refuses_does_not_hold_up_the_others(
    mo_at_desk: Client, react: React, three: list[Comment]
) -> None:
    placed = react("Al geplaatst.")
    response = mo_at_desk.post(EVERYTHING, choose("goedkeuren", [placed, *three]))
    assert said(response) == [
        ("success", "Goedkeuren: 3 gedaan."),
        ("warning", "Rik: Al geplaatst.: is al geplaatst"),
    ]
    assert states() == ["published"] * 4


@pytest.mark.parametrize(
    "form",
    [
        {"action": "goedkeuren"},
        {"action": "goedkeuren", "_selected_action": "999999"},
        {"action": "verzonnen", "_selected_action": "1"},
        {"action": "", "_selected_action": "1"},
    ],
)
def test_a_choice_of_nothing_does_nothing(
    mo_at_desk: Client, three: list[Comment], form: dict[str, str]
) -> None:
    assert mo_at_desk.post(QUEUE, form).status_code in {200, 302}
    assert states() == ["pending"] * 3


@pytest.mark.parametrize(
    ("act", "answers", "approved", "most"),
    [("goedkeuren", {}, False, 22), ("verwijderen", {"reason": "off_topic"}, True, 24)],
)
def test_each_of_many_costs_the_same_and_is_a_decision_of_its_own(
    mo_at_desk: Client,
    react: React,
    act: str,
    answers: dict[str, str],
    approved: bool,
    most: int,
) -> None:
    def cost(many: int) -> int:
        things = [react(f"Van {many}: {n}", approved=approved) for n in range(many)]
        before = Decision.objects.count()
        with CaptureQueriesContext(connection) as queries:
            mo_at_desk.post(EVERYTHING, choose(act, things, confirmed="1", **answers))
        assert Decision.objects.count() == before + many
        assert len({one.comment_id for one in Decision.objects.order_by("-pk")[:many]}) == many
        return len(queries)

    cost(1)
    few, many = cost(10), cost(40)
    assert many - few <= 30 * most


def test_a_thousand_are_done_at_once_and_no_more(mo_at_desk: Client, article: Article) -> None:
    Discussion.objects.begin_for([article])
    Comment.objects.bulk_create(
        Comment(discussion_id=article.pk, name="Bot", body=f"Koop nu {n}") for n in range(1_002)
    )
    page = mo_at_desk.get(QUEUE)
    assert "de oudste 1.000 in deze lijst" in page.text
    oldest = list(Comment.objects.order_by("pk")[:1])
    with CaptureQueriesContext(connection) as queries:
        response = mo_at_desk.post(QUEUE, choose("spam", oldest, select_across="1"))
    [(_success, done), (level, more)] = said(response)
    assert done.startswith("Spam: 1")
    assert level == "info"
    assert more.startswith("Dit zijn de oudste 1.000 van de lijst; meer gaat er niet tegelijk.")
    assert Decision.objects.count() == 1_000
    assert Comment.objects.waiting().count() == 2
    assert len(queries) < 1_000 * 12
    mo_at_desk.post(QUEUE, choose("spam", oldest, select_across="1"))
    assert Comment.objects.waiting().count() == 0


def test_discussions_are_closed_many_at_once(mo_at_desk: Client, publish: Publish) -> None:
    first, second = publish("Een"), publish("Twee")
    mo_at_desk.get(DISCUSSIONS)
    form = choose("sluiten", [first, second], confirmed="1", word="Dank.", at_0="", at_1="")
    response = mo_at_desk.post(DISCUSSIONS, form)
    assert said(response) == [("success", "Reageren sluiten: 2 gedaan.")]
    assert [one.is_open_now() for one in Discussion.objects.all()] == [False, False]
    assert Decision.objects.count() == 2


def test_the_list_of_discussions_has_those_that_nobody_touched(
    mo_at_desk: Client, publish: Publish
) -> None:
    publish("Nog stil")
    assert "Nog stil" in mo_at_desk.get(DISCUSSIONS).text


def test_an_editor_withdraws_many_at_once(enter: Enter, publish: Publish) -> None:
    articles = [publish("Een"), publish("Twee")]
    chosen = choose("intrekken", articles) | {"confirmed": "1", "note": "Verouderd."}
    enter("els").post("/beheer/articles/article/", chosen)
    for article in articles:
        article.refresh_from_db()
    assert [article.state for article in articles] == ["withdrawn"] * 2


def test_a_moderator_cannot_withdraw_from_the_list(enter: Enter, publish: Publish) -> None:
    article = publish()
    enter("mo").post("/beheer/articles/article/", choose("intrekken", [article]))
    article.refresh_from_db()
    assert article.state == "published"
