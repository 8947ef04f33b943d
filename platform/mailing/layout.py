"""How a mail lies on the page. Text: lines that fit, one empty line between paragraphs. Html: one
style sheet, in the mail itself.
"""

import re
import textwrap
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString

STYLE_SHEET: Final = Path(__file__).parent / "mail.css"

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


# --- Html -----------------------------------------------------------------------------------------


@cache
def style() -> str:
    """The style sheet of every mail, without what only its writers read."""
    without_comments = re.sub(r"/\*.*?\*/", "", STYLE_SHEET.read_text(), flags=re.DOTALL)
    return "\n".join(line.strip() for line in without_comments.splitlines() if line.strip())


def style_html() -> SafeString:
    """The one `<style>` there is anywhere: who reads mail fetches nothing, as pages do."""
    return format_html("<style>{}</style>", style())


def style_source() -> str:
    """This style sheet and no other, in the words of a content security policy."""
    digest = sha256(style().encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"
