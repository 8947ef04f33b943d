"""A moderator's whole visit: from signing in to what the writers were told.

One story, in which each step goes on from what the former one left; so it is one test, told in four
ways. People act through pages only. What is asked of the models is whether they hold what the pages
promised.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from comments.judging.ruling import Finding, Ruling, Verdict
from comments.models import Comment, Decision, Discussion, Notice, WordRule, Writer
from mailing.models import Mail
from tests.browser.a_moderators_visit import (
    answer_for_the_editors,
    close_with_a_word,
    decide_on_a_report,
    feature,
    find_again,
    read_the_end,
    read_what_sem_was_sent,
    save_the_word,
    take_a_number_out,
    try_a_word_out,
)
from tests.browser.at_the_queue import (
    Moderator,
    approve,
    approve_what_is_left,
    come_second,
    refuse_with_reasons,
    see_what_waits,
    switch_the_letters_off_and_on,
    take_one_for_spam_and_think_again,
)
from tests.browser.conftest import Visit
from tests.browser.visitor import WAYS, Way
from tests.conftest import React


@pytest.fixture
def backlog(react: React, discussion: Discussion) -> None:
    """Two that readers see, of which one was reported; and five that wait, since three days."""
    bas = react(
        "Bel mij: 06-12345678. Wie belt, heeft haast.", name="Bas", email="bas@voorbeeld.nl"
    )
    tom = react("Ambtenaren slapen allemaal.", name="Tom", email="tom@voorbeeld.nl")
    Notice(
        kind="rules",
        comment=tom,
        snapshot=tom.body,
        explanation="Hij scheldt.",
        notifier_email="ina@voorbeeld.nl",
    ).receive()
    wait(discussion, "Noor", "Dat klopt, ik belde ook.", to=bas)
    word = {"rule": "gok*", "field": "body", "matched": "gokken"}
    held = Finding("word", Verdict.HOLD, tuple(word.items()))
    wait(discussion, "Sem", "Win de loterij met **gokken**!", held)
    wait(discussion, "Kim", "De wachtrijen zijn te lang.")
    wait(discussion, "Max", "Goedkope horloges.")
    wait(discussion, "Joep", "Bij ons ook.")
    since = timezone.now() - timedelta(days=3)
    Comment.objects.filter(name="Noor").update(created_at=since)
    for email in Comment.objects.values_list("email", flat=True):
        Writer.objects.of(email).confirm(since)


def wait(
    discussion: Discussion, name: str, body: str, *why: Finding, to: Comment | None = None
) -> None:
    first = Finding("first", Verdict.HOLD)
    comment = Comment(name=name, email=f"{name.lower()}@voorbeeld.nl", body=body, parent=to)
    discussion.post(comment, ruling=Ruling((first, *why)))


@WAYS
def test_from_signing_in_to_what_the_writers_were_told(
    visit: Visit, backlog: None, discussion: Discussion, mo: User, els: User, way: Way
) -> None:
    looked_at: set[str] = set()

    def tab(address: str, as_user: User | None = None) -> Moderator:
        page = visit(address, way.width, javascript=way.javascript, as_user=as_user)
        return Moderator(page, way, looked_at)

    her = tab("/beheer/comments/comment/", els)
    rik = tab(discussion.article.get_absolute_url())
    him = tab("/beheer/")
    him.sign_in("mo")
    see_what_waits(him)
    approve(him, "Noor", then="Sem")
    come_second(her)
    refuse_with_reasons(him)
    take_one_for_spam_and_think_again(him)
    switch_the_letters_off_and_on(him)
    approve_what_is_left(him)

    find_again(him)
    feature(him)
    take_a_number_out(him)
    answer_for_the_editors(him)
    decide_on_a_report(him)
    close_with_a_word(him)
    read_the_end(rik)
    assert rik.page.context.cookies() == []

    try_a_word_out(him)
    assert not WordRule.objects.exists()
    save_the_word(him)
    read_what_sem_was_sent(him)
    assert what_became_of_it() == [
        ("Bas", "published"),
        ("Tom", "removed"),
        ("Noor", "published"),
        ("Sem", "refused"),
        ("Kim", "published"),
        ("Max", "spam"),
        ("Joep", "published"),
        ("Mo Karimi", "published"),
    ]
    assert the_visit_as_it_is_written_down() == [
        ("Noor", "approve"),
        ("Sem", "refuse"),
        ("Kim", "spam"),
        ("Kim", "undo"),
        ("Max", "spam"),
        ("Kim", "approve"),
        ("Joep", "approve"),
        ("Bas", "feature"),
        ("Bas", "redact"),
        ("Mo Karimi", "approve"),
        ("Tom", "remove"),
        (None, "close"),
    ]
    assert who_was_written_what() == [
        ("noor@voorbeeld.nl", "published"),
        ("sem@voorbeeld.nl", "refused"),
        ("kim@voorbeeld.nl", "published"),
        ("joep@voorbeeld.nl", "published"),
        ("bas@voorbeeld.nl", "redacted"),
        ("ina@voorbeeld.nl", "notice_decided"),
        ("tom@voorbeeld.nl", "removed"),
    ]


def what_became_of_it() -> list[tuple[str, str]]:
    return list(Comment.objects.order_by("pk").values_list("name", "state"))


def the_visit_as_it_is_written_down() -> list[tuple[str, str]]:
    """Since the two that readers saw were approved."""
    decided = Decision.objects.filter(by__username="mo").exclude(
        comment__name="Tom", verb="approve"
    )
    steps = list(decided.order_by("pk").values_list("comment__name", "verb"))
    assert steps.pop(0) == ("Bas", "approve")
    return steps


def who_was_written_what() -> list[tuple[str, str]]:
    """After what was written before it began: of addresses, a report, and the first two placed."""
    before = ("confirm_address", "notice_received")
    written = Mail.objects.exclude(kind__in=before).order_by("pk")
    return list(written.values_list("to", "kind"))[2:]
