import pytest
from django import forms
from django.core.exceptions import ValidationError

from markup.plain import PlainCharField, PlainEmailField, refuse_unreadable, shows_nothing

UNREADABLE = ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\ud800", "\udfff", "\ufffd"]
TURNING = ["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"]
INVISIBLE = [
    "\u200b",
    "\ufeff",
    "\u00ad",
    "\u3164",
    "\u2060",
    "\u00a0",
    "\u2800",
    "\u2003",
    "\u200d",
]


def codes(field: forms.Field, value: str) -> list[str | None]:
    with pytest.raises(ValidationError) as refusal:
        field.clean(value)
    return [error.code for error in refusal.value.error_list]


@pytest.mark.parametrize("character", UNREADABLE + TURNING)
def test_unreadable_text_is_refused(character: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        refuse_unreadable(f"voor{character}na")
    assert refusal.value.code == "unreadable"


@pytest.mark.parametrize(
    "text",
    [
        "Gewone tekst, met één ‘citaat’ – en 3 × €\u00a05.",
        "regel\r\nregel\tkolom\n",
        "👩‍💻 🏳️‍🌈 ❤️ 👍🏽",
        "zacht\u00adafbreken",
        "שלום ومرحبا \u200e\u200f",
        "",
    ],
)
def test_what_people_write_is_accepted(text: str) -> None:
    refuse_unreadable(text)


@pytest.mark.parametrize("character", UNREADABLE + TURNING)
@pytest.mark.parametrize("field", [PlainCharField(), PlainCharField(single_line=False)])
def test_a_field_says_once_that_a_text_is_unreadable(field: forms.Field, character: str) -> None:
    assert codes(field, f"voor{character}na") == ["unreadable"]


@pytest.mark.parametrize("character", UNREADABLE + TURNING)
def test_an_unreadable_mail_address_is_refused_with_one_sentence(character: str) -> None:
    assert codes(PlainEmailField(), f"ada{character}@example.nl") == ["unreadable"]


def test_the_sentence_is_dutch_also_for_null_characters() -> None:
    """Django's own sentence about null characters has no translation."""
    with pytest.raises(ValidationError) as refusal:
        PlainCharField(max_length=2).clean("a\x00bc")
    (sentence,) = refusal.value.messages
    assert sentence.startswith("Uw tekst bevat onzichtbare tekens")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("  Ada   de \t Vries ", "Ada de Vries"),
        ("Ada\u00a0de\u2003Vries", "Ada de Vries"),
        ("Ada\n", "Ada"),
        ("Ada 👩‍💻", "Ada 👩‍💻"),
    ],
)
def test_white_space_on_a_single_line_becomes_one_space(typed: str, value: str) -> None:
    assert PlainCharField().clean(typed) == value


@pytest.mark.parametrize("typed", ["Ada\nBcc: x", "Ada\r\nx", "Ada\rx"])
def test_a_single_line_holds_no_newlines(typed: str) -> None:
    assert codes(PlainCharField(), typed) == ["newline"]


def test_a_text_of_several_lines_keeps_them() -> None:
    field = PlainCharField(single_line=False)
    assert field.clean(" een\r\n\r\n  twee   drie\n") == "een\n\n  twee   drie"


def test_a_newline_counts_as_one_character() -> None:
    """Browsers send two, and count one for maxlength."""
    assert PlainCharField(single_line=False, max_length=3).clean("a\r\nb") == "a\nb"


@pytest.mark.parametrize("typed", ["", " ", "\n\n", *INVISIBLE, "".join(INVISIBLE), "\ufe0f"])
@pytest.mark.parametrize(
    "field",
    [PlainCharField, PlainEmailField, lambda **rest: PlainCharField(single_line=False, **rest)],
)
def test_a_value_that_shows_nothing_is_empty(field: type[forms.Field], typed: str) -> None:
    assert codes(field(), typed) == ["required"]
    assert field(required=False).clean(typed) == ""


def test_a_field_may_have_another_idea_of_empty() -> None:
    field = PlainCharField(required=False, empty_value=None)
    assert field.clean("\u200b") is None
    assert field.clean(None) is None


def test_one_visible_character_is_enough() -> None:
    assert not shows_nothing("\u200b.\u200b")
    assert PlainCharField().clean("\u200bAda") == "\u200bAda"


@pytest.mark.parametrize(
    ("typed", "expected"), [("geen adres", ["invalid"]), ("ada@example.nl\nBcc: x", ["invalid"])]
)
def test_an_address_that_is_none_is_refused(typed: str, expected: list[str]) -> None:
    assert codes(PlainEmailField(), typed) == expected


def test_a_good_address_is_accepted() -> None:
    assert PlainEmailField().clean(" ada@example.nl ") == "ada@example.nl"


def test_other_rules_of_a_field_still_hold() -> None:
    assert codes(PlainCharField(max_length=3), "Adaa") == ["max_length"]
    assert codes(PlainCharField(min_length=3), "Ad") == ["min_length"]
