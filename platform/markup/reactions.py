"""What a reader typed, as html: plain text with light Markdown, in which nothing gets lost."""

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, fence, list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, link
from markdown_it.token import Token

from markup.cleaning import clean_and_link, well_formed
from markup.kinds import REACTION

DEEPEST = 8  # open quotes, lists and list items; what is typed deeper stays text

# A year that ends a sentence ("2018. "), a line ("- - -") or a plus ("+ goed") starts no list.
LIST_ITEM = re.compile(r"(?:[-*]|[0-9]{1,2}[.)])[ \t]+(?=.*[^-*+\s])")
# Behind the fence only the name of a language: what stands there is not shown. And the code ends.
FENCE = re.compile(r"`{3,}[ \t]*[\w+#-]*[ \t]*$")
CLOSING_FENCE = re.compile(r"\n[ \t>]*`{3,}[ \t]*(?:\n|$)")
# Words to click on, in which at most one level of brackets: deeper takes time and is no link.
LINK = re.compile(r"\[(?=[^\w\[\]]*[\w\[])(?:[^\[\]]|\[[^\[\]]*\])*\]\(")
MARKS_WITHIN_WORD = re.compile(r"(?<=\w)\*+(?=\w)|(?<=\\)[*_]")
MARKS_WITHIN_ADDRESS = re.compile(r"[*_]+(?=[^\s*_.,;:!?)])")


@lru_cache(maxsize=64)  # shown before it is sent, judged, and stored
def reaction_html(text: str) -> str:
    return clean_and_link(_MARKDOWN.render(well_formed(text)), REACTION).strip()


class _ReadersMarkdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802
        return REACTION.accepted("a", "href", url) is not None

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """An address is shown as it was typed, not decoded into what it may resemble."""
        return link


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _quote(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    return state.level < DEEPEST and blockquote(state, first, last, silent)


def _list(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    is_item = state.level < DEEPEST and LIST_ITEM.match(_line(state, first))
    return bool(is_item) and list_block(state, first, last, silent)


def _fenced_code(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    is_fence = FENCE.match(_line(state, first)) and CLOSING_FENCE.search(
        state.src, state.eMarks[first]
    )
    return bool(is_fence) and fence(state, first, last, silent)


def _link(state: StateInline, silent: bool) -> bool:
    return bool(LINK.match(state.src, state.pos)) and link(state, silent)


def _marks_as_typed(state: StateInline, silent: bool) -> bool:
    """Asterisks and underscores are text in 2*3*4, collega*s, ¯\\_(ツ)_/¯ and https://host/_a_/."""
    word = state.pending.rsplit(maxsplit=1)[-1:] if state.pending[-1:].strip() else []
    in_address = any("://" in part or "www." in part.lower() for part in word)
    pattern = MARKS_WITHIN_ADDRESS if in_address else MARKS_WITHIN_WORD
    marks = pattern.match(state.src, state.pos)
    if marks is None:
        return False
    if not silent:
        state.pending += marks.group()
    state.pos = marks.end()
    return True


def _numbers_as_typed(state: StateCore) -> None:
    """Html counts on from a list's first number; where the reader did not, a new list begins."""
    tokens: list[Token] = []
    expected: dict[int, int] = {}
    for token in state.tokens:
        if token.type == "ordered_list_open":
            expected.pop(token.level + 1, None)
        elif token.type == "list_item_open" and token.info:
            number = int(token.info)
            if expected.get(token.level, number) != number:
                tokens += _list_break(number)
            expected[token.level] = number + 1
        tokens.append(token)
    state.tokens = tokens


def _list_break(number: int) -> list[Token]:
    return [
        Token("ordered_list_close", "ol", -1, block=True),
        Token("ordered_list_open", "ol", 1, block=True, attrs={"start": number}),
    ]


def _markdown() -> MarkdownIt:
    markdown = _ReadersMarkdown("zero", {"html": False, "breaks": True, "maxNesting": 100})
    markdown.enable(["blockquote", "list", "fence"])
    markdown.enable(["newline", "backticks", "emphasis", "link", "autolink"])
    interrupts = ["paragraph", "blockquote", "list"]
    markdown.block.ruler.at("blockquote", _quote, {"alt": interrupts})
    markdown.block.ruler.at("list", _list, {"alt": ["paragraph", "blockquote"]})
    markdown.block.ruler.at("fence", _fenced_code, {"alt": interrupts})
    markdown.inline.ruler.at("link", _link)
    markdown.inline.ruler.before("emphasis", "marks_as_typed", _marks_as_typed)
    markdown.core.ruler.after("block", "numbers_as_typed", _numbers_as_typed)
    return markdown


_MARKDOWN = _markdown()
