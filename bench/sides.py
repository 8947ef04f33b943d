"""Two databases of one kind, asked in turn: what makes a machine slow, slows both."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any, Final

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

NANOSECOND: Final = 1e-9


def beside(name: str) -> BaseDatabaseWrapper:
    """A connection to another database (a file for SQLite) of the same server."""
    other = connections["default"].copy()
    other.settings_dict["NAME"] = name
    return other


@contextmanager
def asked(side: BaseDatabaseWrapper) -> Iterator[None]:
    """Everything asks this database now."""
    default = connections["default"]
    connections["default"] = side
    try:
        yield
    finally:
        connections["default"] = default


def at_work() -> float:
    """Seconds that this process worked, and that the server worked for this connection, where that
    is a PostgreSQL on this machine: for a machine that others use too.
    """
    return process_time() + _server_at_work()


def _server_at_work() -> float:
    raw: Any = connection.connection
    if connection.vendor != "postgresql" or raw is None:
        return 0.0
    schedule = Path(f"/proc/{raw.info.backend_pid}/schedstat")
    return int(schedule.read_text().split()[0]) * NANOSECOND if schedule.exists() else 0.0


def in_turn(
    what: Callable[[], Any],
    sides: list[BaseDatabaseWrapper],
    rounds: int,
    clock: Callable[[], float],
) -> list[list[float]]:
    """Milliseconds for each side, after once for nothing."""
    times: list[list[float]] = [[] for _ in sides]
    for _ in range(rounds + 1):
        for side, taken in zip(sides, times, strict=True):
            with asked(side):
                connection.ensure_connection()
                start = clock()
                what()
                taken.append((clock() - start) * 1_000)
    return [taken[1:] for taken in times]
