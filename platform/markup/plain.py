"""What a plain text field accepts, at the border: in the form."""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Control characters, halves of surrogate pairs, what invalid UTF-8 became, and the characters that
# turn the direction of a text (Unicode Technical Report 36, section 2.10; CVE-2021-42574).
UNREADABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd\u202a-\u202e\u2066-\u2069]"
)
SPACES = re.compile(r"[^\S\n\r\x0b\x0c\x1c-\x1f\x85]+")
NEWLINES = re.compile(r"[\n\r]")

# Separators and format characters show nothing; neither do these letters, marks and a symbol.
SHOWS_NOTHING = {"Cf", "Zs", "Zl", "Zp"}
BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\t\n\r") | {
    *map(chr, range(0x180B, 0x1810)),
    *map(chr, range(0xFE00, 0xFE10)),
}


def refuse_unreadable(value: str) -> None:
    if UNREADABLE.search(value):
        raise ValidationError(
            _(
                "Uw tekst bevat onzichtbare tekens die wij niet kunnen bewaren. "
                "Typ de tekst opnieuw, of plak die zonder opmaak."
            ),
            code="unreadable",
        )


def refuse_newlines(value: str) -> None:
    if NEWLINES.search(value):
        raise ValidationError(_("Zet dit op één regel."), code="newline")


def shows_nothing(value: str) -> bool:
    return all(
        character in BLANKS or unicodedata.category(character) in SHOWS_NOTHING
        for character in value
    )


class PlainCharField(forms.CharField):
    """Text as people type it.

    On a single line runs of white space become one space and newlines are refused. On several lines
    a newline is \\n, not the \\r\\n of forms, so that a length is what the writer counts.
    """

    def __init__(self, *, single_line: bool = True, **options: Any) -> None:
        self.single_line = single_line
        super().__init__(**options)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        if text in self.empty_values or shows_nothing(text):
            return self.empty_value
        return SPACES.sub(" ", text) if self.single_line else text.replace("\r\n", "\n")

    def run_validators(self, value: Any) -> None:
        """What cannot be read is refused first, so that there is one sentence, and it is ours."""
        if value not in self.empty_values:
            refuse_unreadable(value)
            if self.single_line:
                refuse_newlines(value)
        super().run_validators(value)


class PlainEmailField(forms.EmailField):
    def to_python(self, value: Any) -> Any:
        address = super().to_python(value)
        return self.empty_value if address and shows_nothing(address) else address

    def run_validators(self, value: Any) -> None:
        if value not in self.empty_values:
            refuse_unreadable(value)
        super().run_validators(value)
