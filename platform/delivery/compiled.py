"""Queries that are written once: some take Django longer to write than a database to answer."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.db import connection
from django.db.models import QuerySet

#: Stand-ins for what will be asked: values that nothing has.
NO_KEY: Final = -1_000_000_000
NO_TIME: Final = datetime(1600, 1, 1, 0, 0, 0, 1, UTC)

type Value = int | datetime | None
#: The statement, its parameters, and per parameter that is asked which of the values it is.
type Statement = tuple[str, tuple[Any, ...], dict[int, int]]


class Compiled:
    """What `build` makes a query of, ready to be asked with other values.

    It is written anew for other kinds of values, None among them, and for more or fewer of them: so
    `build` may look at which there are, and at nothing else.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]]) -> None:
        self.build = build
        self.known: dict[tuple[Any, ...], Statement] = {}

    def asked(self, *values: Value) -> tuple[str, list[Any]]:
        """As a cursor, or `raw` of a manager, takes it."""
        kind = (connection.vendor, *map(type, values))
        if kind not in self.known:
            self.known[kind] = self._written(values)
        sql, parameters, places = self.known[kind]
        ready = [_stored(value) for value in values]
        filled = enumerate(parameters)
        return sql, [ready[places[at]] if at in places else one for at, one in filled]

    def rows(self, *values: Value) -> list[Any]:
        with connection.cursor() as cursor:
            cursor.execute(*self.asked(*values))
            rows: list[Any] = cursor.fetchall()
            return rows

    def _written(self, values: tuple[Value, ...]) -> Statement:
        stand_ins = [_stand_in(at, value) for at, value in enumerate(values)]
        sql, parameters = self.build(*stand_ins).query.sql_with_params()
        numbers = {_stored(one): at for at, one in enumerate(stand_ins) if one is not None}
        places = {at: numbers[one] for at, one in enumerate(parameters) if one in numbers}
        return sql, tuple(parameters), places


def _stand_in(at: int, value: Value) -> Value:
    match value:
        case None:
            return None
        case datetime():
            return NO_TIME + timedelta(days=at)
    return NO_KEY - at


def _stored(value: Value) -> Any:
    """As this database takes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return value
