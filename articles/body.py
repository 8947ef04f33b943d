"""From the blocks an editor stacked to what a page shows.

Tips that follow each other are one list, numbered through the article; headings get an anchor that
is unique in the article.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, groupby
from typing import Literal

from content_editor.contents import contents_for_item
from django.utils.safestring import SafeString

from articles.models import BLOCKS, Article, Block, ImageBlock, PullQuote, TextBlock, Tip
from markup.headings import with_anchors
from markup.tables import with_scrolling_tables


@dataclass(frozen=True)
class NumberedTip:
    number: int
    text: str


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


type Part = Text | Quote | Tips | Figure


def body_of(article: Article) -> list[Part]:
    """One query for each kind of block."""
    return list(compose(contents_for_item(article, BLOCKS)["main"]))


def compose(blocks: Iterable[Block]) -> Iterator[Part]:
    numbers = count(1)
    taken: set[str] = set()
    for kind, run in groupby(blocks, type):
        if kind is Tip:
            yield Tips(tuple(NumberedTip(next(numbers), tip.text) for tip in run))
        else:
            yield from (_part(block, taken) for block in run)


def _part(block: Block, taken: set[str]) -> Part:
    match block:
        case TextBlock():
            return Text(with_scrolling_tables(with_anchors(block.text_html, taken)))
        case PullQuote():
            return Quote(block)
        case ImageBlock():
            return Figure(block)
    raise TypeError(type(block))
