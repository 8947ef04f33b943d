"""Which decision is told by which letter: by table, and whatever else happens, no other."""

from itertools import product

import pytest

from comments.letters.decisions import Kind, kind_of
from comments.models.decision import Verb
from comments.models.states import State


@pytest.mark.parametrize(
    ("verb", "before", "after", "kind"),
    [
        ("judge", "pending", "pending", None),
        ("judge", "pending", "published", Kind.PUBLISHED),
        ("judge", "pending", "refused", Kind.REFUSED),
        ("judge", "published", "published", None),
        ("judge", "published", "pending", None),
        ("correct", "published", "published", None),
        ("correct", "published", "pending", None),
        ("approve", "pending", "published", Kind.PUBLISHED),
        ("approve", "refused", "published", Kind.PUBLISHED),
        ("approve", "spam", "published", Kind.PUBLISHED),
        ("refuse", "pending", "refused", Kind.REFUSED),
        ("refuse", "spam", "refused", Kind.REFUSED),
        ("spam", "pending", "spam", None),
        ("spam", "published", "spam", None),
        ("remove", "published", "removed", Kind.REMOVED),
        ("redact", "published", "published", Kind.REDACTED),
        ("redact", "pending", "pending", Kind.REDACTED),
        ("feature", "published", "published", None),
        ("withdraw", "published", "withdrawn", None),
        ("withdraw", "pending", "withdrawn", None),
        ("restore", "removed", "published", Kind.RESTORED),
        ("restore", "refused", "pending", Kind.WAITS),
        ("undo", "removed", "published", Kind.RESTORED),
        ("undo", "published", "removed", Kind.REMOVED),
        ("undo", "published", "pending", Kind.WAITS),
        ("undo", "refused", "pending", Kind.WAITS),
        ("undo", "spam", "pending", None),
        ("undo", "withdrawn", "published", None),
    ],
)
def test_a_decision_has_its_letter(verb: str, before: str, after: str, kind: Kind | None) -> None:
    assert kind_of(verb, before, after) == kind


def test_a_passage_that_comes_back_is_told() -> None:
    assert kind_of("undo", "published", "published", undone="redact") == Kind.WHOLE
    assert kind_of("undo", "published", "published", undone="feature") is None
    assert kind_of("undo", "removed", "published", undone="remove") == Kind.RESTORED


@pytest.mark.parametrize(("before", "after"), list(product(State, State)))
def test_of_spam_and_of_one_s_own_act_nobody_is_told(before: State, after: State) -> None:
    told = {verb for verb in Verb if verb != Verb.REDACT and kind_of(verb, before, after)}
    assert not (told and (after == State.SPAM or State.WITHDRAWN in {before, after}))
    assert not (told and before == after)


@pytest.mark.parametrize("verb", sorted(set(Verb) - {Verb.REDACT}))
def test_a_restriction_is_never_without_its_letter(verb: Verb) -> None:
    """DSA art. 17: whoever takes it away, and from where."""
    for before in set(State) - {State.WITHDRAWN}:
        if before != State.REMOVED:
            assert kind_of(verb, before, State.REMOVED) == Kind.REMOVED
        if before != State.REFUSED:
            assert kind_of(verb, before, State.REFUSED) == Kind.REFUSED
