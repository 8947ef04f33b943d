import os
import platform
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management.base import BaseCommand

from bench.deployed import ROOT
from bench.figures import Figures
from bench.goals import goals
from bench.progress import Progress
from bench.report import write
from bench.rounds import Rounds
from bench.served import CONNECTIONS, SERVERS
from bench.stage import POSTGRESQL, SQLITE, binaries, fill, stage


class Command(BaseCommand):
    help = (
        "Fills databases of its own with long discussions, starts the real servers on them with "
        "the settings of production, nginx in front, and drives all of it with wrk on this "
        "machine. Writes tables, figures and plots."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1_000, 10_000])
        parser.add_argument("--articles", type=int, default=100, help="beside the long ones")
        parser.add_argument("--databases", nargs="+", choices=[SQLITE, POSTGRESQL])
        parser.add_argument("--servers", nargs="+", choices=list(SERVERS), default=list(SERVERS))
        parser.add_argument("--postgresql", metavar="url", default="", help="that is empty")
        parser.add_argument("--seconds", type=int, default=3)
        parser.add_argument("--rounds", type=int, default=3)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--into", type=Path, default=ROOT / "docs" / "bench")

    def handle(self, *args: Any, **options: Any) -> None:
        figures, sizes = Figures(), sorted(options["sizes"])
        databases = options["databases"] or self._found(options["postgresql"])
        sides = [Rounds(one, options["servers"], sizes, figures) for one in databases]
        progress = Progress(sum(options["rounds"] * one.steps + 1 for one in sides))
        for side in sides:
            with (
                TemporaryDirectory(prefix="bench-") as folder,
                stage(side.database, Path(folder), options["postgresql"]) as on,
            ):
                progress.step(f"{side.database}: {max(sizes)} reactions and less")
                fill(on, options["articles"], sizes, options["seed"])
                times = options["rounds"], options["seconds"]
                side.run(on, Path(folder), *times, progress.step)
        progress.end()
        write(figures, self._about(options), options["into"])
        for goal in goals(figures):
            found = [f"{one:.2f}" for one in (goal.by_rate, goal.by_work) if one is not None]
            said = f"{goal.what}: {goal.asked}, found {', by CPU '.join(found)}"
            self.stdout.write(f"{goal.met:13} {said}")
        self.stdout.write(f"Written in {options['into']}")

    def _found(self, url: str) -> list[str]:
        if url or binaries():
            return [SQLITE, POSTGRESQL]
        self.stderr.write("PostgreSQL is not installed: only SQLite is measured.")
        return [SQLITE]

    def _about(self, options: dict[str, Any]) -> dict[str, str]:
        model = next(
            (
                line.partition(":")[2].strip()
                for line in Path("/proc/cpuinfo").read_text().splitlines()
                if line.startswith("model name")
            ),
            platform.machine(),
        )
        load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
        how = f"wrk -t1 -c{CONNECTIONS} -d{options['seconds']}s"
        return {
            "machine": f"{os.cpu_count()} cores, {model}; load at the end {load}",
            "Python": sys.version.split()[0],
            "data": f"articles of 2,000 words, beside {options['articles']} of ten reactions",
            "asked": f"{how}, {options['rounds']} rounds, with zstd, gzip and br accepted",
        }
