"""The framework of acts, by the acts on reactions: one thing at a time, from its own page."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from accounts.models import User
from comments.models import Comment, Decision, Discussion
from tests.conftest import React, SignIn
from tests.desk.conftest import Enter
from tests.desk.messages import said

BUTTON = re.compile(r'data-key="." (?:href|formaction)="/beheer/comments/comment/\d+/([a-z-]+)/')


@pytest.fixture
def mo_at_desk(enter: Enter) -> Client:
    """Mo, signed in."""
    return enter("mo")


def at(comment: Comment, act: str = "change") -> str:
    return f"/beheer/comments/comment/{comment.pk}/{act}/"


def state(comment: Comment) -> str:
    comment.refresh_from_db()
    return comment.state


@pytest.mark.parametrize(
    ("so_far", "buttons"),
    [
        ([], ["goedkeuren", "afwijzen", "spam", "weghalen"]),
        (["goedkeuren"], ["verwijderen", "spam", "uitlichten", "weghalen"]),
        (["goedkeuren", "uitlichten"], ["verwijderen", "spam", "niet-uitlichten", "weghalen"]),
        (["goedkeuren", "verwijderen"], ["terugzetten"]),
        (["afwijzen"], ["goedkeuren", "spam", "terugzetten"]),
        (["spam"], ["goedkeuren", "afwijzen"]),
        (["afwijzen", "terugzetten"], ["goedkeuren", "afwijzen", "spam", "weghalen"]),
    ],
)
def test_a_page_has_buttons_for_the_acts_that_apply(
    mo_at_desk: Client, react: React, so_far: list[str], buttons: list[str]
) -> None:
    comment = react(approved=False)
    for act in so_far:
        mo_at_desk.post(at(comment, act), {"reason": "off_topic"})
    assert BUTTON.findall(mo_at_desk.get(at(comment)).text) == buttons


def test_who_may_only_look_gets_no_buttons(react: React, sign_in: SignIn) -> None:
    looker = User.objects.create_user("kijker", is_staff=True)
    looker.user_permissions.add(Permission.objects.get(codename="view_comment"))
    client = sign_in(looker)
    page = client.get(at(react(approved=False)))
    assert page.status_code == 200
    assert BUTTON.findall(page.text) == []
    listed = client.get("/beheer/comments/comment/").text
    assert 'value="goedkeuren"' not in listed


def test_an_act_that_asks_nothing_is_a_button(mo_at_desk: Client, react: React) -> None:
    comment = react(approved=False)
    response = mo_at_desk.post(at(comment, "goedkeuren"))
    assert response.headers["Location"] == at(comment)
    assert said(response) == [("success", "Goedkeuren: 1 gedaan.")]
    assert state(comment) == Comment.State.PUBLISHED


def test_an_act_that_asks_something_is_a_link_to_its_form(mo_at_desk: Client, react: React) -> None:
    comment = react(approved=False)
    link = f'<a class="act act--danger" data-key="r" href="{at(comment, "afwijzen")}'
    assert link in mo_at_desk.get(at(comment)).text
    form = mo_at_desk.get(at(comment, "afwijzen"))
    assert form.status_code == 200
    assert "Kies een reden" in form.text
    assert "Rik: Dat herken ik." in form.text
    assert state(comment) == Comment.State.PENDING


def test_what_is_filled_in_reaches_the_verb(mo_at_desk: Client, react: React) -> None:
    comment = react(approved=False)
    mo_at_desk.post(at(comment, "afwijzen"), {"reason": "advertising", "note": "Geen reclame."})
    decision = comment.decisions.get()
    assert (decision.to_state, decision.reason) == ("refused", "advertising")
    assert decision.text == "Geen reclame."
    assert decision.by is not None
    assert decision.by.username == "mo"


@pytest.mark.parametrize(
    "wrong", [{}, {"reason": ""}, {"reason": "verzonnen"}, {"reason": "legal", "note": "a" * 2001}]
)
def test_a_form_that_is_not_right_is_asked_again(
    mo_at_desk: Client, react: React, wrong: dict[str, str]
) -> None:
    comment = react(approved=False)
    response = mo_at_desk.post(at(comment, "afwijzen"), wrong)
    assert response.status_code == 422
    assert 'class="errorlist"' in response.text
    assert wrong.get("note", "") in response.text
    assert state(comment) == Comment.State.PENDING


def test_what_a_verb_refuses_is_a_warning(mo_at_desk: Client, react: React) -> None:
    comment = react()
    response = mo_at_desk.post(at(comment, "goedkeuren"))
    assert response.status_code == 302
    assert said(response) == [("warning", "Rik: Dat herken ik.: is al geplaatst")]
    assert comment.decisions.count() == 1


@pytest.mark.parametrize("way", ["form", "address"])
@pytest.mark.parametrize(
    ("wanted", "safe"),
    [
        ("/beheer/articles/article/1/change/", True),
        ("/", True),
        ("https://elders.nl/", False),
        ("//elders.nl/", False),
        ("/\\elders.nl/", False),
        ("javascript:alert(1)", False),
        ("http://testserver.elders.nl/", False),
        ("", False),
    ],
)
def test_after_an_act_staff_go_back_to_a_page_of_this_site_only(
    mo_at_desk: Client, react: React, way: str, wanted: str, safe: bool
) -> None:
    comment = react(approved=False)
    url, form = at(comment, "goedkeuren"), {"next": wanted}
    query = form if way == "address" else {}
    response = mo_at_desk.post(url, form if way == "form" else {}, query_params=query)
    assert response.headers["Location"] == (wanted if safe else at(comment))


def test_a_form_remembers_where_staff_came_from(mo_at_desk: Client, react: React) -> None:
    url = at(react(approved=False), "afwijzen")
    page = mo_at_desk.get(url, {"next": "/beheer/?a=1"}).text
    assert '<input type="hidden" name="next" value="/beheer/?a=1">' in page
    assert '<a class="closelink" href="/beheer/?a=1">' in page
    assert "elders.nl" not in mo_at_desk.get(url, {"next": "https://elders.nl/"}).text


@pytest.mark.parametrize("kind", ["comments/comment", "comments/discussion", "articles/article"])
def test_an_act_on_nothing_answers_404(enter: Enter, kind: str) -> None:
    client, act = enter("els"), {"c": "goedkeuren", "d": "sluiten", "a": "publiceren"}
    for object_id in ("999999", "9" * 40, "abc", "%00", "%ff", "1/2", "-1"):
        url = f"/beheer/{kind}/{object_id}/{act[kind.split('/')[1][0]]}/"
        assert client.get(url).status_code == 404
        assert client.post(url).status_code == 404


def test_the_page_of_an_article_leads_to_what_can_be_done_to_its_discussion(
    enter: Enter, discussion: Discussion
) -> None:
    page = f"/beheer/articles/article/{discussion.pk}/change/"
    close = f"/beheer/comments/discussion/{discussion.pk}/sluiten/?next={page}"
    client = enter("els")
    assert close in client.get(page).text
    form = {"word": "Dank u wel.", "at_0": "", "at_1": ""}
    assert client.post(close, form).headers["Location"] == page
    discussion.refresh_from_db()
    assert not discussion.is_open_now()
    assert "/heropenen/" in client.get(page).text


def test_an_author_gets_no_acts_on_the_discussion(enter: Enter, discussion: Discussion) -> None:
    page = enter("ada").get(f"/beheer/articles/article/{discussion.pk}/change/").text
    assert "/sluiten/" not in page
    assert Decision.objects.count() == 0
