"""What staff decided can be taken back, and the reaction is then as it was."""

from collections.abc import Callable
from random import Random

import pytest

from accounts.models import User
from comments.models import Comment, Decision, Discussion
from comments.models.decision import Reason
from comments.models.moderating import TAKEN_OUT
from desk.refused import Refused
from search.index import Kind
from search.models import Entry
from tests.comments.test_verbs import check
from tests.conftest import React

type Act = Callable[[Comment, User], None]

FRESH: dict[str, Act] = {
    "approve": lambda one, by: one.approve(by),
    "refuse": lambda one, by: one.refuse(by, Reason.OFFENSIVE, "Zo niet.", house_rule="hr-1"),
    "spam": lambda one, by: one.mark_spam(by),
}
PLACED: dict[str, Act] = {
    "remove": lambda one, by: one.remove(by, Reason.LEGAL, "Zo niet."),
    "spam": lambda one, by: one.mark_spam(by),
    "feature": lambda one, by: one.feature(by),
    "redact": lambda one, by: one.redact(by, "herken"),
}
EVERY = [("pending", name) for name in FRESH] + [("published", name) for name in PLACED]


def look(comment: Comment) -> dict[str, object]:
    """All that a decision can change; when it was last read is not taken back."""
    row: dict[str, object] = Comment.objects.filter(pk=comment.pk).values().get()
    return {name: value for name, value in row.items() if name != "read_at"}


def counted(discussion: Discussion) -> tuple[int, int]:
    stored = Discussion.objects.get(pk=discussion.pk)
    return stored.published_count, Entry.objects.filter(kind=Kind.REACTION).count()


@pytest.mark.parametrize(("state", "name"), EVERY)
def test_each_decision_of_staff_can_be_taken_back(
    react: React, discussion: Discussion, mo: User, els: User, state: str, name: str
) -> None:
    comment = react(approved=state == "published")
    before, counts = look(comment), counted(discussion)
    (FRESH if state == "pending" else PLACED)[name](comment, mo)
    decided = Decision.objects.latest("pk")
    comment.undo(els)
    after = look(comment)
    if name == "approve":  # what had a number keeps it
        assert (after.pop("number"), after.pop("path")) == (1, "000001")
        after |= {"number": None, "path": "", "published_at": None}
    assert after == before
    assert counted(discussion) == counts
    undone = Decision.objects.latest("pk")
    assert (undone.verb, undone.by, undone.evidence) == ("undo", els, {"undoes": decided.pk})
    assert (undone.from_state, undone.to_state) == (decided.to_state, decided.from_state)


def test_what_was_taken_out_of_the_light_comes_back_in_it(react: React, mo: User) -> None:
    comment = react()
    comment.feature(mo)
    comment.unfeature(mo)
    comment.undo(mo)
    assert Comment.objects.get().featured_at is not None


def test_approving_again_keeps_the_number(react: React, mo: User) -> None:
    comment = react("Eerst.")
    comment.undo(mo)
    assert react("Daarna.").number == 2
    comment.approve(mo)
    assert Comment.objects.get(pk=comment.pk).number == 1
    assert react("Nog een.").number == 3


def test_answers_to_a_reaction_that_goes_back_to_the_queue_stay(react: React, mo: User) -> None:
    first = react("Vraag.")
    answer = react("Antwoord.", to=first)
    Comment.objects.get(pk=first.pk).undo(mo)
    assert list(Comment.objects.published()) == [answer]
    assert Comment.objects.waiting().get() == first


def test_a_refusal_that_is_back_has_its_reason_again(react: React, mo: User) -> None:
    comment = react(approved=False)
    comment.refuse(mo, Reason.OFFENSIVE, house_rule="hr-2", rules_version=3)
    comment.restore(mo)
    comment.undo(mo)
    stored = Comment.objects.get()
    assert (stored.state, stored.reason) == ("refused", "offensive")
    undone = Decision.objects.latest("pk")
    assert (undone.reason, undone.house_rule, undone.rules_version) == ("offensive", "hr-2", 3)


def test_a_second_click_takes_nothing_else_back(react: React, mo: User) -> None:
    comment = react()
    comment.remove(mo, Reason.LEGAL)
    comment.undo(mo)
    with pytest.raises(Refused, match="is al ongedaan gemaakt"):
        comment.undo(mo)
    assert Comment.objects.get().state == "published"


