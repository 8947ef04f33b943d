"""Posting reactions to the real server: what it takes, what it costs, and whether all are there."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any, Final

import psycopg

from bench.deployed import APPLICATION, ROOT
from bench.processes import TICKS, worked
from bench.sending import Form
from bench.served import Served, ask
from bench.stage import Stage, stage

FORM: Final = "/artikelen/bench-1/reageren/"
HIDDEN: Final = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
ROWS: Final = "SELECT count(*) FROM comments_comment"
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


def rows(on: Stage) -> int:
    """What is really there."""
    url = on.environment["DATABASE_URL"]
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            return int(file.execute(ROWS).fetchone()[0])
    with psycopg.connect(url) as connection:
        found: Any = connection.execute(ROWS).fetchone()
        return int(found[0])


def opened(site: Served) -> Form:
    """The form as a browser gets it."""
    answer = ask(site.port, FORM)
    cookie = (answer.headers["Set-Cookie"] or "").partition(";")[0]
    return Form(site.port, FORM, cookie, dict(HIDDEN.findall(answer.body.decode())))


@contextmanager
def ready(kind: str, reactions: int, mode: str, server: str) -> Iterator[tuple[Stage, Served]]:
    """A server on a fresh database with one article, kept as safely as in production."""
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        stage(kind, Path(folder)) as on,
    ):
        on.manage("collectstatic", "--noinput", "--verbosity", "0")
        on.run("bench.ready", str(reactions), mode)
        with Served(server, APPLICATION, on.environment) as site:
            site.wait()
            yield on, site


def post(on: Stage, site: Served, seconds: float) -> Posted:
    form, first = opened(site), rows(on)
    warm = _sent(form, WARM)
    before, began = rows(on), Spent.so_far(on, site)
    answers = _sent(form, seconds)
    spent, last = Spent.so_far(on, site).since(began), rows(on)
    stored, times = last - before, [1000 * one for one in answers["accepted"]]
    cuts = quantiles(times, n=100, method="inclusive") if len(times) > 1 else times * 99
    return Posted(
        rate=stored / seconds,
        p50=cuts[49],
        p99=cuts[98],
        server=1000 * spent.server / stored if stored else 0,
        database=1000 * spent.database / stored if stored else 0,
        stored=stored,
        lost=len(warm["accepted"]) + len(times) - (last - first),
        others=answers["others"],
        busy=max(spent.machine - spent.server - spent.database - spent.sender, 0) / spent.passed,
    )


@dataclass(frozen=True)
class Spent:
    """Seconds: of CPU, but for the last."""

    server: float
    database: float
    sender: float
    machine: float
    passed: float

    @classmethod
    def so_far(cls, on: Stage, site: Served) -> "Spent":
        own = time.process_time() + sum(os.times()[2:4])
        return cls(
            worked([site.process.pid]), worked(on.workers), own, _machine(), time.monotonic()
        )

    def since(self, before: "Spent") -> "Spent":
        pairs = zip(astuple(self), astuple(before), strict=True)
        return Spent(*(after - earlier for after, earlier in pairs))


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


def _machine() -> float:
    """Seconds of CPU that this machine worked, on all its cores."""
    fields = Path("/proc/stat").read_text().split(maxsplit=9)[1:9]
    user, nice, system, _idle, _io, irq, soft, _steal = map(int, fields)
    return (user + nice + system + irq + soft) / TICKS
