"""Where the truth is kept: SQLite in one file, or PostgreSQL."""

from pathlib import Path
from typing import Any, Final

import environ
from django.core.exceptions import ImproperlyConfigured

SQLITE_OPTIONS = {
    # A transaction that will write takes the lock when it begins, so that it waits its turn
    # instead of failing halfway; WAL lets readers read on meanwhile.
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    "timeout": 20,
}
# Compiling a query takes longer than any of ours takes to run.
POSTGRESQL_OPTIONS = {"options": "-c jit=off"}


#: How long a process keeps its connection to PostgreSQL, in seconds.
KEPT: Final = 600


def database(env: environ.Env, var: Path) -> dict[str, Any]:
    """What DATABASE_URL says, or a file in `var`; raises ImproperlyConfigured on nonsense."""
    said: dict[str, Any] = env.db("DATABASE_URL", default=f"sqlite:///{var / 'grensvlak.sqlite3'}")
    match said.get("ENGINE"):
        case None:
            raise ImproperlyConfigured("DATABASE_URL is not an address of a database.")
        case "django.db.backends.sqlite3":
            # Opening a file costs more than most questions to it; nobody else has to let go of it.
            said |= {"OPTIONS": SQLITE_OPTIONS, "CONN_MAX_AGE": None}
        case "django.db.backends.postgresql":
            said["OPTIONS"] = POSTGRESQL_OPTIONS | said.get("OPTIONS", {})
            said |= {"CONN_MAX_AGE": KEPT, "CONN_HEALTH_CHECKS": True}
    return said
