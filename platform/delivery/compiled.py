"""Queries that are written once: some take Django longer to write than a database to answer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import FETCH_ONE, Model, QuerySet, prefetch_related_objects
from django.db.models.query import get_related_populators

#: Stand-ins for what will be asked: values that nothing has.
NO_KEY: Final = -1_000_000_000
NO_TIME: Final = datetime(1600, 1, 1, 0, 0, 0, 1, UTC)
NO_TEXT: Final = "\0nothing"

type Value = int | str | datetime | None


@dataclass(frozen=True, slots=True)
class Shape:
    """What objects are made of."""

    model: type[Model]
    own: slice  # the columns that are its own
    names: list[str]  # and what it calls them
    along: list[Any]  # what fills in those that are joined to it
    added: list[tuple[str, int]]  # what was worked out, and in which column

    @classmethod
    def of(cls, compiler: Any) -> "Shape":
        select, info = compiler.select, compiler.klass_info
        own = slice(info["select_fields"][0], info["select_fields"][-1] + 1)
        names = [column.target.attname for column, *_ in select[own]]
        along = get_related_populators(info, select, DEFAULT_DB_ALIAS, FETCH_ONE)
        return cls(info["model"], own, names, along, list(compiler.annotation_col_map.items()))


@dataclass(frozen=True, slots=True)
class Statement:
    sql: str
    parameters: tuple[Any, ...]
    places: dict[int, int]  # per parameter that is asked which of the values it is
    converters: dict[int, Any]
    shape: Shape | Any  # None where it gives no objects
    lookups: tuple[Any, ...]  # what is fetched beside them


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
        return self._filled(self._statement(values), values)

    def rows(self, *values: Value) -> list[Any]:
        """As the database gives them."""
        return self._fetched(self._statement(values), values)

    def values(self, *values: Value) -> list[list[Any]]:
        """As `values_list` gives them."""
        statement = self._statement(values)
        return list(_converted(self._fetched(statement, values), statement.converters))

    def objects(self, *values: Value) -> list[Any]:
        """As the queryset itself gives them, with what it selects and fetches along."""
        statement = self._statement(values)
        shape = statement.shape
        found = []
        for row in _converted(self._fetched(statement, values), statement.converters):
            one = shape.model.from_db(DEFAULT_DB_ALIAS, shape.names, row[shape.own])
            for populator in shape.along:
                populator.populate(row, one)
            for name, at in shape.added:
                setattr(one, name, row[at])
            found.append(one)
        if statement.lookups:
            prefetch_related_objects(found, *statement.lookups)
        return found

    def _statement(self, values: tuple[Value, ...]) -> Statement:
        kind = (connections[DEFAULT_DB_ALIAS].vendor, *map(type, values))
        if kind not in self.known:
            self.known[kind] = self._written(values)
        return self.known[kind]

    def _fetched(self, statement: Statement, values: tuple[Value, ...]) -> list[Any]:
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute(*self._filled(statement, values))
            rows: list[Any] = cursor.fetchall()
            return rows

    def _filled(self, statement: Statement, values: tuple[Value, ...]) -> tuple[str, list[Any]]:
        ready, places = [_stored(value) for value in values], statement.places
        filled = enumerate(statement.parameters)
        return statement.sql, [ready[places[at]] if at in places else one for at, one in filled]

    def _written(self, values: tuple[Value, ...]) -> Statement:
        stand_ins = [_stand_in(at, value) for at, value in enumerate(values)]
        queryset: Any = self.build(*stand_ins)
        lookups = queryset._prefetch_related_lookups  # noqa: SLF001 - it has no other name
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        numbers = {_stored(one): at for at, one in enumerate(stand_ins) if one is not None}
        places = {at: numbers[one] for at, one in enumerate(parameters) if one in numbers}
        columns = [column for column, *_ in compiler.select[: compiler.col_count]]
        converters = compiler.get_converters(columns)
        shape = Shape.of(compiler) if compiler.klass_info else None
        return Statement(sql, tuple(parameters), places, converters, shape, lookups)


def _converted(rows: list[Any], converters: dict[int, Any]) -> Iterator[list[Any]]:
    connection = connections[DEFAULT_DB_ALIAS]
    for row in map(list, rows):
        for at, (steps, column) in converters.items():
            for step in steps:
                row[at] = step(row[at], column, connection)
        yield row


def _stand_in(at: int, value: Value) -> Value:
    match value:
        case None:
            return None
        case datetime():
            return NO_TIME + timedelta(days=at)
        case str():
            return f"{NO_TEXT} {at}"
    return NO_KEY - at


def _stored(value: Value) -> Any:
    """As this database takes it."""
    if isinstance(value, datetime):
        return connections[DEFAULT_DB_ALIAS].ops.adapt_datetimefield_value(value)
    return value
