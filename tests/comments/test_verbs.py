from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from comments.models import Comment, Decision, Discussion
from comments.models.decision import Reason
from comments.models.placing import DIGITS, LEVELS
from desk.refused import Refused
from tests.conftest import React

type Verb = Callable[[Comment, User], None]

PENDING, PUBLISHED, REFUSED, SPAM, REMOVED, WITHDRAWN = Comment.State

VERBS: dict[str, Verb] = {
    "approve": lambda comment, by: comment.approve(by),
    "refuse": lambda comment, by: comment.refuse(by, Reason.OFFENSIVE, "Zo niet."),
    "remove": lambda comment, by: comment.remove(by, Reason.LEGAL, "Zo niet."),
    "withdraw": lambda comment, by: comment.withdraw(),
    "restore": lambda comment, by: comment.restore(by),
    "spam": lambda comment, by: comment.mark_spam(by),
}

#: verb → from which state to which; every other pair is refused.
ALLOWED: dict[str, dict[str, str]] = {
    "approve": {PENDING: PUBLISHED, REFUSED: PUBLISHED, SPAM: PUBLISHED},
    "refuse": {PENDING: REFUSED, SPAM: REFUSED},
    "remove": {PUBLISHED: REMOVED},
    "withdraw": {PUBLISHED: WITHDRAWN, PENDING: WITHDRAWN},
    "restore": {REMOVED: PUBLISHED, REFUSED: PENDING},
    "spam": {PENDING: SPAM, REFUSED: SPAM, PUBLISHED: SPAM},
}

#: How a reaction gets into each state.
ROADS = {
    PENDING: [],
    PUBLISHED: ["approve"],
    REFUSED: ["refuse"],
    SPAM: ["spam"],
    REMOVED: ["approve", "remove"],
    WITHDRAWN: ["approve", "withdraw"],
}


def bring(comment: Comment, state: str, by: User) -> Comment:
    for verb in ROADS.get(Comment.State(state), []):
        VERBS[verb](comment, by)
    return Comment.objects.get(pk=comment.pk)


def everything() -> list[Any]:
    tables = (Comment.objects, Discussion.objects, Decision.objects)
    return [list(table.order_by("pk").values()) for table in tables]


@pytest.mark.parametrize("state", Comment.State)
@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_works_from_its_states_and_changes_nothing_from_others(
    react: React, mo: User, verb: str, state: str
) -> None:
    comment = bring(react(approved=False), state, mo)
    before, decisions = everything(), Decision.objects.count()
    to = ALLOWED[verb].get(state)
    if to is None:
        with pytest.raises(Refused, match="is al "):
            VERBS[verb](comment, mo)
        assert everything() == before
        return
    VERBS[verb](comment, mo)
    assert Comment.objects.get(pk=comment.pk).state == to
    assert Decision.objects.count() == decisions + 1
    decision = Decision.objects.first()
    assert decision
    assert (decision.from_state, decision.to_state) == (state, to)
    assert decision.comment == comment


@pytest.mark.parametrize(
    ("verb", "reason", "note"),
    [("refuse", Reason.OFFENSIVE, "Zo niet."), ("remove", Reason.LEGAL, "Zo niet.")],
)
def test_a_restriction_keeps_its_maker_reason_and_text(
    react: React, mo: User, verb: str, reason: str, note: str
) -> None:
    comment = react(approved=verb == "remove")
    VERBS[verb](comment, mo)
    decision = comment.decisions.first()
    assert decision
    assert (decision.by, decision.reason, decision.text) == (mo, reason, note)
    assert Comment.objects.get(pk=comment.pk).reason == reason


def test_a_writer_who_takes_a_reaction_back_needs_no_account(react: React) -> None:
    comment = react()
    comment.withdraw()
    decision = comment.decisions.first()
    assert decision
    assert (decision.by, decision.rule) == (None, "writer")


def test_restoring_clears_the_reason(react: React, mo: User) -> None:
    comment = react()
    comment.remove(mo, Reason.LEGAL)
    comment.restore(mo)
    assert Comment.objects.get(pk=comment.pk).reason == ""


def test_restoring_looks_at_what_is_stored_now(react: React, mo: User, els: User) -> None:
    """A page that had been open for a while once sent a removed reaction back to the queue."""
    comment = react(approved=False)
    comment.refuse(mo, Reason.OFFENSIVE)
    seen_by_mo = Comment.objects.get(pk=comment.pk)
    comment.approve(els)
    comment.remove(els, Reason.LEGAL)
    seen_by_mo.restore(mo)
    assert Comment.objects.get(pk=comment.pk).state == PUBLISHED


def test_a_number_is_given_at_publication_in_the_order_of_approval(react: React, mo: User) -> None:
    first, second = react("Een.", approved=False), react("Twee.", approved=False)
    assert (first.number, second.number) == (None, None)
    second.approve(mo)
    first.approve(mo)
    assert (second.number, first.number) == (1, 2)


def test_a_number_and_a_place_survive_removal(react: React, mo: User) -> None:
    parent = react()
    answer = react("Zeker.", to=parent)
    given = (answer.number, answer.path, answer.published_at)
    answer.remove(mo, Reason.LEGAL)
    assert react("Nieuw.").number == 3
    answer.restore(mo)
    stored = Comment.objects.get(pk=answer.pk)
    assert (stored.number, stored.path, stored.published_at) == given


def test_an_import_says_when_it_was(react: React, mo: User) -> None:
    comment, then = react(approved=False), datetime(2018, 1, 24, 14, 23, tzinfo=UTC)
    comment.approve(mo, at=then)
    comment.remove(mo, Reason.LEGAL, at=then + timedelta(days=1))
    assert Comment.objects.get(pk=comment.pk).published_at == then
    assert list(comment.decisions.values_list("at", flat=True)) == [then + timedelta(days=1), then]


def test_two_reactions_never_have_one_number(react: React) -> None:
    react("Een.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=react("Twee.").pk).update(number=1)


def test_what_is_placed_has_a_number(react: React) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=react(approved=False).pk).update(state=PUBLISHED)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_done_the_counts_and_numbers_hold(
    react: React, discussion: Discussion, mo: User, seed: int
) -> None:
    chance = Random(seed)
    numbers: dict[int, int] = {}
    for step in range(60):
        if step < 3 or chance.random() < 0.3:
            visible = list(discussion.comments.published())
            above = chance.choice([None, *visible])
            react(f"Stap {step}.", to=above, approved=chance.random() < 0.5)
        else:
            one = chance.choice(list(discussion.comments.all()))
            try:
                VERBS[chance.choice(list(VERBS))](one, mo)
            except Refused:
                continue
        numbers = check(discussion, numbers)
    assert len(numbers) > 5


def check(discussion: Discussion, before: dict[int, int]) -> dict[int, int]:
    """What must hold after any change; gives the numbers by reaction."""
    stored = Discussion.objects.get(pk=discussion.pk)
    numbers = {one.pk: one.number for one in stored.comments.all() if one.number}
    assert numbers.items() >= before.items()
    assert sorted(numbers.values()) == list(range(1, stored.last_number + 1))
    assert stored.published_count == stored.comments.published().count()
    for one in stored.comments.exclude(number=None).select_related("parent"):
        above = one.parent.path[: DIGITS * (LEVELS - 1)] if one.parent else ""
        assert one.path == f"{above}{one.number:0{DIGITS}}"
    return numbers
