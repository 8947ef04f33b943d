"""Nothing of what people type with bad intentions reaches a page, whichever way it comes in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from markup.cleaning import clean, clean_and_link
from markup.editor import article_html
from markup.kinds import ARTICLE, REACTION
from markup.reactions import reaction_html
from tests.markup.hostile import PAYLOADS
from tests.markup.inspection import faults_in_article, faults_in_reaction

TAGS = ["p", "em", "a", "h2", "table", "tr", "td", "ul", "li", "blockquote", "pre", "style", "svg"]
FRAGMENTS = [
    *PAYLOADS,
    *(f"<{tag}>" for tag in TAGS),
    *(f"</{tag}>" for tag in TAGS),
    *"[]()`*_>-&;</='\"\\#!:\n\t\r ",
    *("](", "**", "```", "1. ", "\n\n", "-->", "]]>", "&#", "&amp;", "www.", "javascript:"),
    *("\x00", "\x0b", "\x1b", "\x85", "\u200b", "\u202e", "\u2028", "\ud800", "\ufffd"),
]
FRAMES = ["> {}", "- {}", "**{}**", "[{}](https://a.nl)", "[x]({})", "[x](<{}>)", "<{}>", "`{}`"]
MIXED = st.lists(st.sampled_from(FRAGMENTS), max_size=8).map("".join)
ANYTHING = st.text(st.characters(), max_size=200)  # lone surrogates and controls included


def test_the_corpus_is_large_and_has_no_doubles() -> None:
    assert len(PAYLOADS) == len(set(PAYLOADS)) >= 424


def test_the_inspection_sees_the_harm_in_what_was_not_cleaned() -> None:
    readable = [payload for payload in PAYLOADS if len(payload) < 5000]
    assert sum(bool(faults_in_article(payload)) for payload in readable) > 140
    assert faults_in_reaction('<a href="https://a.nl">x</a>') == ['<a href="https://a.nl">']


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_harmless_as_html_of_a_reaction(payload: str) -> None:
    html = clean(payload, REACTION)
    assert faults_in_reaction(html) == []
    assert clean(html, REACTION) == html


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_harmless_as_html_of_an_article(payload: str) -> None:
    html = clean(payload, ARTICLE)
    assert faults_in_article(html) == []
    assert clean(html, ARTICLE) == html


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_harmless_as_the_text_of_a_reaction(payload: str) -> None:
    html = reaction_html(payload)
    assert faults_in_reaction(html) == []
    assert clean(html, REACTION) == html


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_harmless_inside_markdown(payload: str) -> None:
    typed = "\n\n".join(frame.format(payload) for frame in FRAMES)
    assert faults_in_reaction(reaction_html(typed)) == []


@settings(deadline=None)
@given(ANYTHING | MIXED)
def test_whatever_is_typed_becomes_a_harmless_reaction(text: str) -> None:
    html = reaction_html(text)
    assert faults_in_reaction(html) == []
    assert clean(html, REACTION) == html


@settings(deadline=None)
@given(ANYTHING | MIXED)
def test_whatever_html_is_sent_becomes_a_harmless_article(html: str) -> None:
    cleaned = clean(html, ARTICLE)
    assert faults_in_article(cleaned) == []
    assert clean(cleaned, ARTICLE) == cleaned
    assert article_html(cleaned) in {cleaned, ""}


@settings(deadline=None)
@given(ANYTHING | MIXED)
def test_making_links_out_of_addresses_adds_no_harm(html: str) -> None:
    cleaned = clean_and_link(html, REACTION)
    assert faults_in_reaction(cleaned) == []
    assert clean(cleaned, REACTION) == cleaned
