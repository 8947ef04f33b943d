"""What differs between two versions of an article, in words that an editor can read.

Pure: two snapshots in, a list of differences out.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final, Literal

from articles.models import Article, EmbedBlock, ImageBlock, PullQuote, TextBlock, Tip
from articles.versions import Block, Snapshot
from markup.reading import lines_of

type Change = Literal["changed", "added", "removed", "moved"]

WORDS: Final = re.compile(r"\s+|[^\s]+")
#: How alike two lines must be for their words to be compared, from 0 to 1.
ALIKE: Final = 0.5

#: Of each kind of block the fields that an editor fills in, in the order of the form.
FIELDS: Final[dict[type, tuple[str, ...]]] = {
    Article: (
        "title",
        "slug",
        "lead",
        "image",
        "image_ppoi",
        "alt",
        "decorative",
        "caption",
        "credit",
        "series_position",
        "announcement",
        "language",
    ),
    TextBlock: ("text_html",),
    PullQuote: ("quote", "name", "role", "organisation"),
    Tip: ("text",),
    ImageBlock: ("image", "image_ppoi", "alt", "decorative", "caption", "credit"),
    EmbedBlock: ("address", "title", "image", "image_ppoi", "transcript"),
}


@dataclass(frozen=True)
class Piece:
    kind: Literal["same", "new", "gone"]
    text: str


@dataclass(frozen=True)
class Difference:
    where: str  # “Citaat”, “Titel”
    change: Change
    field: str  # what of it; empty for a block that came, went or moved as a whole
    pieces: tuple[Piece, ...]


def differences(before: Snapshot, after: Snapshot) -> list[Difference]:
    return [
        *_of_article(before, after),
        *_of_names(before, after),
        *_of_blocks(before.blocks, after.blocks),
    ]


def between(before: str, after: str) -> tuple[Piece, ...]:
    """The words that stayed, went and came. Lines are compared first, words within lines that
    changed: so a long text stays readable, and quick.
    """
    pieces: list[Piece] = []
    for old, new in _runs(before.splitlines(True), after.splitlines(True)):
        if old == new:
            pieces.append(Piece("same", "".join(old)))
        else:
            pieces += _within("".join(old), "".join(new))
    return tuple(pieces)


def _within(before: str, after: str) -> Iterator[Piece]:
    """Word by word, unless so little is left that old and new are better read one by one."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    if SequenceMatcher(None, old, new, autojunk=False).ratio() < ALIKE:
        yield from _pieces(before, after)
        return
    gone = came = ""
    for run, other in _runs(old, new):
        stays = run == other and "".join(run).strip()
        if stays:
            yield from _pieces(gone, came)
            yield Piece("same", "".join(run))
            gone = came = ""
        else:
            # White space between two changes belongs to both: “een twee” → “drie vier” is one.
            gone, came = gone + "".join(run), came + "".join(other)
    yield from _pieces(gone, came)


def _runs(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _tag, start, end, new_start, new_end in matcher.get_opcodes():
        yield old[start:end], new[new_start:new_end]


def _pieces(gone: str, came: str) -> Iterator[Piece]:
    if gone == came:
        if gone:
            yield Piece("same", gone)
        return
    if gone:
        yield Piece("gone", gone)
    if came:
        yield Piece("new", came)


def _of_article(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    title = str(Article._meta.verbose_name)
    yield from _of_fields(Article, title, before.article, after.article)


def _of_names(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    """What an article refers to, by name: its authors, topics, series and original."""
    title = str(Article._meta.verbose_name)
    for label, names in after.names.items():
        old, new = "\n".join(before.names[label]), "\n".join(names)
        if old != new:
            yield Difference(title, "changed", label, between(old, new))


def _of_blocks(before: tuple[Block, ...], after: tuple[Block, ...]) -> Iterator[Difference]:
    old = {block.key: block for block in before}
    moved = _moved([one.key for one in before], [one.key for one in after])
    for block in after:
        if block.key not in old:
            yield Difference(block.label, "added", "", (Piece("new", text_of(block)),))
            continue
        if block.key in moved:
            yield Difference(block.label, "moved", "", (Piece("same", text_of(block)),))
        yield from _of_fields(block.kind, block.label, old[block.key].values, block.values)
    kept = {block.key for block in after}
    for block in before:
        if block.key not in kept:
            yield Difference(block.label, "removed", "", (Piece("gone", text_of(block)),))


def _moved(before: list[Any], after: list[Any]) -> set[Any]:
    """The fewest blocks that have to move to get from one order to the other."""
    old = [key for key in before if key in set(after)]
    new = [key for key in after if key in set(before)]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    stayed = {key for start, _, size in matcher.get_matching_blocks() for key in old[start:][:size]}
    return set(new) - stayed


def _of_fields(
    kind: type[Any], where: str, before: dict[str, Any], after: dict[str, Any]
) -> Iterator[Difference]:
    for name in FIELDS[kind]:
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        label = str(kind._meta.get_field(name).verbose_name)
        as_text = _reader_of(name)
        pieces = between(as_text(old), as_text(new))
        yield Difference(where, "changed", label, pieces)


def _reader_of(name: str) -> Callable[[Any], str]:
    return _lines if name.endswith("_html") else _plain


def _lines(html: Any) -> str:
    return "\n".join(lines_of(str(html or ""), marked=True))


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "✓" if value else "–"
    return "" if value is None else str(value)


def text_of(block: Block) -> str:
    """All that a block says, for one that came or went as a whole."""
    texts = (_reader_of(name)(block.values.get(name)) for name in FIELDS[block.kind])
    return "\n".join(text for text in texts if text)
