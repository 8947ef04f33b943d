"""A reaction's html is remembered by the values it is made of: none may be left out."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest
from django.template import engines
from django.utils import translation
from jinja2 import meta

from comments.linked_data import Told, begun
from comments.pieces import Gone, Piece, Said, html_of
from delivery.memory import Memory, making

NOW: Final = datetime(2030, 11, 30, 12, 0, tzinfo=UTC)
SAID: Final = Said(
    language="nl",
    number=7,
    anchor="reactie-7",
    address="/reacties/107/",
    name="Rik",
    affiliation="",
    badge="",
    is_featured=False,
    published_at=NOW,
    edited_at=None,
    text_html="<p>Dat zag ik ook.</p>",
    answers=3,
    answers_name="Ada",
    answers_at="#reactie-3",
    is_used=False,
    tip=0,
    reply_at="/reageren/?op=7",
)
GONE: Final = Gone("nl", 7, "reactie-7", "removed", "offensive", NOW, "Zie de huisregels.")
TOLD: Final = Told("https://a.nl/reacties/7/", "Ook.", NOW, "Rik", "https://a.nl/reacties/3/")

OTHERWISE: Final[dict[str, Any]] = {
    "language": "en",
    "number": 8,
    "anchor": "reactie-8",
    "address": "/reacties/108/",
    "name": "Zus",
    "affiliation": "Gemeente",
    "badge": "editor",
    "is_featured": True,
    "published_at": NOW + timedelta(minutes=1),
    "edited_at": NOW,
    "text_html": "<p>Dat zag ik niet.</p>",
    "answers": 0,
    "answers_name": None,
    "answers_at": "/reacties/103/",
    "is_used": True,
    "tip": 2,
    "reply_at": "",
    "state": "withdrawn",
    "reason": "legal",
    "at": None,
    "rules_html": "Dat mag niet.",
    "text": "Niet.",
}


def html(piece: Piece) -> str:
    with translation.override(piece.language):
        return html_of([piece])[0]


@pytest.mark.parametrize("field", Said._fields)
def test_each_value_of_a_reaction_shows(field: str) -> None:
    assert html(SAID._replace(**{field: OTHERWISE[field]})) != html(SAID)


@pytest.mark.parametrize("field", Gone._fields)
def test_each_value_of_what_was_taken_away_shows(field: str) -> None:
    assert html(GONE._replace(**{field: OTHERWISE[field]})) != html(GONE)


@pytest.mark.parametrize("field", Told._fields)
def test_each_value_is_told(field: str) -> None:
    otherwise = OTHERWISE | {"answers": None}
    assert begun(TOLD._replace(**{field: otherwise[field]})) != begun(TOLD)


def test_nothing_else_can_show() -> None:
    """The templates know only their record, and words."""
    jinja: Any = engines["jinja2"]
    source, *_ = jinja.env.loader.get_source(jinja.env, "comments/partials/pieces.jinja")
    assert meta.find_undeclared_variables(jinja.env.parse(source)) == set()


def test_a_piece_is_written_once_and_one_with_another_value_anew() -> None:
    memory = Memory(7, NOW)
    with making(memory, ""):
        first, again = html_of([SAID]), html_of([Said(*SAID)])
        other = html_of([SAID._replace(name="Zus")])
    assert first[0] is again[0]
    assert "Zus" in other[0]
    assert len(memory.shelf.things) == 2
