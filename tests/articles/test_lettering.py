"""Words on a picture: they fit, whatever somebody types."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from articles.pictures.lettering import fitting, legible, lines_of, shortened, width_of
from articles.pictures.social import SIZE, Photo, Words, drawn

SIZES = (80, 60, 40)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Wie luistert er?", "Wie luistert er?"),
        ("Café “Zoë” – ’s-Gravenhage €", "Café “Zoë” – ’s-Gravenhage €"),
        ("Cafe\u0301", "Café"),
        ("  twee\n\tregels ", "twee regels"),
        ("Feest 🎉 op het plein 👩‍👧", "Feest op het plein"),
        ("a\u202eb\x00c\u200d", "abc"),
        ("Łódź, Ångström, Żywiec", "Łódź, Ångström, Żywiec"),
        ("كيف نستمع", ""),
        ("كيف نستمع in de stad van morgen", "in de stad van morgen"),
        ("日本", ""),
        ("🎉🎉", ""),
        ("2026", "2026"),
        ("", ""),
    ],
)
def test_only_what_the_typeface_has_is_drawn(text: str, read: str) -> None:
    assert legible(text) == read


def test_a_short_title_is_large_and_a_long_one_small() -> None:
    assert fitting("Kort", 600, 300, SIZES).size == 80
    assert (
        fitting("Een titel van een woord of tien past in kleinere letters", 600, 300, SIZES).size
        == 60
    )


def test_a_title_that_fits_in_no_size_ends_in_an_ellipsis() -> None:
    found = fitting("woord " * 60, 600, 300, SIZES)
    assert (found.size, len(found.lines)) == (40, 6)
    assert found.lines[-1].endswith("woor…") or found.lines[-1].endswith("woord…")


def test_lines_are_of_about_the_same_length() -> None:
    found = fitting("Een brief die iemand durft te openen", 1072, 400, (88,))
    assert found.lines == ("Een brief die iemand", "durft te openen")


def test_a_word_that_is_too_long_is_cut_in_pieces() -> None:
    lines = lines_of("Vergunningverleningsproceduretoetsing", 300, 40)
    assert len(lines) > 1
    assert "".join(lines) == "Vergunningverleningsproceduretoetsing"


def test_what_is_cut_off_says_so() -> None:
    assert shortened("Zoë Bos, Bram Aal, Cor Post", 200, 30) == "Zoë Bos, Bra…"
    assert shortened("Zoë Bos", 200, 30) == "Zoë Bos"
    assert shortened("W", 5, 30) == "…"


@given(st.text(max_size=160), st.text(max_size=40), st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_words_make_an_image(title: str, other: str, has_photo: bool) -> None:
    photo = Photo(Image.new("RGB", (80, 50), "teal"), (0.5, 0.5)) if has_photo else None
    image = Image.open(BytesIO(drawn(Words(other, title, other, other), photo)))
    assert image.size == SIZE


@given(st.text(max_size=160))
@settings(deadline=None)
def test_no_line_is_wider_than_its_place(text: str) -> None:
    found = fitting(legible(text), 500, 300, SIZES)
    assert found.height <= 300
    assert all(width_of(line, found.size) <= 500 or len(line) == 1 for line in found.lines)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "CMYK", "LA"])
@pytest.mark.parametrize("size", [(16, 16), (16, 320), (3200, 160)])
def test_any_photo_fills_its_place(mode: str, size: tuple[int, int]) -> None:
    words = Words("Grensvlak", "Titel", "", "")
    photo = Photo(Image.new(mode, size), (1.0, 0.0))
    assert Image.open(BytesIO(drawn(words, photo))).size == SIZE


def test_the_same_words_give_the_same_image() -> None:
    words = Words("Grensvlak", "Wie luistert er?", "#zorg", "Zoë Bos")
    assert drawn(words, None) == drawn(words, None)
