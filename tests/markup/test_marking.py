"""Words that held a reaction are marked in it, and nothing else changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markup.marking import marked_html
from markup.reactions import reaction_html
from markup.words import text_of
from tests.markup.hostile import PAYLOADS
from tests.markup.inspection import faults_in_reaction

WORDS = ["script", "alert", "a", "amp", "lt", "<", ">", "&", '"', "href", "https", "p", "1"]


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Koop nu", ["koop"], "<p><mark>Koop</mark> nu</p>"),
        ("gok, GOKje", ["gok"], "<p><mark>gok</mark>, <mark>GOK</mark>je</p>"),
        ("gokje", ["gok", "gokje"], "<p><mark>gokje</mark></p>"),
        ("Jan & Piet", ["jan & piet", "amp"], "<p><mark>Jan &amp; Piet</mark></p>"),
        ("1 < 2", ["lt", "<"], "<p>1 <mark>&lt;</mark> 2</p>"),
        ("a.c abc", ["a.c"], "<p><mark>a.c</mark> abc</p>"),
        ("**woord** en p", ["p", "strong"], "<p><strong>woord</strong> en <mark>p</mark></p>"),
        ("niets", ["", "  "], "<p>niets</p>"),
        ("niets", [], "<p>niets</p>"),
    ],
)  # fmt: skip
def test_words_are_marked_where_they_stand(text: str, words: list[str], marked: str) -> None:
    assert marked_html(reaction_html(text), words) == marked


def test_an_address_is_not_changed() -> None:
    html = reaction_html('Zie https://voorbeeld.nl/gok?a="b>gok"')
    marked = marked_html(html, ["gok"])
    assert re.findall(r'href="[^"]*"', marked) == re.findall(r'href="[^"]*"', html)
    assert "<mark>gok</mark>" in marked


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_stays_harmless(payload: str) -> None:
    html = reaction_html(payload)
    marked = marked_html(html, WORDS)
    assert re.sub("</?mark>", "", marked) == html
    assert faults_in_reaction(re.sub("</?mark>", "", marked)) == []


@given(st.text(max_size=80), st.lists(st.text(max_size=5), max_size=5))
def test_marking_adds_marks_and_nothing_else(text: str, words: list[str]) -> None:
    html = reaction_html(text)
    marked = marked_html(html, words)
    assert re.sub("</?mark>", "", marked) == html
    assert text_of(marked) == text_of(html)
    assert marked.count("<mark>") == marked.count("</mark>")
