"""Closing, reacting and approving at the same moment, over real connections.

On the database that DATABASE_URL names: a file of SQLite's, or PostgreSQL.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier, Semaphore
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Decision, Discussion
from comments.models.decision import Reason
from desk.refused import Refused
from tests.conftest import SignIn

READERS = 50
PATIENCE = 60  # seconds, for a machine that has more to do

type Job = Callable[[], Any]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("no_pace")]


def at_once(jobs: list[Job]) -> list[Any]:
    """Does each job in a thread and over a connection of its own, all from the same moment."""
    start = Barrier(len(jobs), timeout=PATIENCE)

    def run(job: Job) -> Any:
        try:
            start.wait()
            return job()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [done.result(PATIENCE) for done in [pool.submit(run, job) for job in jobs]]


def stored() -> set[str]:
    return set(Comment.objects.values_list("body", flat=True))


def reader(form: str, number: int) -> Any:
    data = {"body": f"Reactie {number}.", "name": "Rik", "email": "rik@voorbeeld.nl"}
    return Client(raise_request_exception=False).post(form, data)


@pytest.mark.parametrize("rows", ["new", "known"])
@pytest.mark.parametrize("accepted_first", [0, 1, 5, 20, 45])
def test_nothing_gets_in_once_closing_is_confirmed(
    article: Article, mo: User, accepted_first: int, rows: str
) -> None:
    """`rows`: whether the discussion was touched before; the first one who does makes its row."""
    if rows == "known":
        Discussion.objects.begin_for([article])
    form = Discussion.objects.of(article).form_url()
    accepted = Semaphore(0)

    def post(number: int) -> Any:
        answer = reader(form, number)
        if answer.status_code == 302:
            accepted.release()
        return number, answer

    def close() -> set[str]:
        for _number in range(accepted_first):
            assert accepted.acquire(timeout=PATIENCE)
        Discussion.objects.of(article).close(mo)
        return stored()

    at_closing, *answers = at_once([close, *(partial(post, n) for n in range(READERS))])
    let_in = {f"Reactie {number}." for number, answer in answers if answer.status_code == 302}
    kept_out = [answer for _number, answer in answers if answer.status_code != 302]
    assert stored() == at_closing == let_in
    assert len(let_in) >= accepted_first
    assert {answer.status_code for answer in kept_out} <= {403}
    for answer in kept_out:
        assert "Reageren is gesloten." in answer.text
        assert "Uw reactie is niet geplaatst." in answer.text
    assert Decision.objects.filter(comment=None).count() == 1


@pytest.fixture
def contested(article: Article) -> Iterator[Discussion]:
    """The discussion under `article`; at the end, its numbers and counts must hold."""
    Discussion.objects.begin_for([article])
    discussion = Discussion.objects.get(pk=article.pk)
    yield discussion
    discussion.refresh_from_db()
    numbers = sorted(n for n in discussion.comments.values_list("number", flat=True) if n)
    assert numbers == list(range(1, discussion.last_number + 1))
    assert discussion.published_count == discussion.comments.published().count()
    paths = discussion.comments.exclude(number=None).values_list("path", flat=True)
    assert len(set(paths)) == len(numbers)


def waiting(discussion: Discussion, body: str) -> Comment:
    comment = Comment(body=body, name="Rik", email="rik@voorbeeld.nl")
    discussion.post(comment)
    return comment


@pytest.mark.parametrize("attempt", range(5))
def test_numbers_have_no_gap_and_no_double_whoever_publishes(
    contested: Discussion, mo: User, sign_in: SignIn, attempt: int
) -> None:
    """Staff who react, others who approve, one who removes what is answered, and readers."""
    form, first = contested.form_url(), waiting(contested, "Eerst.")
    first.approve(mo)
    queue = [waiting(contested, f"Wacht {n}.") for n in range(20)]
    browsers = [sign_in(mo) for _ in range(20)]

    def answer(n: int) -> int:
        return browsers[n].post(f"{form}?op=1", {"body": f"Redactie {n}."}).status_code

    jobs: list[Job] = [partial(first.remove, mo, Reason.OFFENSIVE)]
    for n, comment in enumerate(queue):
        jobs += [partial(comment.approve, mo), partial(answer, n), partial(reader, form, n)]
    statuses = at_once(jobs)[2::3]
    told = statuses.count(302)
    assert set(statuses) <= {302, 422}
    assert contested.comments.filter(body__startswith="Redactie").count() == told
    assert contested.comments.published().count() == len(queue) + told
    assert contested.comments.waiting().count() == len(queue)


def test_moderators_who_meet_over_one_reaction_decide_once(
    contested: Discussion, mo: User, els: User
) -> None:
    comment = waiting(contested, "Eén.")

    def approve(by: User) -> bool:
        try:
            Comment.objects.get(pk=comment.pk).approve(by)
        except Refused:
            return False
        return True

    jobs: list[Job] = [partial(approve, by) for by in [mo, els] * 10]
    assert at_once(jobs).count(True) == 1
    assert Decision.objects.filter(comment=comment).count() == 1
