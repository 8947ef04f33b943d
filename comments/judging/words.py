"""Finding the words of a rule in a text: whole words, unless asked, however they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from comments.judging.folding import Folded, folded, without_figures

#: What a star stands for; a limit keeps a search quick, whatever is searched.
LETTERS: Final = r"[^\W_]{1,30}"
BETWEEN_WORDS: Final = r"[\W_]{1,8}"
NO_LETTER_BEFORE: Final = r"(?<![^\W_])"
NO_LETTER_AFTER: Final = r"(?![^\W_])"
MOST_STARS: Final = 2
#: Per rule and text; a word that is there a hundred times is no more reason than five times.
MOST_HITS: Final = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A rule about words, as the checks need it."""

    pattern: str
    refuses: bool = False
    inside_words: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    matched: str  # as it was typed
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Search:
    expression: re.Pattern[str]
    must_have: str  # what can be looked for first, because that is quick


def hits(word: Word, text: str) -> list[Hit]:
    """Where it is in the text, from the front; a handful at most."""
    search = _search(word.pattern, word.inside_words)
    if search is None:
        return []
    plain, versions = _versions(text)
    spans = {plain.span(*span) for version in versions for span in _spans(search, version)}
    return [Hit(text[start:end], start, end) for start, end in sorted(spans)[:MOST_HITS]]


def says_something(pattern: str) -> bool:
    """Whether a pattern has letters or figures to look for, and not more stars than we search."""
    letters = re.sub(r"[\W_]", "", folded(pattern).text)
    return len(letters) >= 2 and pattern.count("*") <= MOST_STARS


def _spans(search: _Search, text: str) -> Iterator[tuple[int, int]]:
    if search.must_have in text:
        yield from (found.span() for found in islice(search.expression.finditer(text), MOST_HITS))


@lru_cache(maxsize=64)  # many rules look at one text
def _versions(text: str) -> tuple[Folded, frozenset[str]]:
    plain = folded(text)
    return plain, frozenset({plain.text, without_figures(plain.text)})


@lru_cache(maxsize=4_096)
def _search(pattern: str, inside_words: bool) -> _Search | None:
    if not says_something(pattern):
        return None
    look = folded(pattern).text.split()
    expression = BETWEEN_WORDS.join(map(_piece, look))
    if not inside_words:
        expression = f"{NO_LETTER_BEFORE}{expression}{NO_LETTER_AFTER}"
    longest = max((part for word in look for part in word.split("*")), key=len)
    return _Search(re.compile(expression), longest)


def _piece(word: str) -> str:
    return LETTERS.join(re.escape(part) for part in re.sub(r"\*+", "*", word).split("*"))
