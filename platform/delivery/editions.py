"""Which edition each name is at now: the one query that a page from the cache costs."""

from typing import Any, Final

from django.db import DEFAULT_DB_ALIAS, connections

from delivery.models import Edition

type Stamp = tuple[tuple[str, int], ...]

_TABLE: Final = Edition._meta.db_table
_QUERIES: Final = {
    (vendor, count): f"SELECT name, number FROM {_TABLE} WHERE name IN"  # noqa: S608
    f" ({', '.join([mark] * count)}) ORDER BY name"
    for vendor, mark in (("sqlite", "?"), ("postgresql", "%s"))
    for count in (1, 2)
}


def stamp_of(names: tuple[str, ...]) -> Stamp:
    """Through Django's own connection of this thread, without what Django does around a query.

    Raises the errors of the driver, not those of Django.
    """
    wrapper: Any = connections[DEFAULT_DB_ALIAS]
    if wrapper.connection is not None:
        return _asked(wrapper, names)
    wrapper.ensure_connection()
    try:
        return _asked(wrapper, names)
    finally:
        if wrapper.settings_dict["OPTIONS"].get("pool"):
            wrapper.close()  # no request of Django ends here, which would give it back


def _asked(wrapper: Any, names: tuple[str, ...]) -> Stamp:
    query = _QUERIES[wrapper.vendor, len(names)]
    if wrapper.vendor == "sqlite":
        return tuple(wrapper.connection.execute(query, names))
    return tuple(wrapper.connection.execute(query, names, prepare=True))


def forget_connection() -> None:
    """After an error: the next one who asks connects again."""
    connections[DEFAULT_DB_ALIAS].close()
