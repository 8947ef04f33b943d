"""What the servers stand on: a database of each kind, filled, and the settings of production."""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg

from bench.deployed import ROOT
from bench.processes import parent
from bench.served import PATIENCE, free_port

SQLITE: Final = "SQLite"
POSTGRESQL: Final = "PostgreSQL"
OWNER: Final = "grensvlak"


@dataclass(frozen=True)
class Stage:
    environment: dict[str, str]
    workers: list[int]  # the first process of the database, where it has any

    def manage(self, *arguments: str) -> None:
        command = [sys.executable, "manage.py", *arguments]
        around = self.environment | {"BENCH": "1"}
        subprocess.run(command, cwd=ROOT, env=around, check=True, stdout=subprocess.DEVNULL)  # noqa: S603

    def run(self, module: str, *arguments: str) -> None:
        """A module that is a program of its own."""
        paths = os.pathsep.join([str(ROOT), str(ROOT / "platform")])
        around = self.environment | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "PYTHONPATH": paths,
        }
        command = [sys.executable, "-m", module, *arguments]
        subprocess.run(command, cwd=ROOT, env=around | {"BENCH": "1"}, check=True)  # noqa: S603


def binaries() -> Path | None:
    """Of the newest PostgreSQL, where Debian puts it."""
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((one.parent for one in found), key=lambda one: int(one.parent.name), default=None)


@contextmanager
def stage(kind: str, folder: Path, url: str = "") -> Iterator[Stage]:
    """`url`: a database on a PostgreSQL of this machine; without it one of our own is made."""
    if kind == SQLITE:
        yield Stage(_environment(folder, f"sqlite:///{folder / 'bench.sqlite3'}"), [])
    elif url:
        yield Stage(_environment(folder, url), [_postmaster(url)])
    else:
        with _cluster() as (own, pid):
            yield Stage(_environment(folder, own), [pid])


def _environment(folder: Path, url: str) -> dict[str, str]:
    """Of production, but that nothing ends TLS here."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1",
        "HTTPS": "0",
        "BEHIND_PROXY": "1",
        "DATABASE_URL": url,
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(folder / "static"),
    }


def _postmaster(url: str) -> int:
    with psycopg.connect(url) as connection:
        pid = connection.info.backend_pid
        if not Path(f"/proc/{pid}").exists():
            raise ValueError("PostgreSQL runs elsewhere: what it works cannot be counted here.")
        return parent(pid)


@contextmanager
def _cluster() -> Iterator[tuple[str, int]]:
    """PostgreSQL refuses to be root: then it is `postgres`, whom Debian made for it."""
    where = binaries()
    if where is None:
        raise FileNotFoundError("PostgreSQL is not installed.")
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    user = "postgres" if os.getuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    cluster, quiet = f"{folder}/cluster", subprocess.DEVNULL
    made = [str(where / "initdb"), "-D", cluster, "-U", OWNER, "-A", "trust"]
    made += ["-E", "UTF8", "--locale=C.UTF-8"]
    subprocess.run(made, cwd=folder, user=user, check=True, stdout=quiet)  # noqa: S603
    port = free_port()
    options = ("listen_addresses=127.0.0.1", f"unix_socket_directories={folder}")
    command = [str(where / "postgres"), "-D", cluster, "-p", str(port)]
    command += [part for one in options for part in ("-c", one)]
    server = subprocess.Popen(  # noqa: S603
        command, cwd=folder, user=user, stderr=quiet, start_new_session=True
    )
    try:
        url = f"postgres://{OWNER}@127.0.0.1:{port}/postgres"
        _wait(url, server)
        yield url, server.pid
    finally:
        server.terminate()
        server.wait(PATIENCE)
        shutil.rmtree(folder)


def _wait(url: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


def fill(on: Stage, articles: int, sizes: Sequence[int], seed: int) -> None:
    on.manage("migrate", "--verbosity", "0")
    on.manage("collectstatic", "--noinput", "--verbosity", "0")
    told = ("--articles", str(articles), "--reactions", str(articles * 10), "--seed", str(seed))
    on.manage("bench_load", *told, "--deep", *map(str, sizes))
    on.manage("optimize")
