"""One kind of database, all servers on it, and everything that is asked of them in turn."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bench import constant
from bench.deep import address_of
from bench.deployed import APPLICATION
from bench.figures import AGAIN, COLD, CONSTANT, FILE, FRONT, KEPT, KNOWN, NGINX, Figures, What
from bench.front import Front
from bench.processes import held
from bench.served import Served, ask, drive
from bench.stage import Stage

#: What browsers say nowadays.
PACKED: Final = {"Accept-Encoding": "gzip, deflate, br, zstd"}

#: Keeps no page: see unkept.py.
AFTER_A_REACTION: Final = "bench.unkept:application"

type Step = Callable[[str], Any]


@dataclass(frozen=True)
class Target:
    what: What
    port: int
    address: str
    headers: Mapping[str, str]
    workers: list[int]


class Rounds:
    """`figures` grows; `step` is told what comes next."""

    def __init__(
        self, database: str, servers: Sequence[str], sizes: Sequence[int], figures: Figures
    ) -> None:
        self.database, self.servers, self.sizes = database, servers, sizes
        self.figures = figures

    def run(self, on: Stage, folder: Path, rounds: int, seconds: int, step: Step) -> None:
        with ExitStack() as stack:
            kept = {name: self._begin(stack, name, on.environment) for name in self.servers}
            none = on.environment | {"PAGE_CACHE_MB": "0"}
            cold = {name: self._begin(stack, name, none) for name in self.servers}
            unkept = {
                name: stack.enter_context(Served(name, AFTER_A_REACTION, on.environment))
                for name in self.servers
            }
            first = kept[self.servers[0]]
            front = Front(folder, f"127.0.0.1:{first.port}")
            front.start()
            stack.callback(front.stop)
            for site in (*kept.values(), *cold.values(), *unkept.values()):
                site.wait()
            self._write_constants(first, front.files)
            said = on.environment | {"CONSTANTS": str(front.files)}
            still = {
                name: stack.enter_context(Served(name, constant.APPLICATION, said))
                for name in self.servers
            }
            for site in still.values():
                site.wait()
            targets = [*self._nginx(front, first, on), *self._django(kept, unkept, cold, still, on)]
            self._measure(targets, rounds, seconds, step)
            for name, site in kept.items():
                self.figures.memory[self.database, name] = held(site.process.pid)

    def _begin(self, stack: ExitStack, name: str, environment: Mapping[str, str]) -> Served:
        return stack.enter_context(Served(name, APPLICATION, environment))

    def _write_constants(self, site: Served, folder: Path) -> None:
        """The pages as they go over the line."""
        for size in self.sizes:
            body = ask(site.port, address_of(size), PACKED).body
            (folder / str(size)).write_bytes(body)

    def _nginx(self, front: Front, behind: Served, on: Stage) -> Iterator[Target]:
        assert front.process  # noqa: S101 - it was started
        pid = front.process.pid
        both = [pid, behind.process.pid, *on.workers]
        for size in self.sizes:
            file, shared = (What(self.database, NGINX, kind, size) for kind in (FILE, FRONT))
            yield Target(file, front.files_port, f"/{size}", {}, [pid])
            yield Target(shared, front.port, address_of(size), PACKED, both)

    def _django(
        self,
        kept: Mapping[str, Served],
        unkept: Mapping[str, Served],
        cold: Mapping[str, Served],
        still: Mapping[str, Served],
        on: Stage,
    ) -> Iterator[Target]:
        for size in self.sizes:
            page = address_of(size)
            for name in self.servers:
                etag = ask(kept[name].port, page).headers["ETag"]
                known = PACKED | {"If-None-Match": etag}
                for kind, site, address, headers in (
                    (CONSTANT, still[name], f"/{size}", {}),
                    (KEPT, kept[name], page, PACKED),
                    (KNOWN, kept[name], page, known),
                    (AGAIN, unkept[name], page, PACKED),
                    (COLD, cold[name], page, PACKED),
                ):
                    what = What(self.database, name, kind, size)
                    workers = [site.process.pid, *on.workers]
                    yield Target(what, site.port, address, headers, workers)

    def _measure(self, targets: list[Target], rounds: int, seconds: int, step: Step) -> None:
        """All of them in turn, so that what slows the machine slows all. The first second of each
        is to get warm.
        """
        for turn in range(rounds):
            for one in targets:
                step(f"{self.database}, {one.what.server}: {one.what.kind}, {one.what.size}")
                if not turn:
                    answer = ask(one.port, one.address, one.headers)
                    drive(one.port, one.address, one.headers, 1, one.workers)
                    self.figures.bytes_of[one.what] = len(answer.body)
                run = drive(one.port, one.address, one.headers, seconds, one.workers)
                self.figures.add(one.what, run)

    @property
    def steps(self) -> int:
        """Of one round."""
        return len(self.sizes) * (2 + 5 * len(self.servers))
