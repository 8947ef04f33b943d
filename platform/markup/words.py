"""The words of a text, without its markup."""

import re
from html import unescape

from django.utils.html import strip_tags

# Where an element like these ends, so does a word: “<li>een</li><li>twee</li>” is two words.
ENDS_A_WORD = re.compile(r"(?=</(?:p|li|h[1-6]|blockquote|pre|td|th)>|<br\b)", re.IGNORECASE)


def text_of(html: str) -> str:
    """On one line, with its characters as they are: escape it again before it is shown."""
    return " ".join(unescape(strip_tags(ENDS_A_WORD.sub(" ", html))).split())
