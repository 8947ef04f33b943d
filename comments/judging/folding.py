"""A text as it looks: without capitals, accents, look-alike letters and what shows nothing.

Who writes a word in other letters, writes that word.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from confusable_homoglyphs.confusables import confusables_data

#: Marks above and below letters, and characters that show nothing: soft hyphen, zero width space.
NOT_SEEN: Final = {"Mn", "Me", "Cf"}
#: Letters of their own, and not a letter with an accent, to Unicode only.
STROKED: Final = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "ı": "i"}

#: Figures that stand for letters, in a word with letters: v1agra, m00rd.
FIGURES: Final = str.maketrans("013457@$", "oieastas")
FIGURED: Final = re.compile(r"[a-z0-9@$]+")


@dataclass(frozen=True, slots=True)
class Folded:
    text: str
    at: Sequence[int]  # for each character where it came from

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the text as it was typed that these characters came from."""
        return self.at[start], self.at[end - 1] + 1


@lru_cache(maxsize=64)  # many rules look at one text; texts are long
def folded(text: str) -> Folded:
    if text.isascii():
        return Folded(text.lower(), range(len(text)))
    pairs = [(letter, n) for n, typed in enumerate(text) for letter in _fold(typed)]
    return Folded("".join(letter for letter, _ in pairs), tuple(n for _, n in pairs))


def without_figures(text: str) -> str:
    """Of a folded text, as long as it was: what figures stand for in words that have letters."""
    return FIGURED.sub(_as_letters, text)


def _as_letters(found: re.Match[str]) -> str:
    word = found[0]
    return word.translate(FIGURES) if any(letter.isalpha() for letter in word) else word


@lru_cache(maxsize=16_384)
def _fold(character: str) -> str:
    parts = (_bare(part) for part in unicodedata.normalize("NFKD", character))
    return "".join(parts)


def _bare(part: str) -> str:
    if unicodedata.category(part) in NOT_SEEN:
        return ""
    if part.isascii():
        return part.lower()
    small = part.casefold()
    return STROKED.get(small) or _looks_like(part) or small


def _looks_like(character: str) -> str:
    """The letter of our alphabet that nobody can tell it from; nothing if there is none."""
    for glyph in confusables_data.get(character, ()):
        twin: str = glyph["c"]
        if len(twin) == 1 and twin.isascii() and twin.isalpha():
            # Unicode's list gives an l for each capital I.
            return "i" if twin == "l" and character.isupper() else twin.lower()
    return ""
