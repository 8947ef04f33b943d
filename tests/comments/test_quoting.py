"""Who answers can take over the words that are answered."""

import pytest
from django.test import Client

from comments.forms import QUOTE_LENGTH, quoted, with_quote
from comments.models import Comment
from tests.conftest import React


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("Een.", "> Een."),
        ("Een.\n\nTwee.", "> Een.\n>\n> Twee."),
        ("> Van een ander.\n\nVan mij.", "> Van mij."),
        ("> Alleen een ander.", ""),
    ],
)
def test_a_quote(body: str, quote: str) -> None:
    assert quoted(body) == quote


@pytest.mark.parametrize(
    ("body", "end"),
    [
        ("woord " * 1_000, "woord woord …"),
        ("x" * 1_000, "x …"),
        ("a" * 499 + " bcd", "a …"),
        ("a" * 500, "a"),
        ("é" * 496 + " 🇳🇱 nl", "é …"),
    ],
)
def test_a_long_text_is_quoted_up_to_a_whole_word(body: str, end: str) -> None:
    quote = quoted(body)
    assert quote.endswith(end)
    assert len(quote) <= QUOTE_LENGTH + len("> " + " …")


@pytest.mark.parametrize(
    ("typed", "then"),
    [
        ("", "> Een.\n\n"),
        ("Ik drie.", "> Een.\n\nIk drie."),
        ("> Een.\n\nIk drie.", "> Een.\n\nIk drie."),
        ("> Een.\r\n\r\nIk drie.", "> Een.\r\n\r\nIk drie."),
    ],
)
def test_a_second_click_does_not_quote_twice(typed: str, then: str) -> None:
    assert with_quote("Een.", typed) == then


def test_what_only_quotes_gives_nothing_to_quote() -> None:
    assert with_quote("> Van een ander.", "Ik drie.") == "Ik drie."


def test_quoting_puts_the_words_before_what_was_typed(
    client: Client, form: str, react: React, sent: dict[str, str]
) -> None:
    react("Ik zag *twee* balies.", name="Noor")
    answer = client.post(f"{form}?op=1", {**sent, "body": "Ik drie.", "citeer": "ja"})
    assert answer.status_code == 200
    assert "&gt; Ik zag *twee* balies.\n\nIk drie.</textarea>" in answer.text
    assert f'value="{sent["name"]}"' in answer.text
    assert "Er was een probleem" not in answer.text
    assert Comment.objects.count() == 1


def test_quoting_asks_nothing_to_be_filled_in_first(
    client: Client, form: str, react: React
) -> None:
    react("Een.")
    answer = client.post(f"{form}?op=1", {"citeer": "ja"})
    assert answer.status_code == 200
    assert "&gt; Een." in answer.text
    assert "Vul uw naam in." not in answer.text
    assert " autofocus " in answer.text.partition("<textarea")[2].partition(">")[0]
    assert answer.text.count(" autofocus") == 1


def test_quoting_nothing_is_sending(client: Client, form: str, sent: dict[str, str]) -> None:
    """Without something that is answered there is no such button; who sends it anyway, sends."""
    assert "citeer" not in client.get(form).text
    assert client.post(form, {**sent, "citeer": "ja"}).status_code == 302
