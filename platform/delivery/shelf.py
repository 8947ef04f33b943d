"""Things that a process keeps, no more than so many bytes of them."""

from collections import OrderedDict
from threading import Lock
from typing import Protocol


class Sized(Protocol):
    @property
    def size(self) -> int: ...


class Shelf[Key, Thing: Sized]:
    """What was asked for longest ago goes first."""

    def __init__(self, limit: int) -> None:
        self.limit = limit  # bytes
        self.things: OrderedDict[Key, Thing] = OrderedDict()
        self.size = 0
        self._lock = Lock()

    def get(self, key: Key) -> Thing | None:
        thing = self.things.get(key)
        if thing is not None:
            try:
                self.things.move_to_end(key)
            except KeyError:  # another thread took it away just now
                return thing
        return thing

    def put(self, key: Key, thing: Thing) -> None:
        with self._lock:
            self._take(key)
            self.things[key] = thing
            self.size += thing.size
            while self.size > self.limit and self.things:
                self._take(next(iter(self.things)))

    def drop(self, key: Key) -> None:
        with self._lock:
            self._take(key)

    def _take(self, key: Key) -> None:
        gone = self.things.pop(key, None)
        self.size -= gone.size if gone else 0
