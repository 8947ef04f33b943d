"""The html of each reaction in a thread, made of nothing but the values in a record.

The record is the key under which the html is remembered (see delivery/memory.py): a template that
is to show something else needs a field for it, and then nobody has to tell when that changes.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.template import engines

from delivery.memory import remembered


class Said(NamedTuple):
    """A reaction that can be read."""

    language: str | None  # that is active
    number: int
    anchor: str
    address: str
    name: str
    affiliation: str
    badge: str  # "author", "editor" or ""
    is_featured: bool
    published_at: datetime | None
    edited_at: datetime | None
    text_html: str
    answers: int  # the number of the reaction that it answers, 0 for none
    answers_name: str | None  # None where that cannot be read any more
    answers_at: str  # where that stands
    is_used: bool  # in the closing word
    tip: int  # the number of the tip that was made of it, 0 for none
    reply_at: str  # "" where nobody can react


class Gone(NamedTuple):
    """What is left of a reaction that was taken away."""

    language: str | None
    number: int
    anchor: str
    state: str
    reason: str
    at: datetime | None
    rules_html: str  # what it says of the house rules


type Piece = Said | Gone


def html_of(pieces: Iterable[Piece]) -> list[str]:
    """The words that they share are looked up once, if any of them is new."""
    macros = cache(_macros)
    return [
        remembered(("piece", one), lambda one=one: _written(macros(), one))  # type: ignore[misc]
        for one in pieces
    ]


def _macros() -> Any:
    template: Any = engines["jinja2"].get_template("comments/partials/pieces.jinja")
    return template.template.make_module()


def _written(macros: Any, piece: Piece) -> str:
    return str(macros.said(piece) if isinstance(piece, Said) else macros.gone(piece))
