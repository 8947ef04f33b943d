"""How long something takes, many times over."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any, Final


@dataclass(frozen=True)
class Times:
    """In milliseconds."""

    p50: float
    p95: float
    most: float

    def __str__(self) -> str:
        return f"p50 {self.p50:7.1f}   p95 {self.p95:7.1f}   max {self.most:7.1f} ms"


type Clock = Callable[[], float]

#: `cpu` says what this process worked: for SQLite, which is in it, on a machine that is busy.
CLOCKS: Final[dict[str, Clock]] = {"wall": perf_counter, "cpu": process_time}


def measure(what: Callable[[], Any], rounds: int, clock: Clock = perf_counter) -> list[float]:
    what()  # the first time fills caches that are warm ever after
    return [_once(what, clock) for _ in range(rounds)]


def _once(what: Callable[[], Any], clock: Clock) -> float:
    start = clock()
    what()
    return (clock() - start) * 1_000


def summary(times: list[float]) -> Times:
    worst = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return Times(median(times), worst, max(times))
