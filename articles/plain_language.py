"""Dutch that most people can read (level B1): what of a text is hard, by rules of thumb."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

#: Guides for plain Dutch say fifteen; up to here we say nothing.
LONG_SENTENCE: Final = 20

WORD: Final = re.compile(r"\w[\w’'-]*")
SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[’”\"')\]]*\s+(?=[‘“\"'(\[]*[A-Z0-9À-Þ])|\n+")
PASSIVE: Final = re.compile(r"\b(?:wordt|worden|werd|werden)\b", re.IGNORECASE)
SHOUTED: Final = re.compile(r"\b[A-ZÀ-Þ]{8,}\b|\b[A-ZÀ-Þ]{2,}(?:[ \n]+[A-ZÀ-Þ]{2,}){2,}\b")
ACRONYM: Final = re.compile(r"(?<![\w-])[A-Z]{2,6}(?![\w-])")
DOTTED: Final = re.compile(r"\b(?:[a-z]\.){2,}")

#: Everybody knows these, or they are not read as words.
KNOWN: Final = frozenset(
    {"BV", "CD", "CDA", "EU", "HBO", "ID", "MBO", "NL", "NS", "NV", "OK", "OV", "PC", "PDF", "PVV"}
    | {"SGP", "TV", "UK", "US", "VN", "VS", "VVD", "VWO", "WC", "KB", "MB", "GB", "TB"}
)

#: What officials write, and what everybody says. Add your own.
JARGON: Final = {
    "alsmede": "en",
    "alvorens": "voordat",
    "als gevolg van": "door",
    "additioneel": "extra",
    "additionele": "extra",
    "beschikking": "besluit",
    "betreffende": "over",
    "casus": "geval",
    "conform": "volgens",
    "derhalve": "daarom",
    "desbetreffende": "deze",
    "desalniettemin": "toch",
    "dientengevolge": "daardoor",
    "doch": "maar",
    "draagvlak": "steun",
    "echter": "maar",
    "ex artikel": "volgens artikel",
    "faciliteren": "helpen",
    "geschieden": "gebeuren",
    "handvatten": "hulp",
    "heden": "nu",
    "hieromtrent": "hierover",
    "implementatie": "invoering",
    "implementeren": "invoeren",
    "indien": "als",
    "ingevolge": "volgens",
    "inzake": "over",
    "jegens": "tegenover",
    "krachtens": "volgens",
    "met betrekking tot": "over",
    "middels": "met",
    "mits": "als",
    "monitoren": "volgen",
    "naar aanleiding van": "na, door",
    "nopen": "dwingen",
    "omtrent": "over",
    "onderhavige": "deze",
    "onverwijld": "meteen",
    "participatietraject": "meepraten en meedoen",
    "prioriteren": "voorrang geven",
    "reeds": "al",
    "stakeholders": "betrokkenen",
    "te allen tijde": "altijd",
    "ten aanzien van": "over",
    "ten behoeve van": "voor",
    "teneinde": "om",
    "tevens": "ook",
    "thans": "nu",
    "trachten": "proberen",
    "uitrollen": "invoeren",
    "vigerende": "geldende",
    "voornoemde": "deze",
    "zulks": "dat",
}
HARD_WORDS: Final = re.compile(rf"\b(?:{'|'.join(map(re.escape, JARGON))})\b", re.IGNORECASE)


def count_words(text: str) -> int:
    return len(WORD.findall(text))


def sentences(text: str) -> list[str]:
    return [part for part in SENTENCE_END.split(text) if count_words(part)]


def long_sentences(text: str) -> list[str]:
    """Those that are too long, the longest first."""
    counted = [(count_words(one), one) for one in sentences(text)]
    long = [pair for pair in counted if pair[0] > LONG_SENTENCE]
    return [one for _words, one in sorted(long, key=lambda pair: -pair[0])]


def passive_sentences(text: str) -> list[str]:
    return [one for one in sentences(text) if PASSIVE.search(one)]


def shouted(text: str) -> list[str]:
    """Words and sentences in capitals; an abbreviation is none."""
    return unique(" ".join(found.split()) for found in SHOUTED.findall(text))


def abbreviations(text: str) -> list[str]:
    return unique([*ACRONYM.findall(SHOUTED.sub(" ", text)), *DOTTED.findall(text)])


def unexplained(found: Iterable[str], whole: str) -> list[str]:
    """Those that nobody needs to know and the whole text does not explain, as “(UWV)” does."""
    return [
        short
        for short in found
        if short not in KNOWN and f"({short})" not in whole and f"{short} (" not in whole
    ]


def hard_words(text: str) -> list[tuple[str, str]]:
    """Jargon, each with a plain word for it."""
    found = unique(match.lower() for match in HARD_WORDS.findall(text))
    return [(word, JARGON[word]) for word in found]


def unique(found: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(found))


def excerpt(text: str, words: int = 8) -> str:
    """The first words, so that a writer recognises the place."""
    parts: Sequence[str] = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
