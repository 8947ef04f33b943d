"""Words on a picture: in a typeface that comes along, in lines that fit, or in smaller ones."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from PIL import ImageFont

#: That of the headings of the site; see the page beside it.
TYPEFACE: Final = Path(__file__).parent / "type" / "NewsreaderDisplay-Medium.ttf"
#: Space between lines, as a share of the size of the letters.
LEADING: Final = 1.14
ELLIPSIS: Final = "…"


@cache
def face(size: int) -> Any:
    return ImageFont.truetype(TYPEFACE, size)


def width_of(text: str, size: int) -> float:
    return float(face(size).getlength(text))


@cache
def _drawn(character: str) -> tuple[Any, bytes]:
    # Letter by letter, without the shaping of lines that `face` does.
    plain = ImageFont.truetype(TYPEFACE, 24, layout_engine=ImageFont.Layout.BASIC)
    mask = plain.getmask(character)
    return mask.size, bytes(mask)


@cache
def _is_known(character: str) -> bool:
    """Whether the typeface has it: what it does not have, it draws as it draws no character."""
    return _drawn(character) != _drawn("\uffff")


def legible(text: str) -> str:
    """What the typeface has of this text, on one line. Emoji and scripts that it lacks are left
    out; a text of which less than half is left says nothing.
    """
    kept = "".join(_legible_in(unicodedata.normalize("NFC", text)))
    letters = [character for character in text if character.isalpha()]
    read = [character for character in kept if character.isalpha()]
    return " ".join(kept.split()) if 2 * len(read) >= len(letters) else ""


def _legible_in(text: str) -> Iterator[str]:
    for character in text:
        if character.isspace():
            yield " "
        elif not unicodedata.category(character).startswith("C") and _is_known(character):
            yield character


# --- Lines ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Setting:
    """Lines of text in letters of this size."""

    lines: tuple[str, ...]
    size: int

    @property
    def step(self) -> int:
        """From one line to the next, in pixels."""
        return round(self.size * LEADING)

    @property
    def height(self) -> int:
        return len(self.lines) * self.step


def fitting(text: str, width: int, height: int, sizes: tuple[int, ...]) -> Setting:
    """This text in the largest of these sizes in which it fits; shortened if it fits in none."""
    for size in sizes:
        found = Setting(lines_of(text, width, size), size)
        whole = max(width_of(word, size) for word in text.split() or [""]) <= width
        if whole and found.height <= height:
            return Setting(_balanced(text, width, size), size)
    smallest = Setting(lines_of(text, width, sizes[-1]), sizes[-1])
    return Setting(_first_of(smallest, width, height // smallest.step), sizes[-1])


def lines_of(text: str, width: float, size: int) -> tuple[str, ...]:
    """As many words on a line as fit. A word that is too long for a line is cut in pieces."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines += _pieces(word, width, size)
    return tuple(lines)


def _pieces(word: str, width: float, size: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _balanced(text: str, width: int, size: int) -> tuple[str, ...]:
    """The same number of lines, of about the same length: no word alone on the last one."""
    best = lines_of(text, width, size)
    longest = max((width_of(word, size) for word in text.split()), default=0)
    for narrower in range(width, round(max(longest, width / 2)), -16):
        lines = lines_of(text, narrower, size)
        if len(lines) > len(best):
            break
        best = lines
    return best


def _first_of(setting: Setting, width: int, most: int) -> tuple[str, ...]:
    if len(setting.lines) <= most:
        return setting.lines
    *kept, last = setting.lines[: max(most, 1)]
    return (*kept, shortened(last, width, setting.size, always=True))


def shortened(text: str, width: int, size: int, *, always: bool = False) -> str:
    """As much of it as fits on one line, with an ellipsis for the rest."""
    if not always and width_of(text, size) <= width:
        return text
    while text and width_of(text + ELLIPSIS, size) > width:
        text = text[:-1]
    return text.rstrip(" ,.:;–-") + ELLIPSIS
