"""Which text a rule about words finds, and how quickly it does not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.judging.folding import folded, without_figures
from comments.judging.words import MOST_HITS, Hit, Word, hits, says_something


def found(pattern: str, text: str, *, inside: bool = False) -> list[str]:
    return [hit.matched for hit in hits(Word(pattern, inside_words=inside), text)]


@pytest.mark.parametrize(
    ("pattern", "text", "matched"),
    [
        ("naakt", "Een naakt feit.", ["naakt"]),
        ("naakt", "De naaktslak at de sla.", []),
        ("naakt", "NAAKT", ["NAAKT"]),
        ("naakt", "_naakt_ en *naakt*", ["naakt", "naakt"]),
        ("naakt", "https://naakt.voorbeeld/", ["naakt"]),
        ("naakt", "na\u200bakt", ["na\u200bakt"]),
        ("naakt", "na\u00adakt", ["na\u00adakt"]),
        ("naakt", "nааkt", ["nааkt"]),  # Cyrillic
        ("naakt", "ｎａａｋｔ", ["ｎａａｋｔ"]),
        ("naakt", "n44kt", ["n44kt"]),
        ("naakt", "nááKt", ["nááKt"]),
        ("naakt", "na\u0301akt", ["na\u0301akt"]),
        ("náákt", "naakt", ["naakt"]),
        ("gok*", "gokken en goksite, maar geen gok", ["gokken", "goksite"]),
        ("*zooi", "puinzooi", ["puinzooi"]),
        ("g*k", "gek goudbok", ["gek", "goudbok"]),
        (
            "gratis geld",
            "Gratis  geld! gratis-geld. Gratis\ngeld.",
            ["Gratis  geld", "gratis-geld", "Gratis\ngeld"],
        ),
        ("ruïne", "RUINE", ["RUINE"]),
        ("straße", "strasse", ["strasse"]),
        ("4chan", "op 4chan gelezen", ["4chan"]),
        ("a.b", "a.b axb", ["a.b"]),
        ("(*", "( haakje", []),
        ("b", "b", []),
        ("", "alles", []),
        ("*", "alles", []),
        ("a*b*c*d", "axbxcxd", []),
    ],
)
def test_a_rule_finds(pattern: str, text: str, matched: list[str]) -> None:
    assert found(pattern, text) == matched


@pytest.mark.parametrize("text", ["naaktslak", "spiernaakt", "binnaakten"])
def test_within_words_only_when_asked(text: str) -> None:
    assert found("naakt", text, inside=True) == ["naakt"]
    assert found("naakt", text) == []


def test_the_place_is_that_in_the_text_as_it_was_typed() -> None:
    text = "Ach\u0301 ﬁjn, wat een nа\u200bakte man."
    (hit,) = hits(Word("naakt*"), text)
    assert text[hit.start : hit.end] == hit.matched == "nа\u200bakte"


def test_of_what_is_there_a_hundred_times_a_handful_is_kept() -> None:
    assert len(found("gokken", "gokken " * 100)) == MOST_HITS


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Ǆ", "dz"),
        ("Ørsted", "orsted"),
        ("Łódź", "lodz"),
        ("ĳs", "ijs"),
        ("Ⅳ", "iv"),
        ("Іdее", "idee"),  # Cyrillic, with a capital that is an l to Unicode's list
        ("СССР", "cccp"),
        ("ρ", "p"),
        ("日本", "日本"),
        ("", ""),
    ],
)
def test_a_text_is_folded_to_what_the_eye_sees(text: str, seen: str) -> None:
    assert folded(text).text == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [("v1agra", "viagra"), ("2018", "2018"), ("m00rd 100", "moord 100"), ("b@l€", "bal€")],
)
def test_figures_are_letters_in_words_only(text: str, seen: str) -> None:
    assert without_figures(text) == seen


@pytest.mark.parametrize(
    ("pattern", "well"),
    [("ab", True), ("a", False), ("*", False), ("a*b*", True), ("a*b*c*", False), ("--", False)],
)
def test_a_rule_must_say_something_that_can_be_looked_for(pattern: str, well: bool) -> None:
    assert says_something(pattern) is well


@given(st.text(), st.text(max_size=120), st.booleans())
def test_whatever_is_asked_of_whatever_text_the_places_are_right(
    text: str, pattern: str, inside: bool
) -> None:
    for hit in hits(Word(pattern, inside_words=inside), text):
        assert hit == Hit(text[hit.start : hit.end], hit.start, hit.end)
        assert hit.matched


@given(st.text(alphabet="naktslØа\u0301\u200b @4*_-", max_size=60))
def test_a_word_between_spaces_is_always_found(text: str) -> None:
    assert "naakt" in found("naakt", f"naakt {text}")


@given(st.text())
def test_every_folded_letter_knows_where_it_came_from(text: str) -> None:
    plain = folded(text)
    assert len(plain.text) == len(plain.at) == len(without_figures(plain.text))
    assert list(plain.at) == sorted(plain.at)
    assert all(0 <= place < len(text) for place in plain.at)


@pytest.mark.parametrize(
    "text",
    ["a" * 5_000, "a " * 2_500, "ab" * 2_500, "a-" * 2_500, "é" * 5_000, "\u0301" * 5_000],
)
@pytest.mark.parametrize("pattern", ["a*a*b", "*a*b", "aa *a* b", "a b c d e f g", "**ab**", "ab*"])
@pytest.mark.parametrize("inside", [True, False])
def test_no_rule_is_slow_on_any_text(pattern: str, text: str, inside: bool) -> None:
    start = time.process_time()
    hits(Word(pattern, inside_words=inside), text)
    assert time.process_time() - start < 0.5
