"""On SQLite, where one writes at a time: who writes waits in line and keeps nobody else waiting."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

from django.db import DEFAULT_DB_ALIAS, connections

_IN_THIS_PROCESS: Final = Lock()


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """For all that is done for one who writes, as far as it waits for nobody outside.

    Of the threads of a process one runs at a time. At each question to the database another takes
    over, for as long as five thousandths of a second: if those write too, each holds SQLite's lock
    twice as long as it has to, and all wait for it.
    """
    if connections[DEFAULT_DB_ALIAS].vendor != "sqlite":
        yield
        return
    with _IN_THIS_PROCESS:
        yield


@contextmanager
def in_turn() -> Iterator[None]:
    """Around the transaction of what many do at once. What writes without it only waits longer.

    SQLite lets who finds it locked sleep, ever longer, and look again: then it is often locked
    again, while it was free in between. A lock of the operating system wakes the next at once.
    Within another transaction there is no waiting: that has SQLite's lock already.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with open(f"{connection.settings_dict['NAME']}-turn", "wb") as line:  # noqa: PTH123
        fcntl.flock(line, fcntl.LOCK_EX)
        yield
