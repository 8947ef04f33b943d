"""Queries that are written once: some take Django longer to write than a database to answer."""

from collections.abc import Callable
from copy import copy
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from django.db import connection
from django.db.models import QuerySet

#: Stand-ins for what will be asked: values that nothing has.
NO_KEY: Final = -1_000_000_000
NO_TEXT: Final = "\ufdd0"
NO_TIME: Final = datetime(1600, 1, 1, 0, 0, 0, 1, UTC)

type Value = int | str | datetime | None


class Statement(NamedTuple):
    queryset: QuerySet[Any, Any]
    compiler: Any  # Django's, that has written
    sql: str
    parameters: tuple[Any, ...]
    places: dict[int, int]  # per parameter that is asked: which of the values it is

    def with_values(self, values: tuple[Value, ...]) -> tuple[str, list[Any]]:
        ready = [_stored(value) for value in values]
        filled = enumerate(self.parameters)
        return self.sql, [
            ready[self.places[at]] if at in self.places else one for at, one in filled
        ]


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
        return self._statement(values).with_values(values)

    def objects(self, *values: Value) -> list[Any]:
        """What the queryset would give, with all that it takes along."""
        statement = self._statement(values)
        written = statement.with_values(values)

        def get_compiler(*_args: Any, **_options: Any) -> Any:
            compiler = copy(statement.compiler)
            compiler.connection = connection  # of this thread
            compiler.as_sql = lambda *_args, **_options: written
            return compiler

        queryset: Any = statement.queryset.all()
        queryset.query.get_compiler = get_compiler
        return list(queryset)

    def rows(self, *values: Value) -> list[Any]:
        with connection.cursor() as cursor:
            cursor.execute(*self.asked(*values))
            rows: list[Any] = cursor.fetchall()
            return rows

    def _statement(self, values: tuple[Value, ...]) -> Statement:
        kind = (connection.vendor, *map(type, values))
        if kind not in self.known:
            self.known[kind] = self._written(values)
        return self.known[kind]

    def _written(self, values: tuple[Value, ...]) -> Statement:
        stand_ins = [_stand_in(at, value) for at, value in enumerate(values)]
        queryset = self.build(*stand_ins)
        compiler: Any = queryset.query.get_compiler(connection.alias)
        sql, parameters = compiler.as_sql()
        numbers = {_stored(one): at for at, one in enumerate(stand_ins) if one is not None}
        places = {at: numbers[one] for at, one in enumerate(parameters) if one in numbers}
        return Statement(queryset, compiler, sql, tuple(parameters), places)


def _stand_in(at: int, value: Value) -> Value:
    match value:
        case None:
            return None
        case datetime():
            return NO_TIME + timedelta(days=at)
        case str():
            return f"{NO_TEXT}{at}"
    return NO_KEY - at


def _stored(value: Value) -> Any:
    """As this database takes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return value
