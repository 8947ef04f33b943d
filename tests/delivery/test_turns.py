"""Who writes to SQLite waits in line, with what comes by another process."""

import fcntl
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookLong
from contextlib import closing, contextmanager
from typing import IO

import pytest
from django.db import connection, transaction

from comments.models import Comment, Discussion
from delivery.turns import in_turn
from tests.conftest import first_visit

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]


@contextmanager
def another() -> Iterator[IO[bytes]]:
    """As another process has its turn."""
    with open(f"{connection.settings_dict['NAME']}-turn", "wb") as line:  # noqa: PTH123
        fcntl.flock(line, fcntl.LOCK_EX)
        yield line


def react(discussion: Discussion) -> None:
    with closing(connection):
        discussion.post(Comment(name="Rik", email="rik@voorbeeld.nl", body="Op mijn beurt."))


def test_who_posts_waits_for_who_was_first(discussion: Discussion) -> None:
    first_visit()
    with ThreadPoolExecutor(1) as pool:
        with another():
            posting: Future[None] = pool.submit(react, discussion)
            with pytest.raises(TookLong):
                posting.result(timeout=0.5)
            assert not Comment.objects.exists()
        posting.result(timeout=60)
    assert Comment.objects.get().body == "Op mijn beurt."


def test_the_turn_passes_on_when_something_went_wrong(discussion: Discussion) -> None:
    with pytest.raises(ValueError, match="mis"), in_turn():
        raise ValueError("mis")
    react(discussion)
    assert Comment.objects.exists()


def test_who_has_the_lock_of_sqlite_already_does_not_wait(discussion: Discussion) -> None:
    """They would wait for each other."""
    first_visit()
    with another(), transaction.atomic():
        discussion.post(Comment(name="Rik", email="rik@voorbeeld.nl", body="Midden in iets."))
    assert Comment.objects.exists()