def test_what_the_writer_or_nobody_decided_stands(react: React, mo: User) -> None:
    waits = react(approved=False)
    with pytest.raises(Refused, match="geen besluit"):
        waits.undo(mo)
    waits.withdraw()
    with pytest.raises(Refused, match="geen besluit"):
        waits.undo(mo)
    assert Comment.objects.get().state == "withdrawn"


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_and_taken_back_the_counts_and_numbers_hold(
    react: React, discussion: Discussion, mo: User, seed: int
) -> None:
    chance, numbers = Random(seed), dict[int, int]()
    acts: list[Act] = [*FRESH.values(), *PLACED.values(), *[lambda one, by: one.undo(by)] * 4]
    for step in range(50):
        if step < 3 or chance.random() < 0.2:
            react(f"Ik herken stap {step}.", approved=chance.random() < 0.5)
            continue
        one = chance.choice(list(discussion.comments.order_by("pk")))
        try:
            chance.choice(acts)(one, mo)
        except Refused:
            continue
        numbers = check(discussion, numbers)
    assert Decision.objects.filter(verb="undo").count() > 2


# --- Redacting -----------------------------------------------------------------------------------


def test_a_passage_is_taken_out_wherever_it_stands_and_kept_for_staff(
    react: React, mo: User
) -> None:
    comment = react("Bel 06-123. Nogmaals: **06-123**.")
    comment.redact(mo, "06-123")
    stored = Comment.objects.get()
    assert stored.body == f"Bel {TAKEN_OUT}. Nogmaals: **{TAKEN_OUT}**."
    assert f"<strong>{TAKEN_OUT}</strong>" in stored.body_html
    assert stored.edited_at is None
    former = stored.versions.get()
    assert (former.body, former.replaced_by) == ("Bel 06-123. Nogmaals: **06-123**.", mo)
    assert "06-123" not in Entry.objects.get(kind=Kind.REACTION).body


@pytest.mark.parametrize("passage", ["HERKEN", "iets anders", "herken  ik"])
def test_only_what_stands_there_exactly_is_taken_out(react: React, mo: User, passage: str) -> None:
    comment = react()
    with pytest.raises(Refused, match="bevat deze tekst niet"):
        comment.redact(mo, passage)
    assert Comment.objects.get().body == "Dat herken ik."
    assert not comment.versions.exists()


def test_what_is_gone_is_not_redacted(react: React, mo: User) -> None:
    comment = react()
    comment.remove(mo, Reason.LEGAL)
    with pytest.raises(Refused, match="is al verwijderd"):
        comment.redact(mo, "herken")
    assert not comment.versions.exists()


# --- In the light, and read ----------------------------------------------------------------------


def test_only_what_readers_see_is_featured_and_only_once(react: React, mo: User) -> None:
    waits, placed = react("Wacht.", approved=False), react("Geplaatst.")
    with pytest.raises(Refused, match="wacht op goedkeuring"):
        waits.feature(mo)
    with pytest.raises(Refused, match="niet uitgelicht"):
        placed.unfeature(mo)
    placed.feature(mo)
    with pytest.raises(Refused, match="al uitgelicht"):
        placed.feature(mo)
    assert Comment.objects.exclude(featured_at=None).get() == placed


def test_reading_is_for_what_no_person_judged_yet(
    react: React, discussion: Discussion, mo: User
) -> None:
    by_mo = react()
    assert by_mo.read_at
    with pytest.raises(Refused, match="al gelezen"):
        by_mo.read(mo)
    unread = published_by_the_rules(discussion)
    assert list(Comment.objects.unread()) == [unread]
    unread.read(mo)
    assert not Comment.objects.unread()
    unread.undo(mo)
    assert list(Comment.objects.unread()) == [unread]
    with pytest.raises(Refused, match="wacht op goedkeuring"):
        react("Wacht.", approved=False).read(mo)


def published_by_the_rules(discussion: Discussion) -> Comment:
    from comments.judging.ruling import Ruling  # noqa: PLC0415

    comment = Comment(name="Rik", email="rik@voorbeeld.nl", body="Zonder wachten.")
    discussion.post(comment, ruling=Ruling())
    return comment
