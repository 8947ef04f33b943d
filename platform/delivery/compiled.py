"""Queries that are written once: some take Django longer to write than a database to answer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Final

from django.db import connection
from django.db.models import FETCH_ONE, Model, QuerySet, prefetch_related_objects
from django.db.models.query import get_related_populators

#: Stand-ins for what will be asked: values that nothing has.
NO_KEY: Final = -1_000_000_000
NO_TIME: Final = datetime(1600, 1, 1, 0, 0, 0, 1, UTC)
NO_TEXT: Final = "\0nothing"

type Value = int | str | datetime | None


@dataclass(frozen=True, slots=True)
class Statement:
    sql: str
    parameters: tuple[Any, ...]
    places: dict[int, int]  # per parameter that is asked which of the values it is
    compiler: Any  # what it knows of the columns
    lookups: tuple[Any, ...]  # what is fetched beside it
    converters: dict[int, Any]


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
        compiler = statement.compiler
        select, info = compiler.select, compiler.klass_info
        first, end = info["select_fields"][0], info["select_fields"][-1] + 1
        names = [column.target.attname for column, *_ in select[first:end]]
        along = get_related_populators(info, select, connection.alias, FETCH_ONE)
        added = compiler.annotation_col_map.items()
        found = []
        for row in _converted(self._fetched(statement, values), statement.converters):
            one = info["model"].from_db(connection.alias, names, row[first:end])
            for populator in along:
                populator.populate(row, one)
            for name, at in added:
                setattr(one, name, row[at])
            found.append(one)
        if statement.lookups:
            prefetch_related_objects(found, *statement.lookups)
        return found

    def _statement(self, values: tuple[Value, ...]) -> Statement:
        kind = (connection.vendor, *map(type, values))
        if kind not in self.known:
            self.known[kind] = self._written(values)
        return self.known[kind]

    def _fetched(self, statement: Statement, values: tuple[Value, ...]) -> list[Any]:
        with connection.cursor() as cursor:
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
        compiler = queryset.query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        numbers = {_stored(one): at for at, one in enumerate(stand_ins) if one is not None}
        places = {at: numbers[one] for at, one in enumerate(parameters) if one in numbers}
        columns = [column for column, *_ in compiler.select[: compiler.col_count]]
        converters = compiler.get_converters(columns)
        return Statement(sql, tuple(parameters), places, compiler, lookups, converters)


def store(row: Model) -> None:
    """As its `save` does for a new row without a key. No signals: nothing of ours listens."""
    sql, fields = _insertion(type(row), connection.vendor)
    values = [one.get_db_prep_save(one.pre_save(row, add=True), connection) for one in fields]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        (row.pk,) = cursor.fetchone()
    state = row._state  # noqa: SLF001 - as Django itself has it
    state.adding, state.db = False, connection.alias


@cache
def _insertion(model: type[Model], _vendor: str) -> tuple[str, list[Any]]:
    meta, quoted = model._meta, connection.ops.quote_name
    fields = [one for one in meta.local_concrete_fields if not one.primary_key]
    columns = ", ".join(quoted(str(one.column)) for one in fields)
    marks, key = ", ".join(["%s"] * len(fields)), quoted(str(meta.pk.column))
    table = quoted(meta.db_table)
    return f"INSERT INTO {table} ({columns}) VALUES ({marks}) RETURNING {key}", fields  # noqa: S608


def _converted(rows: list[Any], converters: dict[int, Any]) -> Iterator[list[Any]]:
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
        return connection.ops.adapt_datetimefield_value(value)
    return value
