"""Posting reactions to the real server: what it takes, what it costs, and whether all are there."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any, Final

from bench.databases import DATABASES, Database
from bench.sending import Form
from bench.served import PATIENCE, ROOT, SERVERS, TICKS, Served, free_port

FORM: Final = "/artikelen/bench-1/reageren/"
HIDDEN: Final = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
#: A process of gunicorn does one request at a time by itself. Threads that wait for the one lock of
#: SQLite, and for the interpreter, make each other wait longer.
ONE_AT_A_TIME: Final = {"granian": ("--blocking-threads", "1")}
#: As many as the peers were measured with.
READERS: Final = 8
WARM: Final = 1.0  # seconds that do not count


@dataclass(frozen=True)
class Posted:
    rate: float  # accepted and stored, a second
    p50: float  # milliseconds
    p99: float
    server: float  # milliseconds of CPU for one that was stored
    database: float  # the same, of PostgreSQL
    stored: int
    lost: int  # said to be accepted, and not there
    others: dict[str, int]  # answers that said something else
    busy: float  # cores that others kept busy meanwhile

    def __str__(self) -> str:
        refused = "".join(f"  {status}: {many}" for status, many in self.others.items())
        return (
            f"{self.rate:6.0f}/s  p50 {self.p50:6.1f}  p99 {self.p99:6.1f}"
            f"  cpu {self.server + self.database:5.2f} ms, {self.database:.2f} of PostgreSQL"
            f"  stored {self.stored:6}  lost {self.lost}  others {self.busy:.2f} cores{refused}"
        )


class Site(Served):
    """The server over a database of its own, with the settings of production; TLS is of nginx."""

    def __init__(self, server: str, environment: dict[str, str]) -> None:
        self.port = free_port()
        self.environment = environment
        program, *arguments = SERVERS[server]
        told = [one.format(port=self.port) for one in arguments]
        path = str(Path(sys.executable).with_name(program))
        self.command = [path, *told, *ONE_AT_A_TIME.get(server, ()), "config.wsgi:application"]

    def form(self) -> Form:
        """As a browser gets it."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", FORM)
            answer = connection.getresponse()
            page = answer.read().decode()
            cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
            return Form(self.port, FORM, cookie, dict(HIDDEN.findall(page)))
        finally:
            connection.close()


@contextmanager
def ready(database: str, reactions: int, mode: str) -> Iterator[tuple[Database, dict[str, str]]]:
    """A fresh database, and the environment of whoever works on it."""
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        DATABASES[database](Path(folder)) as made,
    ):
        own = {
            "DATABASE_URL": made.url,
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "platform")]),
            "ALLOWED_HOSTS": "127.0.0.1",
            "HTTPS": "0",
        }
        environment = {"DJANGO_SETTINGS_MODULE": "config.settings"} | os.environ | own
        command = [sys.executable, "-m", "bench.ready", str(reactions), mode]
        subprocess.run(command, check=True, cwd=ROOT, env=environment)  # noqa: S603
        yield made, environment


def post(site: Site, database: Database, seconds: float) -> Posted:
    form = site.form()
    first = database.rows()
    warm = _sent(form, WARM)
    before, started = database.rows(), time.monotonic()
    worked, busy = (site.worked(), database.worked()), _busy()
    sender = time.process_time(), os.times()
    answers = _sent(form, seconds)
    passed = time.monotonic() - started
    served, kept = site.worked() - worked[0], database.worked() - worked[1]
    busy = _busy() - busy
    after, now = os.times(), time.process_time()
    own = now - sender[0] + after.children_user + after.children_system
    own -= sender[1].children_user + sender[1].children_system
    last = database.rows()
    stored = last - before
    times = [1000 * one for one in answers["accepted"]]
    cuts = quantiles(times, n=100, method="inclusive") if len(times) > 1 else times * 99
    return Posted(
        rate=stored / seconds,
        p50=cuts[49],
        p99=cuts[98],
        server=1000 * served / stored if stored else 0,
        database=1000 * kept / stored if stored else 0,
        stored=stored,
        lost=len(warm["accepted"]) + len(times) - (last - first),
        others=answers["others"],
        busy=max(busy - served - kept - own, 0) / passed,
    )


def _sent(form: Form, seconds: float) -> dict[str, Any]:
    told = {"form": form.__dict__, "readers": READERS, "seconds": seconds}
    done = subprocess.run(
        [sys.executable, "-m", "bench.sending"],
        input=json.dumps(told),
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def _busy() -> float:
    """Seconds of CPU that this machine worked, on all its cores."""
    fields = Path("/proc/stat").read_text().split(maxsplit=9)[1:9]
    user, nice, system, _idle, _io, irq, soft, _steal = map(int, fields)
    return (user + nice + system + irq + soft) / TICKS
