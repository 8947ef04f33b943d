"""bleach shapes the text, nh3 has the last word; both follow the declaration in `kinds`."""

import re
from collections.abc import Callable, MutableMapping
from functools import cache, partial
from html import unescape
from typing import Any

import nh3
from bleach.linkifier import LinkifyFilter
from bleach.sanitizer import Cleaner

from markup.kinds import Kind

# What XML and HTML call control characters. bleach writes "?" for some and lets the others through.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# bleach turns a character reference into a number, however long it is; Python refuses 4300 digits.
ENDLESS_REFERENCE = re.compile(r"&(?=#[xX]?[0-9a-fA-F]{9})")
SETTLES_WITHIN = 10

# In a Dutch text "klaar.Is dat zo" is no address; "https://…" and "www.…" are. An address may hold
# (parentheses), and ends before the punctuation of the sentence around it.
_WITHIN = r"[^\s<>\"“”„«»\\^`{|}()]"
_LAST = r"[^\s<>\"“”„«»\\^`{|}().,;:!?'’‘…*_\[\]-]"
BARE_ADDRESS = re.compile(
    rf"(?<![\w@./:-])(?:https?://|www\.)(?=\w)"
    rf"(?:{_WITHIN}|\({_WITHIN}*\))*(?:{_LAST}|\({_WITHIN}*\))",
    re.IGNORECASE,
)


def clean(html: str, kind: Kind) -> str:
    """What may stay of this html. Of other elements the text stays. Cleaning twice changes nothing.

    Takes time by the square of how deep elements are nested; readers' text is bounded before.
    """
    return _last_word(_shaped(html, kind), kind)


def clean_and_link(html: str, kind: Kind) -> str:
    """The same, and web addresses in the text become links, except in code."""
    addresses = partial(
        _AddressFilter,
        url_re=BARE_ADDRESS,
        callbacks=[_complete_address],
        skip_tags={"pre", "code"},
    )
    return _last_word(_shaped(html, kind, addresses), kind)


def well_formed(text: str) -> str:
    """The text without halves of characters, which no encoding can hold, and without controls."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return CONTROLS.sub("", whole)


def _shaped(html: str, kind: Kind, *filters: Callable[..., Any]) -> str:
    def accepts(tag: str, attribute: str, value: str) -> bool:
        return kind.accepted(tag, attribute, unescape(value)) is not None

    # Not kept between calls: bleach's parser is not thread-safe.
    cleaner = Cleaner(kind.tags, accepts, kind.schemes, strip=True, filters=filters)
    return cleaner.clean(ENDLESS_REFERENCE.sub("&amp;", well_formed(html)))


def _last_word(html: str, kind: Kind) -> str:
    """Now and then html reads back as another tree (a heading in a link in a heading), so nh3 reads
    its own words until they no longer change. Three readings are enough, unless someone nests
    hundreds of elements in an open link: of that the text stays.
    """
    for _reading in range(SETTLES_WITHIN):
        unsettled, html = html, _without_controls(_nh3_cleaner(kind).clean(html))
        if html == unsettled:
            return html
    return nh3.clean(html, tags=set())


def _without_controls(html: str) -> str:
    """Character references can bring them back. Parsers skip the newlines right after <pre>."""
    return re.sub(r"<pre>\n+", "<pre>", CONTROLS.sub("", html).replace("\r", ""))


@cache
def _nh3_cleaner(kind: Kind) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=kind.tags,
        attributes={tag: frozenset(attributes) for tag, attributes in kind.elements.items()},
        attribute_filter=kind.accepted,
        url_schemes=kind.schemes,
        url_relative="pass_through" if kind.own_addresses else "deny",
        link_rel=kind.rel,
    )


class _AddressFilter(LinkifyFilter):
    def extract_entities(self, token: dict[str, Any]) -> Any:
        """The cleaner has read the character references; a second time `&amp;lt;` becomes `<`."""
        yield token


def _complete_address(
    attributes: MutableMapping[Any, str],
    new: bool = False,
    /,
) -> MutableMapping[Any, str]:
    if new:
        text = attributes["_text"]
        address = text if "://" in text else f"https://{text}"
        # bleach writes what looks like a character reference (&copy;) as it stands.
        attributes[None, "href"] = address.replace("&", "&amp;")
    return attributes
