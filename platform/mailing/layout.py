"""How the text of a mail lies on the page: lines that fit, one empty line between paragraphs."""

import re
import textwrap
from typing import Final

WIDTH: Final = 72  # RFC 5322 says 78; a quote or two must still fit
EMPTY_LINES: Final = re.compile(r"\n{3,}")
#: All that ends a line somewhere: a header is one line (RFC 5322).
BREAKS: Final = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")


def one_line(text: str) -> str:
    return " ".join(BREAKS.sub(" ", text).split())


def wrapped(text: str) -> str:
    """Long lines broken between words. An address of a page stays whole, however long it is."""
    lines = [_folded(line.rstrip()) for line in text.strip().splitlines()]
    return EMPTY_LINES.sub("\n\n", "\n".join(lines)) + "\n"


def _folded(line: str) -> str:
    return textwrap.fill(
        line,
        WIDTH,
        break_long_words=False,
        break_on_hyphens=False,
        subsequent_indent="> " if line.startswith("> ") else "",
    )
