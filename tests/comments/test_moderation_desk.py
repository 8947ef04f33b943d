"""How mo judges reactions at the desk: from the list, many at once, and on their own pages."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from comments.models import Comment, Decision
from comments.models.decision import Reason
from tests.conftest import Publish, React, SignIn

LIST = "/beheer/comments/comment/"
CHOOSE = "Kies een reden."
WHY = {"reason": "offensive", "note": "Zo gaan wij hier niet met elkaar om."}


@pytest.fixture
def desk(sign_in: SignIn, mo: User) -> Client:
    """Mo's browser."""
    return sign_in(mo)


@pytest.fixture
def act(desk: Client) -> Callable[..., Any]:
    """Presses a button on a reaction's page."""

    def press(comment: Comment, name: str, **data: str) -> Any:
        return desk.post(f"{LIST}{comment.pk}/{name}/", data, follow=True)

    return press


@pytest.fixture
def bulk(desk: Client) -> Callable[..., Any]:
    """Does an act to many, from the list."""

    def send(name: str, *comments: Comment, **data: str) -> Any:
        chosen = {"action": name, "_selected_action": [one.pk for one in comments]}
        return desk.post(f"{LIST}?staat=alle", {**chosen, **data}, follow=True)

    return send


def state(comment: Comment) -> str:
    return Comment.objects.get(pk=comment.pk).state


def listed(page: Any) -> set[str]:
    return {comment.body for comment in page.context["cl"].result_list}


def test_the_list_begins_with_what_waits_oldest_first(desk: Client, react: React) -> None:
    react("Geplaatst.")
    react("Wacht als eerste.", approved=False)
    react("Wacht ook.", approved=False)
    page = desk.get(LIST)
    assert [one.body for one in page.context["cl"].result_list] == [
        "Wacht als eerste.",
        "Wacht ook.",
    ]


@pytest.mark.parametrize(
    ("chosen", "bodies"),
    [
        ("pending", {"Wacht."}),
        ("published", {"Geplaatst."}),
        ("removed", {"Weg."}),
        ("spam", set()),
        ("alle", {"Wacht.", "Geplaatst.", "Weg."}),
        ("onzin", set()),
    ],
)
def test_the_list_can_be_narrowed_to_a_state(
    desk: Client, react: React, mo: User, chosen: str, bodies: set[str]
) -> None:
    react("Wacht.", approved=False)
    react("Geplaatst.")
    react("Weg.").remove(mo, Reason.OFFENSIVE)
    assert listed(desk.get(LIST, {"staat": chosen})) == bodies


@pytest.mark.parametrize(
    ("words", "found"),
    [("brug", True), ("NOOR", True), ("noor@dorp.voorbeeld", True), ("balie", True), ("x", False)],
)
def test_reactions_are_found_by_text_name_address_and_title(
    desk: Client, react: React, words: str, found: bool
) -> None:
    react("Over de brug.", approved=False, name="Noor", email="noor@dorp.voorbeeld")
    assert listed(desk.get(LIST, {"q": words})) == ({"Over de brug."} if found else set())


def test_approving_places_a_reaction(
    client: Client, react: React, mo: User, act: Callable[..., Any]
) -> None:
    comment = react(approved=False)
    answer = act(comment, "goedkeuren")
    assert "Goedkeuren: 1 gedaan." in answer.text
    assert "Dat herken ik." in client.get(comment.get_absolute_url(), follow=True).text
    decision = Decision.objects.get()
    assert (decision.by, decision.comment) == (mo, comment)
    assert (decision.from_state, decision.to_state) == ("pending", "published")


@pytest.mark.parametrize(
    ("name", "approved", "to"), [("afwijzen", False, "refused"), ("verwijderen", True, "removed")]
)
def test_a_restriction_is_reasoned(
    desk: Client, react: React, mo: User, act: Callable[..., Any], name: str, approved: bool,
    to: str,
) -> None:  # fmt: skip
    comment = react(approved=approved)
    before = Decision.objects.count()
    assert "Kies een reden" in desk.get(f"{LIST}{comment.pk}/{name}/").text
    for wrong in ({}, {"reason": ""}, {"reason": "zomaar"}, {"reason": "\x00"}):
        answer = act(comment, name, note="Bewaar dit.", **wrong)
        assert answer.status_code == 422
        assert "Bewaar dit." in answer.text
    assert CHOOSE in act(comment, name).text
    assert act(comment, name, reason="legal", note="x" * 2_001).status_code == 422
    assert Decision.objects.count() == before
    assert act(comment, name, **WHY).status_code == 200
    assert state(comment) == to
    decision = Decision.objects.first()
    assert decision
    assert (decision.by, decision.reason, decision.text) == (mo, "offensive", WHY["note"])


def test_a_removal_can_be_undone(react: React, act: Callable[..., Any]) -> None:
    comment = react()
    act(comment, "verwijderen", **WHY)
    act(comment, "terugzetten")
    assert state(comment) == "published"
    assert list(comment.decisions.values_list("to_state", flat=True)) == [
        "published",
        "removed",
        "published",
    ]


