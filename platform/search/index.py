"""How a text stands in the index: its words in their order, and marked tokens beside them.

The marks have an underscore, which no word has. `gemeenten` is a word of the text, `_gemeent` a
stem of it, `t_gemeenten` and `t__gemeent` stand in the title, `h_…` in the title or introduction.

A row's key says of what kind it is, when it was published, and which one it is. So the newest hits
of a kind are a range of keys from its end, which neither database has to sort or look up for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from typing import Final

from search.words import composed, stem, words_in

STEM: Final = "_"
TITLE: Final = "t_"
HEAD: Final = "h_"
#: Stands between title, introduction and text: no phrase goes from one into the other.
BREAK: Final = "_"

#: What is kept of a text; PostgreSQL takes no more than a megabyte of tokens.
LONGEST: Final = 100_000

SECONDS: Final = 32  # bits: until the year 2106
NUMBERS: Final = 29  # bits: half a billion of each kind


class Kind(IntEnum):
    """1 to 3: two bits of a key."""

    ARTICLE = 1
    REACTION = 2


@dataclass(frozen=True)
class Document:
    """Something to be found. Without `tags` it has those of what it stands `under`."""

    kind: Kind
    object_id: int
    at: datetime
    title: str = ""
    lead: str = ""
    body: str = ""
    names: str = ""  # of whom and what is named above it
    tags: tuple[str, ...] | None = None
    under: int | None = None

    @property
    def key(self) -> int:
        return key(self.kind, self.at, self.object_id)


def key(kind: Kind, at: datetime, number: int) -> int:
    seconds = min(max(int(at.timestamp()), 0), (1 << SECONDS) - 1)
    return (((int(kind) << SECONDS) + seconds) << NUMBERS) + number % (1 << NUMBERS)


def keys_between(kind: Kind, first: datetime, last: datetime) -> tuple[int, int]:
    return key(kind, first, 0), key(kind, last, (1 << NUMBERS) - 1)


def time_of(row: int) -> datetime:
    return datetime.fromtimestamp(row >> NUMBERS & (1 << SECONDS) - 1, tz=UTC)


def kind_of(row: int) -> int:
    return row >> (SECONDS + NUMBERS)


def object_of(row: int) -> int:
    return row % (1 << NUMBERS)


def period_marks(row: int) -> list[str]:
    """That it is of its kind, and of its year and month of that kind: for `windows`."""
    kind, at = kind_of(row), time_of(row)
    return [f"k_{kind}", f"y_{kind}_{at.year}", f"m_{kind}_{at.year}_{at.month}"]


def windows(newest: int, years: bool) -> list[list[str]]:
    """Marks of ever longer times until the newest row of its kind, each a few times the one before.

    Looking in these one by one until there is enough, a database reads not many more rows than
    are wanted, however many there are. Without `years`, the last is the year of that row, and the
    one before: a year in the Netherlands begins in the one before it in UTC.
    """
    kind, at = kind_of(newest), time_of(newest)
    months = [divmod(at.year * 12 + at.month - 1 - back, 12) for back in range(6)]
    by_month = [f"m_{kind}_{year}_{month + 1}" for year, month in months]
    by_year = [f"y_{kind}_{at.year - back}" for back in range(6)]
    if not years:
        return [by_month[:2], by_month, by_year[:2]]
    return [by_month[:2], by_month, by_year[:2], by_year, [f"k_{kind}"]]


@dataclass(frozen=True)
class Tokens:
    ordered: list[str]  # the words as they stand
    marks: set[str]  # what stands nowhere


def tokens_of(title: str, lead: str, body: str, names: str, tags: Iterable[str]) -> Tokens:
    titled, led, told = (_words(text) for text in (title, f"{names}\n{lead}", body))
    head = [*titled, *led]
    marks = {*tags, *_stems({*head, *told}), *_marked(TITLE, titled), *_marked(HEAD, head)}
    return Tokens([*titled, BREAK, *led, BREAK, *told], marks)


def _words(text: str) -> list[str]:
    return [word.token for word in words_in(composed(text[:LONGEST]))]


def _stems(words: Iterable[str]) -> Iterator[str]:
    return (STEM + found for found in map(stem, words) if found)


def _marked(mark: str, words: list[str]) -> Iterator[str]:
    return (mark + one for one in {*words, *_stems(words)})


def for_fts5(tokens: Tokens) -> str:
    """Words in their order, the rest after them."""
    return " ".join([*tokens.ordered, *sorted(tokens.marks)])


def for_tsvector(tokens: Tokens) -> str:
    """https://www.postgresql.org/docs/current/datatype-textsearch.html, section 8.11.1."""
    places: dict[str, list[str]] = {}
    for place, word in enumerate(tokens.ordered, start=1):
        places.setdefault(word, []).append(str(place))
    words = (f"'{word}':{','.join(at)}" for word, at in places.items())
    return " ".join([*words, *(f"'{mark}'" for mark in tokens.marks)])
