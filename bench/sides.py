"""Two databases of one kind, asked in turn: what makes a machine slow, slows both."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper


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