def test_what_cannot_be_done_is_told_and_not_done(react: React, act: Callable[..., Any]) -> None:
    comment = react()
    answer = act(comment, "goedkeuren")
    assert "Rik: Dat herken ik.: is al geplaatst" in answer.text
    assert Decision.objects.count() == 1


def test_a_reaction_s_page_offers_what_can_be_done_and_shows_what_was_decided(
    desk: Client, react: React
) -> None:
    comment = react("Met **nadruk**, <script>alert(1)</script>")
    page = desk.get(f"{LIST}{comment.pk}/change/").text
    assert f"/{comment.pk}/verwijderen/" in page
    assert f"/{comment.pk}/goedkeuren/" not in page
    assert "<strong>nadruk</strong>" in page
    assert "<script>alert" not in page
    assert re.search(r"<strong>goedgekeurd</strong> door Mo Karimi", page)
    assert 'name="body"' not in page


def test_many_are_approved_at_once_each_with_its_decision(
    react: React, mo: User, bulk: Callable[..., Any]
) -> None:
    comments = [react(f"Reactie {n}.", approved=False) for n in range(3)]
    answer = bulk("goedkeuren", *comments)
    assert "Goedkeuren: 3 gedaan." in answer.text
    assert [Comment.objects.get(pk=one.pk).number for one in comments] == [1, 2, 3]
    assert {one.decisions.get().by for one in comments} == {mo}


def test_many_are_refused_with_one_reason(react: React, bulk: Callable[..., Any]) -> None:
    comments = [react(f"Reactie {n}.", approved=False) for n in range(3)]
    asked = bulk("afwijzen", *comments)
    assert asked.status_code == 200
    assert all(f"Reactie {n}." in asked.text for n in range(3))
    assert asked.text.count('name="_selected_action"') == 3
    again = bulk("afwijzen", *comments, confirmed="1", note="Bewaar dit.")
    assert again.status_code == 422
    assert CHOOSE in again.text
    assert "Bewaar dit." in again.text
    assert not Decision.objects.exists()
    bulk("afwijzen", *comments, confirmed="1", **WHY)
    assert {state(one) for one in comments} == {"refused"}
    decisions = Decision.objects.values_list("comment", "reason", "text")
    assert set(decisions) == {(one.pk, *WHY.values()) for one in comments}


def test_of_many_only_those_are_done_that_can_be(react: React, bulk: Callable[..., Any]) -> None:
    placed, waits = react("Eerder."), react("Nieuw.", approved=False)
    answer = bulk("goedkeuren", placed, waits)
    assert "Goedkeuren: 1 gedaan." in answer.text
    assert "Rik: Eerder.: is al geplaatst" in answer.text
    assert state(waits) == "published"
    assert placed.decisions.count() == 1


@pytest.mark.parametrize("name", ["goedkeuren", "afwijzen", "verwijderen", "terugzetten"])
@pytest.mark.parametrize(("who", "status"), [("ada", 403), ("niemand", 302)])
def test_only_moderators_judge(
    client: Client, ada: User, react: React, who: str, status: int, name: str
) -> None:
    comment = react(approved=False)
    if who == "ada":
        client.force_login(ada)
    assert client.get(f"{LIST}{comment.pk}/{name}/").status_code == status
    assert client.post(f"{LIST}{comment.pk}/{name}/", WHY).status_code == status
    assert state(comment) == "pending"


def test_looking_changes_nothing(desk: Client, react: React) -> None:
    comment = react(approved=False)
    for name in ("goedkeuren", "afwijzen", "terugzetten"):
        assert desk.get(f"{LIST}{comment.pk}/{name}/", WHY).status_code == 200
    assert state(comment) == "pending"


@pytest.mark.parametrize("pk", ["999", "x", "9" * 30, "9" * 5_000])
@pytest.mark.parametrize("desk_of", ["comment", "discussion"])
def test_what_does_not_exist_is_not_found(desk: Client, desk_of: str, pk: str) -> None:
    name = "goedkeuren" if desk_of == "comment" else "sluiten"
    assert desk.post(f"/beheer/comments/{desk_of}/{pk}/{name}/").status_code == 404


def test_nobody_edits_what_a_reader_wrote(desk: Client, react: React) -> None:
    comment = react()
    changed = {"body": "Anders.", "state": "removed"}
    assert desk.post(f"{LIST}{comment.pk}/change/", changed).status_code == 403
    assert desk.post(f"{LIST}{comment.pk}/delete/", {"post": "yes"}).status_code == 403
    assert desk.get(f"{LIST}add/").status_code == 403
    assert Comment.objects.get().body == "Dat herken ik."


def test_a_reaction_names_its_article_and_what_it_answers(
    desk: Client, publish: Publish, react: React
) -> None:
    react("Antwoord.", to=react("Vraag."), approved=False)
    page = desk.get(LIST).text
    assert "Aan de balie" in page
    assert "In reactie op 1 van Rik: Vraag." in page
