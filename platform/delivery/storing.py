"""Rows that are written by statements that are made once, as their `save` would write them.

No signals are sent, for nothing of ours listens.
"""

from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Field, Model

type Fields = tuple[Field[Any, Any], ...]


def store(row: Model) -> None:
    """A new row, without a key where the database makes that."""
    connection = connections[DEFAULT_DB_ALIAS]
    sql, fields = _insertion(type(row), connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, _values(row, fields, connection, add=True))
        if _is_numbered(type(row)):
            (row.pk,) = cursor.fetchone()
    state = row._state  # noqa: SLF001 - as Django itself has it
    state.adding, state.db = False, DEFAULT_DB_ALIAS


def amend(row: Model, *names: str) -> None:
    """These fields of a row that is there."""
    connection = connections[DEFAULT_DB_ALIAS]
    sql, fields = _amendment(type(row), names, connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*_values(row, fields, connection, add=False), row.pk])


def _values(row: Model, fields: Fields, connection: Any, *, add: bool) -> list[Any]:
    return [one.get_db_prep_save(one.pre_save(row, add=add), connection) for one in fields]


def _is_numbered(model: type[Model]) -> bool:
    return model._meta.auto_field is not None


@cache
def _insertion(model: type[Model], vendor: str) -> tuple[str, Fields]:
    meta = model._meta
    fields = tuple(one for one in meta.local_concrete_fields if one is not meta.auto_field)
    table, key, *columns = _quoted(meta.db_table, meta.pk.column, *(one.column for one in fields))
    marks, given = ", ".join(["%s"] * len(fields)), f" RETURNING {key}"
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608
    return sql + (given if _is_numbered(model) else ""), fields


@cache
def _amendment(model: type[Model], names: tuple[str, ...], vendor: str) -> tuple[str, Fields]:
    meta = model._meta
    fields: Fields = tuple(meta.get_field(name) for name in names)  # type: ignore[misc]
    table, key, *columns = _quoted(meta.db_table, meta.pk.column, *(one.column for one in fields))
    set_to = ", ".join(f"{column} = %s" for column in columns)
    return f"UPDATE {table} SET {set_to} WHERE {key} = %s", fields  # noqa: S608


def _quoted(*names: Any) -> list[str]:
    return [connections[DEFAULT_DB_ALIAS].ops.quote_name(name) for name in names]
