"""Who may do which act: by its page (GET) and by its button (POST)."""

from typing import Any

import pytest
from django.test import Client

from articles.models import Article
from comments.models import Comment, Decision, Discussion
from tests.conftest import React
from tests.desk.conftest import Enter

REASON = {"reason": "off_topic", "note": ""}
NOW = {"at_0": "", "at_1": ""}

#: act → of what, what its form says, and who may do it
ACTS: dict[str, tuple[str, dict[str, str], set[str]]] = {
    "publiceren": ("articles/article", NOW, {"els", "baas"}),
    "intrekken": ("articles/article", {}, {"els", "baas"}),
    "sluiten": ("comments/discussion", {"word": "", **NOW}, {"els", "mo", "baas"}),
    "heropenen": ("comments/discussion", {}, {"els", "mo", "baas"}),
    "verbergen": ("comments/discussion", {}, {"els", "mo", "baas"}),
    "goedkeuren": ("comments/comment", {}, {"els", "mo", "baas"}),
    "afwijzen": ("comments/comment", REASON, {"els", "mo", "baas"}),
    "verwijderen": ("comments/comment", REASON, {"els", "mo", "baas"}),
    "terugzetten": ("comments/comment", {}, {"els", "mo", "baas"}),
    "spam": ("comments/comment", {}, {"els", "mo", "baas"}),
    "gelezen": ("comments/comment", {}, {"els", "mo", "baas"}),
    "uitlichten": ("comments/comment", {}, {"els", "mo", "baas"}),
    "niet-uitlichten": ("comments/comment", {}, {"els", "mo", "baas"}),
    "weghalen": ("comments/comment", {"passage": "herken"}, {"els", "mo", "baas"}),
    "ongedaan-maken": ("comments/comment", {}, {"els", "mo", "baas"}),
}
STAFF = ("els", "ada", "mo", "baas", "gast")


@pytest.fixture
def reaction(react: React) -> Comment:
    """Waits for approval, under ada's article."""
    return react(approved=False)


def address(act: str, reaction: Comment) -> str:
    kind = ACTS[act][0]
    pk = reaction.pk if kind == "comments/comment" else reaction.discussion_id
    return f"/beheer/{kind}/{pk}/{act}/"


def everything() -> list[Any]:
    """All that an act could change."""
    states: list[Any] = list(Article.objects.values_list("state", "published_at"))
    states += Discussion.objects.values_list("opening", "closed_at")
    states += Comment.objects.values_list("state", "reason", "number")
    return [*states, Decision.objects.count()]


@pytest.mark.parametrize("role", STAFF)
def test_an_act_asks_only_who_may_do_it(enter: Enter, reaction: Comment, role: str) -> None:
    client, before = enter(role), everything()
    status = {act: client.get(address(act, reaction)).status_code for act in ACTS}
    assert status == {act: 200 if role in ACTS[act][2] else 403 for act in ACTS}
    assert everything() == before


@pytest.mark.parametrize("role", ["ada", "gast"])
def test_who_may_not_do_an_act_changes_nothing(enter: Enter, reaction: Comment, role: str) -> None:
    client, before = enter(role), everything()
    for act, (_, form, _) in ACTS.items():
        assert client.post(address(act, reaction), form).status_code == 403
    assert everything() == before


@pytest.mark.parametrize("act", ["publiceren", "intrekken"])
def test_a_moderator_does_not_publish(enter: Enter, reaction: Comment, act: str) -> None:
    before = everything()
    assert enter("mo").post(address(act, reaction), ACTS[act][1]).status_code == 403
    assert everything() == before


@pytest.mark.parametrize("stranger", ["niemand", "rik"])
def test_strangers_are_sent_to_the_door(enter: Enter, reaction: Comment, stranger: str) -> None:
    client, before = enter(stranger), everything()
    for act, (_, form, _) in ACTS.items():
        url = address(act, reaction)
        for response in (client.get(url), client.post(url, form)):
            assert response.status_code == 302
            assert response.headers["Location"] == f"/beheer/login/?next={url}"
    assert everything() == before


@pytest.mark.parametrize("role", ["els", "mo"])
@pytest.mark.parametrize(
    "act", ["sluiten", "heropenen", "verbergen", "goedkeuren", "afwijzen", "spam", "weghalen"]
)
def test_who_may_do_an_act_does_it(enter: Enter, reaction: Comment, role: str, act: str) -> None:
    decided = Decision.objects.count()
    assert enter(role).post(address(act, reaction), ACTS[act][1]).status_code == 302
    assert Decision.objects.count() == decided + 1
    by = Decision.objects.latest("pk").by
    assert by is not None
    assert by.username == role


def test_a_forged_request_is_refused(enter: Enter, reaction: Comment) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies = enter("baas").cookies
    before = everything()
    for act, (_, form, _) in ACTS.items():
        assert client.post(address(act, reaction), form).status_code == 403
    assert everything() == before


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_an_act_is_done_by_post_only(enter: Enter, reaction: Comment, method: str) -> None:
    client, before = enter("baas"), everything()
    for act in ACTS:
        response = getattr(client, method)(address(act, reaction))
        assert response.status_code == 405
        assert response.headers["Allow"] == "GET, HEAD, POST"
    assert everything() == before
