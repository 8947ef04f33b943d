"""The real servers, what wrk makes of them, and what they worked for it."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import Final, Self

ROOT: Final = Path(__file__).resolve().parents[1]
PATIENCE: Final = 60  # seconds for a server to begin
RATE: Final = re.compile(r"Requests/sec:\s+([\d.]+)")
COUNT: Final = re.compile(r"(\d+) requests in")

TICKS: Final[int] = os.sysconf("SC_CLK_TCK")  # of CPU, in a second

#: With two processes each; docs/deploy has the first.
SERVERS: Final = {
    "gunicorn": (
        *("gunicorn", "--workers", "2", "--bind", "127.0.0.1:{port}", "--log-level", "error"),
    ),
    "granian": (
        *("granian", "--interface", "wsgi", "--workers", "2", "--host", "127.0.0.1"),
        *("--port", "{port}", "--no-log"),
    ),
}


@dataclass(frozen=True)
class Constant:
    """The same bytes, from a Django with nothing in it."""

    file: Path
    body: bytes

    def __post_init__(self) -> None:
        self.file.write_bytes(self.body)


@dataclass(frozen=True)
class Run:
    rate: float  # requests a second
    cpu: float  # milliseconds a request


class Served:
    """A server on a port of its own, as long as the block lasts."""

    def __init__(self, name: str, constant: Constant, *, is_constant: bool = False) -> None:
        self.port = free_port()
        application = "bench.constant:application" if is_constant else "config.wsgi:application"
        paths = os.pathsep.join([str(ROOT), str(ROOT / "platform")])
        self.environment = os.environ | {"PYTHONPATH": paths, "CONSTANT": str(constant.file)}
        program, *arguments = SERVERS[name]
        told = [one.format(port=self.port) for one in arguments]
        self.command = [str(Path(sys.executable).with_name(program)), *told, application]

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(self.command, cwd=ROOT, env=self.environment)  # noqa: S603
        until = time.monotonic() + PATIENCE
        while not self._answers():
            if time.monotonic() > until:
                raise TimeoutError(self.command)
            time.sleep(0.1)
        return self

    def __exit__(self, *_error: object) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)

    def _answers(self) -> bool:
        try:
            return bool(self.headers("/").keys())
        except OSError:
            return False

    def headers(self, address: str) -> HTTPMessage:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            answer.read()
            return answer.headers
        finally:
            connection.close()

    def worked(self) -> float:
        """Seconds of CPU of the server and its workers, so far."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        pids = [self.process.pid, *map(int, children.read_text().split())]
        return sum(ticks_of(pid) for pid in pids) / TICKS


def ticks_of(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def drive(site: Served, address: str, headers: Mapping[str, str], seconds: int) -> Run:
    """Two seconds to get warm do not count."""
    _wrk(site, address, headers, 2)
    before = site.worked()
    told = _wrk(site, address, headers, seconds)
    worked = site.worked() - before
    rate, count = RATE.search(told), COUNT.search(told)
    if not rate or not count or "Non-2xx" in told:
        raise ValueError(told)
    return Run(float(rate[1]), worked / int(count[1]) * 1000)


def _wrk(site: Served, address: str, headers: Mapping[str, str], seconds: int) -> str:
    said = [part for one in headers.items() for part in ("-H", ": ".join(one))]
    where = f"http://127.0.0.1:{site.port}{address}"
    command = ["wrk", "-t1", "-c8", f"-d{seconds}s", *said, where]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
