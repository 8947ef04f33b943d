"""What processes work and hold, by their own accounting (Linux)."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

TICKS: Final[int] = os.sysconf("SC_CLK_TCK")  # of CPU, in a second


def family(pid: int) -> list[int]:
    """It, and all that came of it and live."""
    found = [pid]
    for one in found:  # grows as it goes
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            with suppress(FileNotFoundError, ProcessLookupError):
                found += map(int, task.read_text().split())
    return found


def worked(pids: Iterable[int]) -> float:
    """Seconds of CPU of these and their families, so far; of those that ended too."""
    return sum(_ticks(one) for pid in pids for one in family(pid)) / TICKS


def _ticks(pid: int) -> int:
    """Its own and of children that ended. One that ends now is its parent's to tell of."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(map(int, fields[11:15]))


def held(pid: int) -> float:
    """Megabytes of memory of its children: what they share counts for each."""
    return sum(_resident(one) for one in family(pid)[1:]) / 1024


def _resident(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
