"""From the blocks an editor stacked to what a page shows.

Tips that follow each other are one list, numbered through the article; headings get an anchor that
is unique in the article.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, groupby
from typing import Any, Final, Literal

from django.db.models import CharField, F, Model, QuerySet, Value
from django.db.models.functions import JSONObject
from django.utils.safestring import SafeString

from articles.models import (
    BLOCKS,
    Article,
    Block,
    EmbedBlock,
    ImageBlock,
    PullQuote,
    TextBlock,
    Tip,
)
from delivery.compiled import Compiled
from markup.headings import with_anchors
from markup.tables import with_scrolling_tables
from markup.words import text_of

KINDS: Final = {kind._meta.label_lower: kind for kind in BLOCKS}


@dataclass(frozen=True)
class NumberedTip:
    number: int
    text: str
    byline: str = ""
    source: str = ""  # the address of the reaction that it was made of


@dataclass(frozen=True)
class Text:
    html: SafeString
    kind: Literal["text"] = "text"


@dataclass(frozen=True)
class Quote:
    block: PullQuote
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True)
class Tips:
    tips: tuple[NumberedTip, ...]
    kind: Literal["tips"] = "tips"


@dataclass(frozen=True)
class Figure:
    picture: ImageBlock
    kind: Literal["figure"] = "figure"


@dataclass(frozen=True)
class Embed:
    block: EmbedBlock
    kind: Literal["embed"] = "embed"


type Part = Text | Quote | Tips | Figure | Embed


def body_of(article: Article) -> list[Part]:
    return list(compose(blocks_of(article)))


def blocks_of(article: Article) -> list[Any]:
    """The blocks of all kinds, in their order, in one query: each comes as the JSON of its row."""
    rows = sorted(STACK.rows(article.pk), key=lambda row: (row[0], row[1]))
    return [KINDS[kind](**json.loads(row)) for _ordering, kind, row in rows]


def _stack(article: int) -> QuerySet[Any, Any]:
    first, *others = (_rows(kind, article) for kind in BLOCKS)
    return first.union(*others, all=True)


def _rows(kind: type[Model], article: int) -> QuerySet[Any, tuple[int, str, dict[str, Any]]]:
    columns = {field.attname: F(field.attname) for field in kind._meta.concrete_fields}
    mine = kind._base_manager.filter(parent=article).order_by()
    label = Value(kind._meta.label_lower, CharField())
    return mine.values_list("ordering", label, JSONObject(**columns))


STACK: Final = Compiled(_stack)


def origins_framed(body: Iterable[Part]) -> set[str]:
    """Which other sites a reader can let into this article: only these may its page frame."""
    frames = (part.block.frame for part in body if isinstance(part, Embed))
    return {frame.origin for frame in frames if frame}


def words_in(blocks: Iterable[Block]) -> int:
    return sum(len(_words_of(block).split()) for block in blocks)


def _words_of(block: Block) -> str:
    """What a reader reads of it; a picture and what stands elsewhere have no words."""
    match block:
        case TextBlock():
            return text_of(block.text_html)
        case PullQuote():
            return str(block.quote)
        case Tip():
            return str(block.text)
    return ""


def compose(blocks: Iterable[Block]) -> Iterator[Part]:
    numbers = count(1)
    taken: set[str] = set()
    for kind, run in groupby(blocks, type):
        if kind is Tip:
            yield Tips(tuple(_tip(next(numbers), tip) for tip in run))
        else:
            yield from (_part(block, taken) for block in run)


def _tip(number: int, tip: Tip) -> NumberedTip:
    return NumberedTip(number, tip.text, tip.byline, tip.source)


def _part(block: Block, taken: set[str]) -> Part:
    match block:
        case TextBlock():
            return Text(with_scrolling_tables(with_anchors(block.text_html, taken)))
        case PullQuote():
            return Quote(block)
        case ImageBlock():
            return Figure(block)
        case EmbedBlock():
            return Embed(block)
    raise TypeError(type(block))
