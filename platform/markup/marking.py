"""Words marked in a text that was cleaned before."""

import re
from collections.abc import Collection
from html import escape
from typing import Final

from django.utils.safestring import SafeString, mark_safe

#: A tag as our cleaning writes it; what stands between quotes can have a “>” in it.
TAG: Final = r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
#: A character that is written as a name or a number is one character: no word is found in it.
CHARACTER: Final = r"&\#?\w+;"


def marked_html(clean_html: str, words: Collection[str]) -> SafeString:
    """Each place where one of the words stands, whatever its capitals, between <mark> and </mark>.

    A word that begins outside an element and ends in it is left as it is.
    """
    found = sorted({escape(word, quote=False) for word in words if word.strip()}, key=len)[::-1]
    if not found:
        return mark_safe(clean_html)  # noqa: S308 - cleaned by markup when it was stored
    either = "|".join(map(re.escape, found))
    pattern = re.compile(f"({TAG})|({either})|({CHARACTER})", re.IGNORECASE)
    marked_html = pattern.sub(_mark, clean_html)
    return mark_safe(marked_html)  # noqa: S308 - no text came in, only the names of one element


def _mark(match: re.Match[str]) -> str:
    return f"<mark>{match[2]}</mark>" if match[2] else match[0]
