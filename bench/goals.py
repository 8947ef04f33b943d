"""What serving must show, and what was found: ratios of one run."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bench.figures import AGAIN, COLD, CONSTANT, FILE, FRONT, KEPT, KNOWN, NGINX, Figures, What
from bench.stage import POSTGRESQL, SQLITE

#: A cached page against a constant view of Django.
THROUGHPUT: Final = {SQLITE: 1.5, POSTGRESQL: 0.8}
#: What a discussion a hundred times as long may cost.
GROWTH: Final = 1.2
SHORT, LONG = 100, 10_000
MEGABYTES: Final = 250


@dataclass(frozen=True)
class Goal:
    what: str
    limit: float
    is_least: bool  # else it is the most
    by_rate: float | None
    by_work: float | None  # the same ratio of the CPU of processes: others' work is not in it

    @property
    def asked(self) -> str:
        return f"{'≥' if self.is_least else '≤'} {self.limit:g}"

    @property
    def met(self) -> str:
        found = {"requests/s": self.by_rate, "CPU": self.by_work}
        held = {by: self._holds(value) for by, value in found.items() if value is not None}
        if all(held.values()):
            return "yes"
        return f"by {next(by for by in held if held[by])}" if any(held.values()) else "no"

    def _holds(self, value: float) -> bool:
        return value >= self.limit if self.is_least else value <= self.limit


def goals(figures: Figures, server: str = "granian") -> Iterator[Goal]:
    for database in dict.fromkeys(database for database, name in figures.sides if name == server):
        for size in figures.sizes:
            yield from _of_size(figures, database, server, size)
        if {SHORT, LONG} <= set(figures.sizes):
            yield from _of_growth(figures, database, server)
        memory = figures.memory[database, server]
        what = f"{database}: memory of two workers, MB"
        yield Goal(what, MEGABYTES, is_least=False, by_rate=None, by_work=memory)


def _of_size(figures: Figures, database: str, server: str, size: int) -> Iterator[Goal]:
    def this(kind: str) -> What:
        return What(database, NGINX if kind in {FILE, FRONT} else server, kind, size)

    of = f"{database}, {size}:"
    least = THROUGHPUT[database]
    yield _at_least(figures, f"{of} cached page / constant", least, this(KEPT), this(CONSTANT))
    yield _at_least(figures, f"{of} 304 / cached page", 1, this(KNOWN), this(KEPT))
    yield _at_least(figures, f"{of} cached page / nginx, a file", 0.25, this(KEPT), this(FILE))
    yield _at_least(figures, f"{of} shared cache / nginx, a file", 0.9, this(FRONT), this(FILE))


def _at_least(figures: Figures, what: str, least: float, one: What, yard: What) -> Goal:
    """So much throughput; by work it is the other way round."""
    rate, cost = figures.rate(one, yard), figures.cost(one, yard)
    work = 1 / cost if cost else None
    return Goal(what, least, is_least=True, by_rate=rate, by_work=work)


def _of_growth(figures: Figures, database: str, server: str) -> Iterator[Goal]:
    for kind in (AGAIN, COLD, KEPT):
        long, short = (What(database, server, kind, size) for size in (LONG, SHORT))
        rate, cost = figures.rate(long, short), figures.cost(long, short)
        what, slower = f"{database}: {kind}, {LONG} / {SHORT}", 1 / rate if rate else None
        yield Goal(what, GROWTH, is_least=False, by_rate=slower, by_work=cost)
