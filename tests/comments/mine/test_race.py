"""A writer, those who answer and those who moderate at the same moment, over real connections."""

from functools import partial
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from comments.models import Comment, Decision, Version, Writer
from comments.models.decision import Reason
from desk.refused import Refused
from tests.comments.mine.conftest import Door
from tests.comments.test_race import Job, at_once
from tests.conftest import React

State = Comment.State

pytestmark = pytest.mark.django_db(transaction=True)


def tried(verb: str, comment: Comment, *words: Any) -> bool:
    """On a copy of its own, as another request has; whether it was done."""
    try:
        getattr(Comment.objects.get(pk=comment.pk), verb)(*words)
    except Refused:
        return False
    return True


@pytest.mark.parametrize("attempt", range(5))
def test_a_text_that_was_answered_is_not_corrected_afterwards(
    react: React, mo: User, attempt: int
) -> None:
    comment = react("Goed.")
    answers = [react(f"Eens {n}.", to=comment, approved=False) for n in range(4)]
    corrections = [partial(tried, "correct", comment, f"Beter {n}.") for n in range(4)]
    at_once([*corrections, *(partial(tried, "approve", one, mo) for one in answers)])
    first_answer = Decision.objects.filter(comment__in=answers).earliest("pk").pk
    made = Decision.objects.filter(comment=comment, verb="correct")
    assert not made.filter(pk__gt=first_answer).exists()
    assert Version.objects.count() == made.count()


def test_of_two_who_take_away_one_is_first(react: React, mo: User) -> None:
    comment = react()
    react("Eens.", to=comment)
    withdraw = partial(tried, "withdraw", comment)
    remove = partial(tried, "remove", comment, mo, Reason.LEGAL)
    jobs: list[Job] = [withdraw, remove] * 4
    assert at_once(jobs).count(True) == 1
    stored = Comment.objects.get(pk=comment.pk)
    assert stored.state in {State.WITHDRAWN, State.REMOVED}
    assert stored.discussion.published_count == 1


@pytest.mark.parametrize(
    ("name", "verb", "said"),
    [("erase_all", "erase", "gewist"), ("anonymise_all", "anonymise", "anoniem")],
)
def test_many_clicks_do_it_once(
    react: React, rik: Writer, door: Door, name: str, verb: str, said: str
) -> None:
    comments = [react(f"Nummer {n}.") for n in range(3)]
    address = door(name)
    answers = at_once([lambda: Client().post(address)["Location"] for _ in range(6)])
    assert {answer.rpartition("=")[2] for answer in answers} == {said}
    assert Decision.objects.filter(verb=verb).count() == len(comments)
    assert set(Comment.objects.values_list("name", "email")) == {("Anoniem", "")}
    shown = len(comments) if verb == "anonymise" else 0
    assert comments[0].discussion.comments.published().count() == shown
