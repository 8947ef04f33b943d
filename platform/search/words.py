"""What a word is to the search: the same word in other letters, and the word without its ending.

Both databases get their words from here, so that both find the same.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import snowballstemmer

#: Letters and digits, with an apostrophe inside: “foto’s” is one word.
WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NOT_LETTERS: Final = re.compile(r"[\W_]+")
POSSESSIVE: Final = re.compile(r"['’][sS]$")
#: Longer runs are no words; both databases have their limits.
LONGEST: Final = 64

#: They say nothing about what a text is about. Their stems are not used: “over” is not “overheid”.
STOP: Final = frozenset(
    """aan al alle als altijd ben bij dan dat de der deze die dit doen door dus een en er ge geen
    had heb hebben heeft hem het hier hij hoe hun iets ik in is ja kan kon kunnen maar me meer men
    met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over te tegen toch toen
    tot u uit uw van veel voor waar want waren was wat we werd wie wij wil worden wordt zal ze zei
    zelf zich zij zijn zo zonder zou""".split()  # noqa: SIM905 - a list of a hundred strings reads worse
)
#: What the stemmer takes for the “ge” of “gepraat”, but is part of the word: “gemeente”.
PREFIX: Final = "ge"
#: participeren and participatie: the stemmer leaves “participer” and “participeer”.
LONG_ENDING: Final = re.compile(r"(?<=.{3})eer$")

#: Forms that no rule brings together, of words that this kind of magazine is full of.
IRREGULAR: Final = {
    "advies": "advies",
    "gemeentelijk": "gemeent",
    "gemeentelijke": "gemeent",
    "ideeen": "idee",
    "kinderen": "kind",
    "leden": "lid",
    "steden": "stad",
    "verlies": "verlies",
}


class Word(NamedTuple):
    text: str
    start: int
    end: int
    token: str


def words_in(text: str) -> Iterator[Word]:
    """Positions are those in the composed text: see `composed`."""
    for found in WORD.finditer(text):
        if token := fold(found[0]):
            yield Word(found[0], found.start(), found.end(), token)


def composed(text: str) -> str:
    """Letters with their accents in one character, so that no word breaks at an accent."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Without capitals, accents and apostrophes; “foto’s” is “foto”."""
    letters = unicodedata.normalize("NFKD", POSSESSIVE.sub("", word)).casefold()
    return NOT_LETTERS.sub("", _without_accents(letters))[:LONGEST]


def _without_accents(letters: str) -> str:
    return letters if letters.isascii() else "".join(filter(_is_no_accent, letters))


def _is_no_accent(character: str) -> bool:
    return not unicodedata.combining(character)


@lru_cache(maxsize=100_000)
def stem(token: str) -> str:
    """What the forms of a Dutch word share; nothing for words that say nothing."""
    if token in STOP or token.isdigit():
        return ""
    if token in IRREGULAR:
        return IRREGULAR[token]
    stemmer = _stemmer()
    found = stemmer.stemWord(token)
    if token.startswith(PREFIX) and not found.startswith(PREFIX):
        found = PREFIX + stemmer.stemWord(token.removeprefix(PREFIX))
    return LONG_ENDING.sub("er", found)


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("dutch")
