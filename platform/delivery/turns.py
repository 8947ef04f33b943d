"""Who writes to SQLite waits in line.

Its own lock lets who finds it taken sleep, ever longer, and look again: then it is often taken
again, while it was free in between. A lock of the operating system wakes the next at once.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections


@contextmanager
def in_turn() -> Iterator[None]:
    """For what many do at once, around its transaction. What writes without it only waits longer.

    Within another transaction there is no waiting: that has SQLite's lock already.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with open(f"{connection.settings_dict['NAME']}-turn", "wb") as line:  # noqa: PTH123
        fcntl.flock(line, fcntl.LOCK_EX)
        yield
