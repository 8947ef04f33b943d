"""The piece of a text where the words stand that somebody looked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from search.query import Query, Term
from search.words import Word, composed, stem, words_in

#: Words in a fragment, and how many of them stand before the first hit.
LENGTH: Final = 36
BEFORE: Final = 8
#: More hits than this are not weighed against each other.
MOST_HITS: Final = 200


@dataclass(frozen=True)
class Piece:
    """A run of text. A template escapes it, and marks it where it is a hit."""

    text: str
    hit: bool = False


def marked(text: str, query: Query) -> list[Piece]:
    """The whole text."""
    text = composed(text)
    words = list(words_in(text))
    return list(_pieces(text, words, _hits(words, query)))


def fragment(text: str, query: Query, length: int = LENGTH) -> list[Piece]:
    """About `length` words around the most hits; the beginning of the text where there are none."""
    text = composed(text)
    words = list(words_in(text))
    hits = _hits(words, query)
    first = _best_start(hits, len(words), length)
    last = min(first + length, len(words))
    if not words:
        return []
    start, end = words[first].start if first else 0, words[last - 1].end
    before, after = "… " if first else "", " …" if last < len(words) else text[end:]
    shown = [word._replace(start=word.start - start, end=word.end - start) for word in words]
    within = {place for place in hits if first <= place < last}
    pieces = [Piece(before), *_pieces(text[start:end], shown, within), Piece(after)]
    return [piece for piece in pieces if piece.text]


def _hits(words: Sequence[Word], query: Query) -> set[int]:
    """The places of the words that were looked for."""
    return {place for term in query.wanted for place in _places(words, term)}


def _places(words: Sequence[Word], term: Term) -> Iterator[int]:
    size, first = len(term.tokens), term.tokens[0]
    for place, word in enumerate(words):
        if word.token == first:
            if tuple(one.token for one in words[place : place + size]) == term.tokens:
                yield from range(place, place + size)
        elif term.stem and word.token[:1] == term.stem[:1] and stem(word.token) == term.stem:
            yield place


def _best_start(hits: set[int], total: int, length: int) -> int:
    """Where to begin so that the most hits are in sight, the first such place."""
    starts = [max(0, min(hit - BEFORE, total - length)) for hit in sorted(hits)[:MOST_HITS]]
    return max(starts, key=lambda start: _in_sight(hits, start, length), default=0)


def _in_sight(hits: set[int], start: int, length: int) -> int:
    return sum(start <= hit < start + length for hit in hits)


def _pieces(text: str, words: Sequence[Word], hits: set[int]) -> Iterator[Piece]:
    done = 0
    for first, last in _runs(sorted(hits)):
        start, end = words[first].start, words[last].end
        yield Piece(text[done:start])
        yield Piece(text[start:end], hit=True)
        done = end
    yield Piece(text[done:])


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Hits that stand side by side are one mark."""
    for number, place in enumerate(places):
        if number == 0 or places[number - 1] != place - 1:
            first = place
        if number == len(places) - 1 or places[number + 1] != place + 1:
            yield first, place
