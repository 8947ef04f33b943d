"""Reporting at the same moment, over real connections."""

from functools import partial
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from accounts.models import User
from comments.models import Comment, Notice
from desk.refused import Refused
from tests.comments.reports import by_rules, report
from tests.comments.test_race import Job, at_once
from tests.conftest import React

pytestmark = pytest.mark.django_db(transaction=True)


def send(comment: Comment, email: str, address: str = "127.0.0.1") -> Any:
    browser = Client(REMOTE_ADDR=address)
    return browser.post(by_rules(comment), {"explanation": "Reclame!", "email": email})


@pytest.mark.parametrize("email", ["", "bo@voorbeeld.nl"])
def test_a_double_click_is_one_report(react: React, email: str) -> None:
    comment = react()
    answers = at_once([lambda: send(comment, email)] * 6)
    assert sorted(answer.status_code for answer in answers) == [302, *[409] * 5]
    assert Notice.objects.count() == 1


def test_one_mailbox_from_many_places_has_one_report_in_its_name(react: React) -> None:
    comment = react()
    jobs: list[Job] = [
        partial(send, comment, "bo@voorbeeld.nl", f"192.0.2.{number}") for number in range(6)
    ]
    assert {answer.status_code for answer in at_once(jobs)} == {302}
    assert sorted(one.notifier_email for one in Notice.objects.all()) == [
        *[""] * 5,
        "bo@voorbeeld.nl",
    ]


def test_no_report_stays_open_of_what_is_removed_at_that_moment(react: React, mo: User) -> None:
    comment = react()
    jobs: list[Job] = [partial(send, comment, "", f"192.0.2.{number}") for number in range(5)]
    at_once([lambda: Comment.objects.get().remove(mo, "legal"), *jobs])
    assert not Notice.objects.open().exists()


def test_two_moderators_decide_once(react: React, mo: User, els: User) -> None:
    report(react(), "bo@voorbeeld.nl")

    def decide(by: User) -> bool:
        try:
            Notice.objects.get().dismiss(by, f"Volgens {by}.")
        except Refused:
            return False
        return True

    assert sorted(at_once([lambda: decide(mo), lambda: decide(els)])) == [False, True]
    assert Notice.objects.get().moves.count() == 2


def test_what_could_not_be_stored_can_be_sent_again(
    react: React, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours must not leave somebody with “al gemeld” and no report."""
    comment = react()
    cache.clear()
    with monkeypatch.context() as broken:
        broken.setattr(Notice, "save", lambda *_args, **_options: 1 / 0)
        answer = Client(raise_request_exception=False).post(
            by_rules(comment), {"explanation": "Reclame!"}
        )
        assert answer.status_code == 500
    assert send(comment, "").status_code == 302
