"""Headings in an article can be pointed at."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain, count

from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from markup.kinds import HEADING_LEVELS

OPENING = re.compile(rf"<(h[{HEADING_LEVELS[0]}-{HEADING_LEVELS[-1]}])(?=[ >])")

#: Every id begins with it, so that a heading “Tip 2” or “Reacties” cannot take the page's own ids.
PREFIX = "kop"


def with_anchors(html: str, taken: set[str]) -> SafeString:
    """Cleaned ARTICLE html whose headings have an id, made from their text.

    The ids differ from those in `taken`, and are added to it. The html is trusted to be clean.
    """

    def opening(heading: re.Match[str]) -> str:
        closing = f"</{heading[1]}>"
        text, _, _ = html[heading.end() :].partition(">")[2].partition(closing)
        return f'{heading[0]} id="{_claimed(text, taken)}"'

    return mark_safe(OPENING.sub(opening, html))  # noqa: S308


def _claimed(heading_html: str, taken: set[str]) -> str:
    slug = slugify(unescape(strip_tags(heading_html)))
    name = f"{PREFIX}-{slug}" if slug else PREFIX
    anchor = next(name for name in _names(name) if name not in taken)
    taken.add(anchor)
    return anchor


def _names(name: str) -> Iterator[str]:
    return chain([name], (f"{name}-{number}" for number in count(2)))
