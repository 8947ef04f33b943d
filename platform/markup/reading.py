"""Cleaned html as the lines that a person reads: for counting, comparing and finding words."""

from html.parser import HTMLParser
from typing import Final

#: What stands before a line of this kind.
MARKS: Final = {"h2": "## ", "h3": "### ", "h4": "#### ", "li": "– ", "blockquote": "> "}
CELLS: Final = frozenset({"td", "th"})
INLINE: Final = frozenset({"a", "em", "strong", "span", "code"})


class _Lines(HTMLParser):
    def __init__(self, *, marked: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.marked = marked
        self.lines: list[str] = []
        self.line = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in INLINE:
            return
        if tag in CELLS:
            self.line += " | " if self.line.strip() and self.marked else " "
            return
        self.end_line()
        if self.marked:
            self.line = MARKS.get(tag, self.line)

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE | CELLS:
            self.end_line()

    def handle_data(self, data: str) -> None:
        self.line += data

    def end_line(self) -> None:
        line = " ".join(self.line.split())
        # A mark waits for its words: <li><p>…</p></li> is one line.
        if line and line not in {mark.strip() for mark in MARKS.values()}:
            self.lines.append(line)
            self.line = ""


def lines_of(html: str, *, marked: bool = False) -> list[str]:
    """The text of cleaned html, a line for each paragraph, heading, list item and table row.

    `marked` puts signs before what is not a paragraph, so that a heading and a line that says the
    same differ.
    """
    reader = _Lines(marked=marked)
    reader.feed(html)
    reader.close()
    reader.end_line()
    return reader.lines
