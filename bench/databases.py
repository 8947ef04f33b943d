"""Databases that are there for one measurement, kept as safely as in production."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psycopg

from bench.served import TICKS, free_port

ROWS: Final = "SELECT count(*) FROM comments_comment"
PATIENCE: Final = 60  # seconds
#: A page at the most one second old at a crash is what others call fast: not here.
SAFE: Final = "fsync = on\nsynchronous_commit = on\nfull_page_writes = on\njit = off\n"


@dataclass(frozen=True)
class Database:
    url: str
    rows: Callable[[], int]
    worked: Callable[[], float]  # seconds of CPU of processes of its own


@contextmanager
def sqlite(folder: Path) -> Iterator[Database]:
    file = folder / "bench.sqlite3"

    def rows() -> int:
        connection = sqlite3.connect(file)
        try:
            return int(connection.execute(ROWS).fetchone()[0])
        finally:
            connection.close()

    yield Database(f"sqlite:///{file}", rows, lambda: 0.0)


@contextmanager
def postgresql(folder: Path) -> Iterator[Database]:
    """A cluster of its own, by the user `postgres` where we are root: it runs as nobody else."""
    port, data = free_port(), folder / "cluster"
    data.mkdir()
    if os.geteuid() == 0:
        shutil.chown(data, "postgres", "postgres")
        folder.chmod(0o755)
    _run("initdb", "--auth=trust", "--username=grensvlak", "--encoding=UTF8", "-D", str(data))
    where = f"port = {port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\n"
    with (data / "postgresql.conf").open("a") as file:
        file.write(where + SAFE)
    _run("pg_ctl", "-D", str(data), "-l", str(data / "log"), "-w", "start")
    try:
        url = f"postgres://grensvlak@127.0.0.1:{port}/postgres"

        def rows() -> int:
            with psycopg.connect(url) as connection:
                found: Any = connection.execute(ROWS).fetchone()
                return int(found[0])

        pid = int((data / "postmaster.pid").read_text().split()[0])
        yield Database(url, rows, lambda: _worked(pid))
    finally:
        _run("pg_ctl", "-D", str(data), "-m", "fast", "-w", "stop")


DATABASES: Final = {"sqlite": sqlite, "postgresql": postgresql}


def _run(program: str, *arguments: str) -> None:
    """Of the newest version that is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    path = str(found[-1]) if found else program
    as_who = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    subprocess.run(  # noqa: S603
        [path, *arguments],
        check=True,
        cwd="/",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=PATIENCE,
        **as_who,  # type: ignore[call-overload]
    )


def _worked(pid: int) -> float:
    """Of a server and its children, also of those that ended."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    own = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    ticks = sum(map(int, own[11:15]))
    for child in children:
        stat = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
        ticks += int(stat[11]) + int(stat[12])
    return ticks / TICKS
