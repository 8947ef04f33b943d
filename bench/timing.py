"""How long something takes, many times over."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any, Final

from django.db import connection

NANOSECOND: Final = 1e-9


@dataclass(frozen=True)
class Times:
    """In milliseconds."""

    p50: float
    p95: float
    most: float

    def __str__(self) -> str:
        return f"p50 {self.p50:7.1f}   p95 {self.p95:7.1f}   max {self.most:7.1f} ms"


type Clock = Callable[[], float]


def at_work() -> float:
    """Seconds that this process worked, and that the server worked for this connection, where that
    is a PostgreSQL on this machine.
    """
    return process_time() + _server_at_work()


def _server_at_work() -> float:
    raw: Any = connection.connection
    if connection.vendor != "postgresql" or raw is None:
        return 0.0
    schedule = Path(f"/proc/{raw.info.backend_pid}/schedstat")
    return int(schedule.read_text().split()[0]) * NANOSECOND if schedule.exists() else 0.0


#: `cpu` is for a machine that others use too: there, what passes says more about them.
CLOCKS: Final[dict[str, Clock]] = {"wall": perf_counter, "cpu": at_work}


def measure(what: Callable[[], Any], rounds: int, clock: Clock = perf_counter) -> list[float]:
    what()  # the first time fills caches that are warm ever after
    return [_once(what, clock) for _ in range(rounds)]


def _once(what: Callable[[], Any], clock: Clock) -> float:
    start = clock()
    what()
    return (clock() - start) * 1_000


def summary(times: list[float]) -> Times:
    worst = quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
    return Times(median(times), worst, max(times))
