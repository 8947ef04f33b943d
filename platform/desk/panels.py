"""What the front of the desk shows: for each kind of work how much there is, and what comes first.

The desk knows the shape only. Each app makes its own panels, in a template tag; the template of the
front page puts them together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django_stubs_ext import StrOrPromise

#: How many things a panel names; the rest is in the list that its number leads to.
NAMED: Final = 5


@dataclass(frozen=True)
class Line:
    text: str
    url: str
    detail: StrOrPromise = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Panel:
    name: str  # in the page: an id
    title: StrOrPromise
    number: int
    count: StrOrPromise  # the number in words: “6 reacties”
    url: str  # of the list with exactly these
    nothing: StrOrPromise  # what it says when there are none
    lines: Sequence[Line] = ()
