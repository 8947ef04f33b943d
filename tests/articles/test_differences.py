"""What an editor reads when two versions are compared."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.differences import Difference, Piece, between, differences
from articles.models import BLOCKS, PullQuote, TextBlock, Tip
from articles.versions import Block, Snapshot

NAMES: dict[str, tuple[str, ...]] = {"auteurs": (), "onderwerpen": ()}


def snapshot(*blocks: Block, names: dict[str, tuple[str, ...]] = NAMES, **fields: Any) -> Snapshot:
    return Snapshot({"title": "Aan de balie", **fields}, blocks, names)


def text(pk: int, html: str) -> Block:
    return Block(TextBlock, {"id": pk, "text_html": html})


def tip(pk: int, words: str) -> Block:
    return Block(Tip, {"id": pk, "text": words})


def marked(pieces: tuple[Piece, ...]) -> str:
    """As one line: +new+ and -gone-."""
    signs = {"same": "", "new": "+", "gone": "-"}
    return "".join(f"{signs[one.kind]}{one.text}{signs[one.kind]}" for one in pieces)


@pytest.mark.parametrize(
    ("before", "after", "reads"),
    [
        ("", "", ""),
        ("Dag.", "Dag.", "Dag."),
        ("", "Dag.", "+Dag.+"),
        ("Dag.", "", "-Dag.-"),
        ("Een lege balie", "Een volle balie", "Een -lege-+volle+ balie"),
        ("een twee", "een twee drie", "een twee+ drie+"),
        ("een\ntwee\ndrie", "een\n2\ndrie", "een\n-twee\n-+2\n+drie"),
        (
            "de oude lange zin staat",
            "de nieuwe korte zin staat",
            "de -oude lange-+nieuwe korte+ zin staat",
        ),
        (
            "Heel iets anders dan dit",
            "Wat er nu staat",
            "-Heel iets anders dan dit-+Wat er nu staat+",
        ),
    ],
)
def test_words_are_compared_within_the_lines_that_changed(
    before: str, after: str, reads: str
) -> None:
    assert marked(between(before, after)) == reads


@given(st.text(max_size=80), st.text(max_size=80))
def test_both_texts_can_be_read_back_from_the_pieces(before: str, after: str) -> None:
    pieces = between(before, after)
    assert "".join(one.text for one in pieces if one.kind != "new") == before
    assert "".join(one.text for one in pieces if one.kind != "gone") == after


def test_the_same_version_has_no_differences() -> None:
    same = snapshot(text(1, "<p>Dag.</p>"), tip(1, "Bel terug."))
    assert differences(same, same) == []


def test_a_field_says_its_name_and_its_words() -> None:
    (found,) = differences(snapshot(), snapshot(title="Achter de balie"))
    assert (found.where, found.change, found.field) == ("artikel", "changed", "titel")
    assert marked(found.pieces) == "-Aan-+Achter+ de balie"


def test_a_block_that_came_and_one_that_went() -> None:
    before = snapshot(text(1, "<p>Dag.</p>"), tip(1, "Bel terug."))
    after = snapshot(text(1, "<p>Dag.</p>"), tip(2, "Bel eerst."))
    assert differences(before, after) == [
        Difference("tip", "added", "", (Piece("new", "Bel eerst."),)),
        Difference("tip", "removed", "", (Piece("gone", "Bel terug."),)),
    ]


def test_a_heading_that_became_a_paragraph_is_seen() -> None:
    before, after = snapshot(text(1, "<h2>Kop</h2>")), snapshot(text(1, "<p>Kop</p>"))
    (found,) = differences(before, after)
    assert marked(found.pieces) == "-## -Kop"


def test_blocks_of_different_kinds_are_told_apart_by_more_than_their_number() -> None:
    before = snapshot(text(1, "<p>Dag.</p>"))
    after = snapshot(text(1, "<p>Dag.</p>"), tip(1, "Dag."))
    assert [(one.where, one.change) for one in differences(before, after)] == [("tip", "added")]


def test_only_the_block_that_moved_is_called_moved() -> None:
    one, two, three = tip(1, "Een."), tip(2, "Twee."), tip(3, "Drie.")
    found = differences(snapshot(one, two, three), snapshot(three, one, two))
    assert [(each.change, marked(each.pieces)) for each in found] == [("moved", "Drie.")]


def test_a_block_that_moved_and_changed_is_both() -> None:
    before = snapshot(tip(1, "Een."), tip(2, "Twee."))
    after = snapshot(tip(2, "Twee!"), tip(1, "Een."))
    changes = [(one.change, marked(one.pieces)) for one in differences(before, after)]
    assert ("changed", "-Twee.-+Twee!+") in changes
    assert len([change for change, _ in changes if change == "moved"]) == 1


def test_a_quote_shows_which_of_its_fields_changed() -> None:
    quote = {"id": 1, "quote": "Ja.", "name": "Ina Vos", "role": "", "organisation": ""}
    before = snapshot(Block(PullQuote, quote))
    after = snapshot(Block(PullQuote, {**quote, "role": "Wijkagent"}))
    (found,) = differences(before, after)
    assert (found.where, found.field, marked(found.pieces)) == ("citaat", "functie", "+Wijkagent+")


def test_names_that_came_and_went_are_shown_under_what_they_are() -> None:
    before = snapshot(names={"auteurs": ("Ada", "Cor"), "onderwerpen": ()})
    after = snapshot(names={"auteurs": ("Ada",), "onderwerpen": ("zorg",)})
    found = {one.field: marked(one.pieces) for one in differences(before, after)}
    assert found == {"auteurs": "Ada-\nCor-", "onderwerpen": "+zorg+"}


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_kind_of_block_can_be_read_as_a_whole(kind: Any) -> None:
    filled = {field.attname: f"<{field.name}>" for field in kind._meta.concrete_fields}
    (found,) = differences(snapshot(), snapshot(Block(kind, {**filled, "id": 1})))
    assert found.change == "added"
    assert found.pieces[0].text or kind is TextBlock
