"""What only a new edition of the whole site changes, remembered from one page to the next.

Most pages are made anew because a reaction came, and then all but the discussion is as it was. A
memory holds of one edition (see triggers.py) what depends on nothing else, until the moment that
time changes it; and of a discussion what is made of values that are all in its key. It is there
only while a page for everybody is made; anywhere else, all is made anew each time.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from delivery.shelf import Shelf

#: How much is remembered, in characters, those of keys too; what is no text is taken for so many.
LIMIT: Final = 10_000_000
OBJECT: Final = 4_000

type Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Remembered:
    value: Any
    size: int


@dataclass(frozen=True)
class Memory:
    edition: int
    until: datetime
    shelf: Shelf[Key, Remembered] = field(default_factory=lambda: Shelf(LIMIT))

    def holds(self, edition: int, now: datetime) -> bool:
        return self.edition == edition and now < self.until


@dataclass(frozen=True)
class Making:
    """A page is being made, of which addresses begin like this."""

    memory: Memory
    begin: str
    page: dict[Key, Any] = field(default_factory=dict)  # see `once`


_MAKING: ContextVar[Making | None] = ContextVar("making", default=None)


@contextmanager
def making(memory: Memory, begin: str) -> Iterator[None]:
    token = _MAKING.set(Making(memory, begin))
    try:
        yield
    finally:
        _MAKING.reset(token)


def site_until() -> datetime | None:
    """When time changes what is remembered, where a page for everybody is made."""
    now = _MAKING.get()
    return now.memory.until if now else None


def once[Value](key: Key, make: Callable[[], Value]) -> Value:
    """What `make` made for this key before on this very page, where more than one place asks."""
    now = _MAKING.get()
    if now is None:
        return make()
    if key not in now.page:
        now.page[key] = make()
    made: Value = now.page[key]
    return made


def remembered[Value](key: Key, make: Callable[[], Value]) -> Value:
    """What `make` made for this key before in this edition; None is not kept.

    It must depend only on the key and on what `EVERYWHERE` in config/shown.py names, and nobody may
    change it.
    """
    now = _MAKING.get()
    if now is None:
        return make()
    whole = (now.begin, *key)
    found = now.memory.shelf.get(whole)
    if found is None:
        value = make()
        if value is None:
            return value
        size = len(value) if isinstance(value, str) else OBJECT
        found = Remembered(value, size + len(repr(whole)))
        now.memory.shelf.put(whole, found)
    made: Value = found.value
    return made
