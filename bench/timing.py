"""How long something takes, many times over."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import Any


@dataclass(frozen=True)
class Times:
    """In milliseconds."""

    p50: float
    p95: float
    most: float

    def __str__(self) -> str:
        return f"p50 {self.p50:7.1f}   p95 {self.p95:7.1f}   max {self.most:7.1f} ms"


def measure(what: Callable[[], Any], rounds: int) -> list[float]:
    what()  # the first time fills caches that are warm ever after
    return [_once(what) for _ in range(rounds)]


def _once(what: Callable[[], Any]) -> float:
    start = perf_counter()
    what()
    return (perf_counter() - start) * 1_000


def summary(times: list[float]) -> Times:
    worst = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return Times(median(times), worst, max(times))
