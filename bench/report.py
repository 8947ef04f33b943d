"""What was found, for people and for programs."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Final

from bench.figures import CONSTANT, FILE, NGINX, Figures, What
from bench.goals import Goal, goals
from bench.plot import plot_cost, plot_rate

HEAD: Final = (
    *("reactions", "server", "what", "requests/s", "p50 ms", "p99 ms", "CPU ms", "bytes"),
    *("× constant", "× a file"),
)


def write(figures: Figures, about: Mapping[str, str], into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    (into / "README.md").write_text("\n".join(_text(figures, about)) + "\n")
    (into / "figures.json").write_text(json.dumps(_data(figures, about), indent=1) + "\n")
    for database in dict.fromkeys(database for database, _server in figures.sides):
        for name, svg in (
            ("cost", plot_cost(figures, database)),
            ("rate", plot_rate(figures, database)),
        ):
            (into / f"{name}-{database.lower()}.svg").write_text(svg)


ABOUT: Final = """\
# What serving costs

Written by `make bench`. The ratios are what counts: medians of rounds in which everything was asked
in turn, each beside its own yardstick. CPU: what the processes that serve worked for a request, by
their own accounting, those of the database too. *× constant*: requests/s against a Django view that
answers the same bytes, on the same server. *× a file*: against nginx with the same bytes as a file.
Between brackets the same by CPU, which others' work on the machine disturbs less.
"""


def _text(figures: Figures, about: Mapping[str, str]) -> Iterator[str]:
    yield ABOUT
    yield from (f"- {name}: {value}" for name, value in about.items())
    yield ""
    yield from _of_goals(list(goals(figures)))
    for database in dict.fromkeys(database for database, _server in figures.sides):
        yield from ("", f"## {database}", "")
        yield f"![CPU of a request by length of the discussion](cost-{database.lower()}.svg)"
        yield f"![Requests a second](rate-{database.lower()}.svg)"
        yield ""
        yield from _table(HEAD, _rows(figures, database))
        memory = figures.memory.items()
        held = [f"{name} {mb:.0f} MB" for (of, name), mb in memory if of == database]
        yield from ("", f"Memory of two workers, after it: {', '.join(held)}.")


def _of_goals(found: list[Goal]) -> Iterator[str]:
    yield from ("## What was asked", "")
    rows = [
        [one.what, one.asked, _ratio(one.by_rate), _ratio(one.by_work), one.met] for one in found
    ]
    yield from _table(("of granian", "asked", "by requests/s", "by CPU", "met"), rows)


def _rows(figures: Figures, database: str) -> Iterator[list[str]]:
    found = [what for what in figures.runs if what.database == database]
    for what in sorted(found, key=lambda one: one.size):
        run = figures.of(what)
        assert run  # noqa: S101 - it is one of the runs
        by_constant = What(database, what.server, CONSTANT, what.size)
        by_file = What(database, NGINX, FILE, what.size)
        yield [
            *(f"{what.size}", what.server, what.kind, f"{run.rate:.0f}"),
            *(f"{run.p50:.2f}", f"{run.p99:.2f}", f"{run.cpu:.3f}"),
            f"{figures.bytes_of[what]}",
            *(_beside(figures, what, yard) for yard in (by_constant, by_file)),
        ]


def _beside(figures: Figures, what: What, yard: What) -> str:
    rate, cost = figures.rate(what, yard), figures.cost(what, yard)
    if rate is None or what == yard:
        return ""
    return f"{_ratio(rate)} ({_ratio(1 / cost if cost else None)})"


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}" if value >= 100 else f"{value:.2f}"


def _table(head: Iterable[str], rows: Iterable[list[str]]) -> Iterator[str]:
    head = list(head)
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join(['---'] * len(head))}|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _data(figures: Figures, about: Mapping[str, str]) -> dict[str, object]:
    return {
        "about": dict(about),
        "runs": [
            asdict(what) | {"bytes": figures.bytes_of[what], "runs": [asdict(run) for run in runs]}
            for what, runs in figures.runs.items()
        ],
        "memory": [
            {"database": database, "server": server, "megabytes": megabytes}
            for (database, server), megabytes in figures.memory.items()
        ],
        "goals": [asdict(one) | {"met": one.met} for one in goals(figures)],
    }
