"""Triggers that begin a new edition when something changes that pages show.

In the database, because a change can come from anywhere: a verb, the desk, a command, a bulk
update, SQL by hand. No code has to remember it.

SQLite loses the triggers of a table that a migration makes anew, and cannot rename a table that a
trigger elsewhere speaks of. So `migrate` takes them all away first and puts them back: see
management/commands/migrate.py. Their names hold a digest of what they do, so that those of an
older release are known.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

from delivery.models import Edition
from delivery.shown import SITE, Shown, declared

PREFIX: Final = "shown_"
TABLE: Final = Edition._meta.db_table
#: Rows of an event, by the name that SQL has for them.
ROWS: Final = {"insert": ("NEW",), "update": ("NEW", "OLD"), "delete": ("OLD",)}

#: A value that was not there before: by chance of one in 2^64, or by the number of the transaction.
#: A count would come back after a backup was restored, and with it pages of before.
VALUE: Final = {"sqlite": "random()", "postgresql": "pg_current_xact_id()::text::bigint"}
DIFFERS: Final = {"sqlite": "IS NOT", "postgresql": "IS DISTINCT FROM"}

# On PostgreSQL a transaction writes each edition once, however many rows it changes: what it wrote
# before it cannot clear away, and would pass by at each row again.
NEW_EDITION: Final = """
INSERT INTO delivery_edition (name, number) SELECT name, {value} FROM ({names}) AS n WHERE true
ON CONFLICT (name) DO UPDATE SET number = excluded.number
WHERE delivery_edition.number <> excluded.number;"""

IN_SQLITE: Final = """
CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW {when} BEGIN {body} END"""

# On PostgreSQL at the end of the transaction: nobody waits for another's transaction, but for the
# moment in which it ends. One lock, taken first, so that no two wait for each other.
IN_POSTGRESQL: Final = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
PERFORM pg_advisory_xact_lock(7304471);
{body}
RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER {name} AFTER {event} ON {table} DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW {when} EXECUTE FUNCTION {name}()"""


@dataclass(frozen=True)
class Trigger:
    name: str
    table: str
    sql: str


def triggers_for(connection: BaseDatabaseWrapper) -> list[Trigger]:
    return [
        _trigger(shown, event, connection.vendor)
        for shown in declared()
        for event in sorted(shown.events)
    ]


def _trigger(shown: Shown, event: str, vendor: str) -> Trigger:
    names = " UNION ".join(
        query.format(row=row) for query in shown.editions for row in reversed(ROWS[event])
    )
    told = {
        "event": event.upper(),
        "table": shown.table,
        "when": _when(shown, event, vendor),
        "body": NEW_EDITION.format(value=VALUE[vendor], names=names),
    }
    template = IN_SQLITE if vendor == "sqlite" else IN_POSTGRESQL
    digest = sha256(repr((template, sorted(told.items()))).encode()).hexdigest()[:8]
    called = f"{PREFIX}{shown.table}_{event}_{digest}"
    return Trigger(called, shown.table, template.format(name=called, **told))


def _when(shown: Shown, event: str, vendor: str) -> str:
    conditions = []
    if shown.when:
        conditions.append(" OR ".join(f"({shown.when.format(row=row)})" for row in ROWS[event]))
    if event == "update":
        columns = (f'"{one}"' for one in columns_of(shown.table) if one not in shown.but_not)
        differs = DIFFERS[vendor]
        conditions.append(" OR ".join(f"OLD.{one} {differs} NEW.{one}" for one in columns))
    joined = " AND ".join(f"({one})" for one in conditions)
    return f"WHEN ({joined})" if joined else ""


def columns_of(table: str) -> list[str]:
    model = next(
        one for one in apps.get_models(include_auto_created=True) if one._meta.db_table == table
    )
    return [str(field.column) for field in model._meta.local_concrete_fields]


# --- In the database ------------------------------------------------------------------------------


def installed(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The names of our triggers that are there, each with its table."""
    if connection.vendor == "sqlite":
        query = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
    else:
        query = (
            "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " WHERE NOT tgisinternal AND pg_table_is_visible(tgrelid)"
        )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {one: table for one, table in cursor.fetchall() if one.startswith(PREFIX)}


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """What should be there and is not: then a change may go by unseen."""
    there = installed(connection)
    return [one.name for one in triggers_for(connection) if one.name not in there]


def install(connection: BaseDatabaseWrapper) -> None:
    """On every table that has all its columns; and a new edition of everything."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if TABLE not in tables:
            return
        for trigger in _possible(connection, cursor, tables):
            cursor.execute(trigger.sql)
        site = f"SELECT '{SITE}' AS name"
        cursor.execute(NEW_EDITION.format(value=VALUE[connection.vendor], names=site))


def _possible(connection: Any, cursor: Any, tables: set[str]) -> Iterator[Trigger]:
    """A database that was migrated to an earlier moment does not have them all."""
    for trigger in triggers_for(connection):
        if trigger.table in tables:
            described = connection.introspection.get_table_description(cursor, trigger.table)
            if set(columns_of(trigger.table)) <= {one.name for one in described}:
                yield trigger


def remove(connection: BaseDatabaseWrapper) -> None:
    there = installed(connection)
    with connection.cursor() as cursor:
        for one, table in there.items():
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER {one}")
            else:
                cursor.execute(f"DROP TRIGGER {one} ON {table}; DROP FUNCTION {one}()")
