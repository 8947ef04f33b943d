"""How far it is, on a terminal; nothing elsewhere."""

import sys
import time
from typing import Final

WIDTH: Final = 30


class Progress:
    def __init__(self, total: int) -> None:
        self.total, self.done, self.begun = total, 0, time.monotonic()

    def step(self, what: str) -> None:
        """Begins the next one."""
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{self._bar()} {what}")
            sys.stderr.flush()
        self.done += 1

    def end(self) -> None:
        if sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")

    def _bar(self) -> str:
        part = self.done / self.total
        taken = time.monotonic() - self.begun
        left = f"{taken / part - taken:4.0f} s" if self.done else "   …  "
        full = round(WIDTH * part)
        return f"{'█' * full}{'░' * (WIDTH - full)} {self.done}/{self.total} {left} "
