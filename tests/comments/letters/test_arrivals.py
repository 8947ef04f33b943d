"""A mailbox is asked once whether it is the writer's, however often its address is typed."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from comments.judging.ruling import Finding, Ruling, Verdict
from comments.letters.addressing import MOST_IN_AN_HOUR
from comments.letters.arrivals import let_be_found
from comments.models import Comment, Discussion, Follow, Writer
from comments.models.decision import Reason
from mailing.models import Mail
from search.index import Kind
from search.models import Entry
from tests.comments.letters.conftest import kinds, newest
from tests.conftest import React

RIK = "rik@voorbeeld.nl"


def test_a_first_reaction_asks_to_confirm_the_address(
    client: Client, form_data: dict[str, str], discussion: Discussion
) -> None:
    assert client.post(discussion.form_url(), form_data).status_code == 302
    mail = newest()
    assert (mail.kind, mail.to, str(mail)) == ("confirm_address", RIK, "Bevestig uw reactie")
    for said in (mail.text, mail.html):
        assert "/mijn-reacties/" in said
        assert form_data["body"] not in said
        assert form_data["name"] not in said


def test_further_reactions_ask_nothing_more(react: React) -> None:
    for number in range(4):
        react(f"Reactie {number}.", approved=False, email="RIK@voorbeeld.nl")
    assert kinds() == ["confirm_address"]
    assert Writer.objects.count() == 1


def test_a_confirmed_mailbox_is_not_asked(react: React, rik: Writer) -> None:
    react(approved=False)
    assert kinds() == []


def test_when_the_link_has_run_out_there_is_a_new_one(react: React) -> None:
    react("Een.", approved=False)
    Mail.objects.update(created_at=timezone.now() - timedelta(days=30))
    react("Twee.", approved=False)
    assert kinds() == ["confirm_address", "confirm_address"]


def test_what_the_rules_turn_away_asks_nothing(discussion: Discussion) -> None:
    ruling = Ruling((Finding("honeypot", Verdict.REFUSE),))
    discussion.post(Comment(body="Koop!", name="Bot", email=RIK), ruling=ruling)
    assert kinds() == []


def test_staff_and_imports_are_not_asked(react: React, ada: User, discussion: Discussion) -> None:
    react("Van de auteur.", user=ada, email="")
    long_ago = timezone.now() - timedelta(days=1)
    discussion.post(Comment(body="Oud.", name="Rik", email=RIK), now=long_ago)
    assert kinds() == []


@pytest.mark.parametrize("what", ["discussion", "articles"])
def test_following_asks_the_mailbox_at_most_so_often(discussion: Discussion, what: str) -> None:
    """Somebody else may be typing the address, again and again."""
    writer = Writer.objects.of(RIK)
    about = discussion if what == "discussion" else None
    for _time in range(MOST_IN_AN_HOUR + 2):
        follow = Follow.objects.ask(writer, what, discussion=about)
        follow.ask_mailbox()
        follow.stop()
    assert kinds() == ["confirm_follow"] * MOST_IN_AN_HOUR
    Mail.objects.update(created_at=timezone.now() - timedelta(hours=2))
    Follow.objects.ask(writer, what, discussion=about).ask_mailbox()
    assert len(kinds()) == MOST_IN_AN_HOUR + 1


def test_what_is_placed_at_once_is_found(discussion: Discussion) -> None:
    comment = Comment(body="Een zonnebloem.", name="Rik", email=RIK)
    discussion.post(comment, ruling=Ruling())
    assert (comment.state, Entry.objects.get(kind=Kind.REACTION).object_id) == (
        "published",
        comment.pk,
    )


def test_what_was_removed_before_a_worker_came_is_not_found(
    discussion: Discussion, mo: User
) -> None:
    comment = Comment(body="Een zonnebloem.", name="Rik", email=RIK)
    discussion.post(comment, ruling=Ruling())
    as_it_came = Comment.objects.get()
    comment.remove(mo, Reason.HOUSE_RULES)
    let_be_found(as_it_came)
    assert not Entry.objects.filter(kind=Kind.REACTION).exists()


def test_what_came_long_ago_is_found_without_a_worker(
    discussion: Discussion, settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "delivery.queue.Queue"}}
    comment = Comment(body="Een zonnebloem.", name="Rik", email=RIK)
    discussion.post(comment, timezone.now() - timedelta(days=9), Ruling())
    assert Entry.objects.get(kind=Kind.REACTION).object_id == comment.pk
    assert kinds() == []
