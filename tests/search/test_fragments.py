"""The piece of a text that shows why it was found. No database."""

import pytest

from search.fragments import LENGTH, Piece, fragment, marked
from search.query import parse


def show(pieces: list[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.hit else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("De gemeenten schrijven.", "gemeente", "De [gemeenten] schrijven."),
        ("Crème voor de raad", "creme RAAD", "[Crème] voor de [raad]"),
        ("cafe\u0301!", "cafe", "[café]!"),
        ("de open brief, open", '"open brief"', "de [open brief], open"),
        ("open raad en raad", "open raad", "[open raad] en [raad]"),
        ("Zijn foto’s zijn er", "foto's", "Zijn [foto’s] zijn er"),
        ("over de overheid", "overheid", "over de [overheid]"),
        ("raad en brief", "raad -brief", "[raad] en brief"),
        ("<b>raad</b> & co", "raad", "<b>[raad]</b> & co"),
        ("niets", "raad", "niets"),
        ("", "raad", ""),
        ("…", "raad", ""),
    ],
)
def test_hits_are_marked(text: str, typed: str, shown: str) -> None:
    assert show(fragment(text, parse(typed))) == shown


def test_a_long_text_is_shown_around_its_hits() -> None:
    words = [f"w{n}" for n in range(1_000)]
    words[500] = words[510] = "raad"
    shown = show(fragment(" ".join(words), parse("raad")))
    assert shown.startswith("… w492 ")
    assert shown.endswith(" …")
    assert shown.count("[raad]") == 2
    assert len(shown.split()) == LENGTH + 2


def test_without_a_hit_it_is_the_beginning() -> None:
    shown = show(fragment(" ".join(f"w{n}" for n in range(1_000)), parse("raad")))
    assert shown.startswith("w0 w1 ")
    assert shown.endswith(f"w{LENGTH - 1} …")


def test_the_end_of_a_text_is_shown_to_its_last_mark() -> None:
    text = "w " * 100 + "raad!"
    assert show(fragment(text, parse("raad"))).endswith("[raad]!")


def test_a_title_is_shown_whole() -> None:
    title = "Een " + "lange " * 60 + "raad?"
    assert show(marked(title, parse("raad"))) == title.replace("raad", "[raad]")


def test_a_text_full_of_hits_is_quick_and_whole() -> None:
    pieces = fragment("raad " * 20_000, parse("raad"))
    assert [piece.text for piece in pieces if piece.hit] == ["raad " * (LENGTH - 1) + "raad"]
