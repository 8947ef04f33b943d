"""What changes seldom and is asked for often: kept by each process until it changed."""

from collections.abc import Callable

from django.db import DEFAULT_DB_ALIAS, connections

from delivery.editions import Stamp, stamp_of
from delivery.triggers import missing


class Settled[T]:
    """What `read` reads, for as long as these editions are what they were before it was read.

    Whoever gets it changes nothing in it: others get the same. In a transaction it is read anew,
    for what that changed itself is in no edition yet; and so it is where a trigger is missing.
    """

    def __init__(self, read: Callable[[], T], *names: str) -> None:
        self.read, self.names = read, names
        self.is_sure: bool | None = None
        self.kept: tuple[Stamp, T] | None = None

    def now(self) -> T:
        if connections[DEFAULT_DB_ALIAS].in_atomic_block or not self._may_keep():
            return self.read()
        stamp, kept = stamp_of(self.names), self.kept
        if kept is None or kept[0] != stamp or not stamp:
            kept = self.kept = stamp, self.read()
        return kept[1]

    def _may_keep(self) -> bool:
        if self.is_sure is None:
            self.is_sure = not missing(connections[DEFAULT_DB_ALIAS])
        return self.is_sure
