"""What is written in cleaned html: its passages, their links, and its tables. For who judges text,
not for who shows it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final, Literal

from markup.kinds import HEADING_LEVELS

type Role = Literal["heading", "paragraph", "item", "cell"]

HEADINGS: Final = {f"h{level}": level for level in HEADING_LEVELS}
#: Elements that begin a passage of their own.
BEGINNINGS: Final = {*HEADINGS, "p", "li", "td", "th", "blockquote", "ul", "ol", "table"}
SPACES: Final = re.compile(r"[^\S\n]+")


@dataclass
class Link:
    href: str
    text: str = ""


@dataclass
class Passage:
    role: Role
    level: int = 0  # of a heading
    text: str = ""  # one line, except where the writer broke it
    strong: str = ""  # what of the text is in bold
    links: list[Link] = field(default_factory=list)

    @property
    def all_bold(self) -> bool:
        return bool(self.text.strip()) and _bare(self.strong) == _bare(self.text)


@dataclass
class Table:
    headed: bool = False
    text: str = ""


@dataclass
class Outline:
    passages: list[Passage] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def outline(html: str) -> Outline:
    """Cleaned ARTICLE html, read from top to bottom, with empty headings and without empty text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    kept = (_tidy(one) for one in reader.found.passages)
    return Outline([one for one in kept if one.text or one.level], reader.found.tables)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Outline()
        self.open: list[str] = []
        self.here: Passage | None = None
        self.link: Link | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._write("\n")
            return
        self.open.append(tag)
        if tag in BEGINNINGS:
            self.here = None
        if tag in HEADINGS:
            self._passage()
        elif tag == "table":
            self.found.tables.append(Table())
        elif tag == "th" and self.found.tables:
            self.found.tables[-1].headed = True
        elif tag == "a":
            self.link = Link(dict(attributes).get("href") or "")
            self._passage().links.append(self.link)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag == "a":
            self.link = None
        if tag in BEGINNINGS:
            self.here = None

    def handle_data(self, data: str) -> None:
        self._write(data.replace("\n", " "))

    def _write(self, text: str) -> None:
        if self.here is None and not text.strip():
            return
        passage = self._passage()
        passage.text += text
        if "strong" in self.open:
            passage.strong += text
        if self.link:
            self.link.text += text
        if passage.role == "cell" and self.found.tables:
            self.found.tables[-1].text += f"{text} "

    def _passage(self) -> Passage:
        if self.here is None:
            self.here = Passage(*_role(self.open))
            self.found.passages.append(self.here)
        return self.here


def _role(open_tags: Iterable[str]) -> tuple[Role, int]:
    """The role of text within these elements, by the innermost that says something."""
    for tag in reversed(list(open_tags)):
        if tag in HEADINGS:
            return "heading", HEADINGS[tag]
        if tag in {"td", "th"}:
            return "cell", 0
        if tag == "li":
            return "item", 0
    return "paragraph", 0


def _tidy(passage: Passage) -> Passage:
    lines = SPACES.sub(" ", passage.text).split("\n")
    passage.text = "\n".join(line.strip() for line in lines).strip()
    for link in passage.links:
        link.text = " ".join(link.text.split())
    return passage


def _bare(text: str) -> str:
    return "".join(text.split())
