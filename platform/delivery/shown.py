"""What a declaration says of a table whose rows pages show: see config/shown.py."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.utils.module_loading import import_string

#: The edition that every page depends on.
SITE: Final = "site"


def name(edition: str) -> str:
    """SQL that selects an edition by its own name."""
    return f"SELECT '{edition}' AS name"


@dataclass(frozen=True)
class Shown:
    """A row that comes, goes or changes begins a new edition of what these queries select.

    The queries and `when` are SQL that both databases know, with `{row}` for the row. A row that
    `when` does not hold for is shown nowhere.
    """

    table: str
    editions: tuple[str, ...] = (name(SITE),)
    when: str = ""
    but_not: frozenset[str] = frozenset()  # columns that no page shows
    events: frozenset[str] = frozenset({"insert", "update", "delete"})


def declared() -> Iterable[Shown]:
    found: Iterable[Shown] = import_string(f"{settings.SHOWN}.TABLES")
    return found
