"""The real servers, each on a port of its own, and what wrk makes of them."""

import json
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import Any, Final, Self

from bench.deployed import ROOT, program, server_at
from bench.processes import worked

PATIENCE: Final = 60  # seconds for a server to begin, or to answer
REPORT: Final = Path(__file__).with_name("report.lua")
#: How wrk asks: so many connections at once.
CONNECTIONS: Final = 8


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def gunicorn_at(port: int, application: str) -> list[str]:
    """As many processes and threads as the unit of docs/deploy has of granian."""
    started = [program("gunicorn"), "--workers", "2", "--threads", "4", "--no-control-socket"]
    name = "config.wsgi" if application.startswith("platform/") else application
    return [*started, "--log-level", "error", "--bind", f"127.0.0.1:{port}", name]


SERVERS: Final[dict[str, Callable[[int, str], list[str]]]] = {
    "granian": server_at,
    "gunicorn": gunicorn_at,
}


@dataclass
class Served:
    """As long as the block lasts. It only begins there: see `wait`."""

    server: str
    application: str
    environment: Mapping[str, str]
    port: int = field(default_factory=free_port)

    def __enter__(self) -> Self:
        paths = os.pathsep.join([str(ROOT), str(ROOT / "platform")])
        command = SERVERS[self.server](self.port, self.application)
        around = {**self.environment, "PYTHONPATH": paths}
        # Ctrl-C is for us: we end it.
        self.process = subprocess.Popen(  # noqa: S603
            command, cwd=ROOT, env=around, start_new_session=True
        )
        return self

    def __exit__(self, *_error: object) -> None:
        self.process.terminate()
        self.process.wait(2 * PATIENCE)

    def wait(self) -> None:
        """Until somebody answers."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                ask(self.port, "/")
            except OSError:
                if self.process.poll() is not None or time.monotonic() > until:
                    raise
                time.sleep(0.1)
            else:
                return


@dataclass(frozen=True)
class Answer:
    headers: HTTPMessage
    body: bytes


def ask(port: int, address: str, headers: Mapping[str, str] | None = None) -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", address, headers=headers or {})
        answer = connection.getresponse()
        return Answer(answer.headers, answer.read())
    finally:
        connection.close()


@dataclass(frozen=True)
class Run:
    rate: float  # requests a second
    p50: float  # milliseconds
    p99: float
    cpu: float  # milliseconds a request, of all who work for it


def drive(
    port: int, address: str, headers: Mapping[str, str], seconds: int, workers: Iterable[int]
) -> Run:
    """`workers`: the processes that serve it, databases too; their families count. On a machine
    that is so busy that nothing is answered it takes longer.
    """
    workers = list(workers)
    before = worked(workers)
    told = _wrk(port, address, headers, seconds)
    cpu = worked(workers) - before
    many = told["requests"]
    if told["wrong"] or seconds > PATIENCE:
        raise ValueError(f"{address} on {port}: {told}")
    if not many:
        return drive(port, address, headers, 2 * seconds, workers)
    return Run(many / told["seconds"], told["p50"], told["p99"], cpu / many * 1000)


def _wrk(port: int, address: str, headers: Mapping[str, str], seconds: int) -> dict[str, Any]:
    said = [part for one in headers.items() for part in ("-H", ": ".join(one))]
    how = ["-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "60s", "-s", str(REPORT)]
    command = [found("wrk"), *how, *said, f"http://127.0.0.1:{port}{address}"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    report = re.search(r"^JSON(.+)$", told, re.MULTILINE)
    if not report:
        raise ValueError(told)
    answer: dict[str, Any] = json.loads(report[1])
    return answer


def found(name: str) -> str:
    path = shutil.which(name, path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")
    if not path:
        raise FileNotFoundError(f"{name} is not installed.")
    return path
