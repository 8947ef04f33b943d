"""What stands where a reaction was, as long as there are answers to it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from comments.models import Comment
from comments.models.decision import Reason
from tests.comments.threads import Talk
from tests.conftest import React

AT = "2026-03-28T23:30:00Z"  # half an hour past midnight, in the Netherlands
LATER = "2026-05-05T10:00:00Z"


def dated(comment: Comment, *moments: str) -> None:
    """As if the last decisions on it were taken then."""
    pks = comment.decisions.order_by("-pk").values_list("pk", flat=True)[: len(moments)]
    with connection.cursor() as cursor:  # no code of ours changes a decision
        for pk, at in zip(pks, reversed(moments), strict=True):
            cursor.execute("UPDATE comments_decision SET at = %s WHERE id = %s", [at, pk])


@pytest.fixture
def answered(react: React) -> Comment:
    """Rik's reaction, with an answer by Kim."""
    comment = react("Dat is onzin.")
    react("Toch niet.", to=comment, name="Kim", email="kim@voorbeeld.nl")
    return comment


@pytest.fixture
def page(client: Client, answered: Comment) -> Callable[[], str]:
    def ask() -> str:
        answer = client.get(answered.discussion.article.get_absolute_url())
        return " ".join(answer.text.split())

    return ask


def remove(comment: Comment, by: User) -> None:
    comment.remove(by, Reason.OFF_TOPIC)


def withdraw(comment: Comment, by: User) -> None:
    comment.withdraw()


def erase(comment: Comment, by: User) -> None:
    comment.erase()


@pytest.mark.parametrize(
    ("act", "word"),
    [(remove, "Verwijderd op"), (withdraw, "Ingetrokken op"), (erase, "Ingetrokken op")],
)
def test_what_was_taken_away_says_since_when(
    page: Callable[[], str], answered: Comment, mo: User, act: Any, word: str
) -> None:
    act(answered, mo)
    dated(answered, AT)
    said = f'{word} <time datetime="2026-03-29T00:30:00+01:00">29 maart 2026</time>'
    assert said in page()
    assert "Dat is onzin." not in page()
    assert "Toch niet." in page()


def test_what_came_after_it_does_not_count(
    page: Callable[[], str], answered: Comment, mo: User
) -> None:
    """Its writer took the name away later; and it had been removed and put back before."""
    answered.remove(mo, Reason.LEGAL)
    answered.restore(mo)
    answered.remove(mo, Reason.LEGAL)
    answered.anonymise()
    dated(answered, "2026-01-01T10:00Z", "2026-01-02T10:00Z", AT, LATER)
    assert "29 maart 2026" in page()
    assert "1 januari 2026" not in page()
    assert "5 mei 2026" not in page()


def test_what_can_be_read_says_nothing_of_it(
    page: Callable[[], str], answered: Comment, mo: User
) -> None:
    answered.remove(mo, Reason.LEGAL)
    answered.restore(mo)
    assert "Verwijderd op" not in page()
    assert "Dat is onzin." in page()


def test_an_answer_below_it_can_be_answered(
    client: Client, answered: Comment, sent: dict[str, str], mo: User
) -> None:
    """The conversation goes on where its beginning is gone."""
    answered.remove(mo, Reason.OFF_TOPIC)
    form = f"{answered.discussion.form_url()}?op=2"
    assert "Toch niet." in client.get(form).text
    assert client.post(form, {**sent, "body": "Dat denk ik ook."}).status_code == 302
    new = Comment.objects.latest("pk")
    assert new.parent
    assert new.parent.number == 2
    new.approve(mo)
    assert new.path.startswith(answered.path)


def test_what_was_aimed_at_it_can_stand_by_itself(
    client: Client, answered: Comment, sent: dict[str, str], mo: User
) -> None:
    """Somebody was typing an answer when it was removed: the text is kept, and can be sent."""
    form = f"{answered.discussion.form_url()}?op=1"
    assert client.get(form).status_code == 200
    answered.remove(mo, Reason.OFF_TOPIC)
    typed = {**sent, "body": "Dat denk ik ook."}
    told = client.post(form, typed)
    assert told.status_code == 422
    assert "De reactie waarop u reageert, bestaat niet meer." in told.text
    assert "Dat denk ik ook.</textarea>" in told.text
    assert client.post(answered.discussion.form_url(), typed).status_code == 302
    new = Comment.objects.latest("pk")
    assert (new.body, new.parent) == ("Dat denk ik ook.", None)


def test_many_cost_as_much_as_one(client: Client, talk: Talk, mo: User) -> None:
    made = talk("1 1.2 3 3.4 5")
    url = made[1].discussion.article.get_absolute_url()

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    made[1].remove(mo, Reason.LEGAL)
    cost()
    one = cost()
    for number in (3, 5):
        made[number].remove(mo, Reason.LEGAL)
    assert client.get(url).text.count("Verwijderd op") == 2  # the last one had no answers
    assert cost() == one
