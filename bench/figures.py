"""What was measured: runs of one thing, beside others of the same round."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median
from typing import Final

from bench.served import Run

#: What is measured of each size. The first two are the yardsticks.
FILE: Final = "nginx, a file"
CONSTANT: Final = "Django, a constant"
FRONT: Final = "nginx, shared cache"
KEPT: Final = "cached page"
KNOWN: Final = "304"
#: As it is when a reaction came: what depends on the whole site only is remembered.
AGAIN: Final = "made after a reaction"
#: With nothing kept at all.
COLD: Final = "rendered anew"
NGINX: Final = "nginx"


@dataclass(frozen=True)
class What:
    database: str
    server: str
    kind: str
    size: int  # reactions


@dataclass
class Figures:
    runs: dict[What, list[Run]] = field(default_factory=dict)
    bytes_of: dict[What, int] = field(default_factory=dict)
    #: Megabytes that the workers of a database and a server hold in the end.
    memory: dict[tuple[str, str], float] = field(default_factory=dict)

    def add(self, what: What, run: Run) -> None:
        self.runs.setdefault(what, []).append(run)

    def of(self, what: What) -> Run | None:
        """The median of each figure."""
        runs = self.runs.get(what)
        return typical(runs) if runs else None

    def rate(self, what: What, yard: What) -> float | None:
        """How many times as many requests a second: the median of what each round found."""
        return _median(
            one.rate / other.rate for one, other in self._beside(what, yard) if other.rate
        )

    def cost(self, what: What, yard: What) -> float | None:
        """How many times as much work of processes."""
        return _median(one.cpu / other.cpu for one, other in self._beside(what, yard) if other.cpu)

    def _beside(self, what: What, yard: What) -> list[tuple[Run, Run]]:
        return list(zip(self.runs.get(what, []), self.runs.get(yard, []), strict=False))

    @property
    def sizes(self) -> list[int]:
        return sorted({what.size for what in self.runs})

    @property
    def sides(self) -> list[tuple[str, str]]:
        """Each database with each server, in the order of measuring."""
        return list(
            dict.fromkeys((one.database, one.server) for one in self.runs if one.server != NGINX)
        )


def typical(runs: list[Run]) -> Run:
    each = zip(*((run.rate, run.p50, run.p99, run.cpu) for run in runs), strict=True)
    return Run(*(median(values) for values in each))


def _median(values: Iterable[float]) -> float | None:
    found = list(values)
    return median(found) if found else None
