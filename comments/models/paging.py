"""Where the pages of a discussion begin.

A page is a range of paths, so that reading one costs the same however long the discussion is. It
begins with a conversation; only a conversation that is longer than a page goes on over more pages.
`Discussion.page_starts` holds the first path of each page; the first page begins at "".
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import batched, groupby, pairwise

from comments.models.placing import DIGITS


def root_of(path: str) -> str:
    return path[:DIGITS]


def pack(paths: Iterable[str], size: int) -> list[list[str]]:
    """These paths, in reading order, in pages of at most `size`: as full as whole conversations
    make them.
    """
    pages: list[list[str]] = [[]]
    for _root, conversation in groupby(paths, key=root_of):
        for part in _parts(list(conversation), size):
            if pages[-1] and len(pages[-1]) + len(part) > size:
                pages.append([])
            pages[-1] += part
    return pages


def _parts(conversation: Sequence[str], size: int) -> Iterator[list[str]]:
    for part in batched(conversation, size, strict=False):
        yield list(part)


def starts_of(pages: Sequence[Sequence[str]]) -> list[str]:
    """Where each page but the first begins."""
    return [_edge(page[-1], following[0]) for page, following in pairwise(pages)]


def _edge(last: str, first: str) -> str:
    """Of all that stands above the first on a page, the highest that is not on the page before.

    What was taken away there and comes back, then comes back on the page of its answers.
    """
    levels = range(DIGITS, len(first) + 1, DIGITS)
    return next(first[:end] for end in levels if not last.startswith(first[:end]))


def page_at(starts: Sequence[str], path: str) -> int:
    """The page, from 1 on, on which this path stands."""
    return bisect_right(starts, path) + 1


def range_of(starts: Sequence[str], page: int) -> tuple[str, str | None]:
    """From which path on, and before which one (None: to the end)."""
    edges = ["", *starts, None]
    first = edges[page - 1] or ""
    return first, edges[page]


def is_sound(starts: Sequence[str], paths: Iterable[str], size: int) -> bool:
    """Do these pages hold all these paths, none of them nothing, none more than it should?"""
    filled = Counter(page_at(starts, path) for path in paths)
    pages = len(starts) + 1
    in_order = all(before < after for before, after in pairwise(starts))
    nothing_empty = len(filled) == pages or not starts
    return in_order and nothing_empty and all(many <= size for many in filled.values())
