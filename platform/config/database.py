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
POSTGRESQL_OPTIONS = {
    # Compiling a query takes longer than any of ours takes to run.
    "options": "-c jit=off",
    # What a connection asks for the third time, PostgreSQL has planned.
    "server_side_binding": True,
    "prepare_threshold": 2,
}
#: In seconds: how long to wait for one that is free, and how long to keep one.
POOL: Final = {"min_size": 1, "timeout": 10, "max_lifetime": 600}

#: How long a process keeps its connection to PostgreSQL, in seconds.
KEPT: Final = 600


def database(env: environ.Env, var: Path) -> dict[str, Any]:
    """What DATABASE_URL says, or a file in `var`; raises ImproperlyConfigured on nonsense."""
    most = _pool(env)
    said: dict[str, Any] = env.db("DATABASE_URL", default=f"sqlite:///{var / 'grensvlak.sqlite3'}")
    match said.get("ENGINE"):
        case None:
            raise ImproperlyConfigured("DATABASE_URL is not an address of a database.")
        case "django.db.backends.sqlite3":
            # Opening a file costs more than most questions to it; nobody else has to let go of it.
            said |= {"OPTIONS": SQLITE_OPTIONS, "CONN_MAX_AGE": None}
            if most:
                raise ImproperlyConfigured("DATABASE_POOL is for PostgreSQL only.")
        case "django.db.backends.postgresql":
            said["OPTIONS"] = POSTGRESQL_OPTIONS | said.get("OPTIONS", {})
            said |= {"CONN_MAX_AGE": KEPT, "CONN_HEALTH_CHECKS": True}
            if most:
                said["OPTIONS"] |= {"pool": POOL | {"max_size": most}}
                said |= {"CONN_MAX_AGE": 0}  # the pool keeps them
    return said


def _pool(env: environ.Env) -> int:
    """The most connections that a process shares among its threads; 0: each thread has its own."""
    said: str = env.str("DATABASE_POOL", default="0")
    if not said.isdecimal():
        raise ImproperlyConfigured("DATABASE_POOL is not a number of connections.")
    return int(said)
