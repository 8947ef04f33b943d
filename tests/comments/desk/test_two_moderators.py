"""Two moderators on one reaction: the second is told what the first decided."""

from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from accounts.models import User
from comments.models import Comment, Decision
from comments.models.decision import Reason
from comments.models.overtaken import told_of
from tests.comments.desk.conftest import LIST, seen
from tests.comments.test_race import at_once
from tests.conftest import React, SignIn
from tests.desk.messages import said

WHY = {"reason": "off_topic", "note": "Zo niet."}


def today(decision: Decision) -> str:
    return date_format(timezone.localtime(decision.at), "H:i")


@pytest.mark.parametrize("name", ["goedkeuren", "afwijzen", "spam", "weghalen"])
def test_the_second_is_told_and_overwrites_nothing(
    desk: Client, sign_in: SignIn, els: User, react: React, name: str
) -> None:
    comment, theirs = react(approved=False), sign_in(els)
    what_els_saw = seen(theirs.get(LIST), comment)
    desk.post(f"{LIST}{comment.pk}/goedkeuren/", {"gezien": seen(desk.get(LIST), comment)})
    form = {"gezien": what_els_saw, "passage": "herken", **WHY}
    answer = theirs.post(f"{LIST}{comment.pk}/{name}/", form)
    first = Decision.objects.get()
    sentence = f"Mo Karimi heeft deze reactie om {today(first)} al goedgekeurd."
    assert said(answer) == [("warning", f"Rik: Dat herken ik.: {sentence}")]
    assert Comment.objects.get().body == "Dat herken ik."
    page = theirs.get(answer.headers["Location"]).text
    assert "geplaatst" in page
    assert "door Mo Karimi" in page


def test_who_clicks_twice_is_told_so(desk: Client, react: React) -> None:
    comment = react(approved=False)
    form = {"gezien": seen(desk.get(LIST), comment)}
    desk.post(f"{LIST}{comment.pk}/goedkeuren/", form)
    level, sentence = said(desk.post(f"{LIST}{comment.pk}/goedkeuren/", form))[-1]
    assert level == "warning"
    assert "U hebt deze reactie om" in sentence


def test_a_form_that_asks_remembers_what_was_seen(desk: Client, els: User, react: React) -> None:
    comment = react(approved=False)
    saw = seen(desk.get(LIST), comment)
    asked = desk.get(f"{LIST}{comment.pk}/afwijzen/", {"gezien": saw})
    assert f'name="gezien" value="{saw}"' in asked.text
    fresh = desk.get(f"{LIST}{comment.pk}/afwijzen/").text
    assert f'name="gezien" value="{comment.pk}:0"' in fresh
    comment.mark_spam(els)
    again = desk.post(f"{LIST}{comment.pk}/afwijzen/", {"gezien": saw, "note": "Zonder reden."})
    assert again.status_code == 422
    assert f'name="gezien" value="{saw}"' in again.text
    desk.post(f"{LIST}{comment.pk}/afwijzen/", {"gezien": saw, **WHY})
    assert Comment.objects.get().state == "spam"


@pytest.mark.parametrize("nonsense", ["x", "1:", "1:-1", "9" * 30 + ":1", "2:0", "\x00", ""])
def test_what_says_nothing_is_as_if_nothing_was_said(
    desk: Client, react: React, nonsense: str
) -> None:
    comment = react(approved=False)
    assert desk.post(f"{LIST}{comment.pk}/goedkeuren/", {"gezien": nonsense}).status_code == 302
    assert Comment.objects.get().state == "published"


def test_of_many_only_those_are_done_that_nobody_else_did(
    desk: Client, els: User, react: React
) -> None:
    three = [react(f"Nr. {n}", approved=False) for n in range(3)]
    page = desk.get(LIST)
    three[1].refuse(els, Reason.OFFENSIVE)
    form: dict[str, Any] = {
        "action": "spam",
        "_selected_action": [one.pk for one in three],
        "gezien": [seen(page, one) for one in three],
    }
    answer = desk.post(LIST, form)
    told = said(answer)
    assert told[0] == ("success", "Spam: 2 gedaan.")
    assert "Els Maas heeft deze reactie om" in told[1][1]
    states = Comment.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["spam", "refused", "spam"]


@pytest.mark.parametrize(
    ("verb", "rule", "sentence"),
    [
        ("refuse", "", "Mo Karimi heeft deze reactie {} al afgewezen."),
        ("undo", "", "Mo Karimi heeft het besluit over deze reactie {} ongedaan gemaakt."),
        ("unfeature", "", "Mo Karimi heeft deze reactie {} uit de uitgelichte gehaald."),
        ("withdraw", "writer", "De schrijver heeft deze reactie {} al ingetrokken."),
        ("correct", "writer", "De schrijver heeft deze reactie {} gewijzigd."),
        ("restore", "writer", "De schrijver heeft deze reactie {} al teruggezet."),
        ("anonymise", "writer", "De schrijver heeft deze reactie {} al anoniem gemaakt."),
        ("erase", "writer", "De schrijver heeft deze reactie {} al gewist."),
        ("judge", "judge", "Het systeem heeft deze reactie {} opnieuw beoordeeld."),
        ("", "", "Mo Karimi heeft deze reactie {} al beoordeeld."),
    ],
)
def test_each_decision_is_told_in_a_sentence(
    mo: User, els: User, verb: str, rule: str, sentence: str
) -> None:
    at = datetime(2018, 1, 24, 13, 23, tzinfo=UTC)
    decision = Decision(verb=verb, by=None if rule else mo, rule=rule, at=at)
    assert told_of(decision, els, timezone.now()) == sentence.format("op 24 januari om 14:23")


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_decides(
    react: React, sign_in: SignIn, mo: User, els: User
) -> None:
    comments = [react(f"Nr. {n}", approved=False) for n in range(5)]
    mine, theirs = sign_in(mo), sign_in(els)
    for comment in comments:
        form = {"gezien": f"{comment.pk}:0", **WHY}
        jobs = [
            partial(mine.post, f"{LIST}{comment.pk}/goedkeuren/", form),
            partial(theirs.post, f"{LIST}{comment.pk}/afwijzen/", form),
        ]
        levels = sorted(said(answer)[0][0] for answer in at_once(list(jobs)))
        assert levels == ["success", "warning"]
        assert comment.decisions.count() == 1
