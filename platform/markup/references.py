"""Words that name something on the page, made into links: “#12”, “reactie 12”, “tip 2”."""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple


class Reference(NamedTuple):
    kind: str  # "reaction" or "tip"
    number: int


#: A number of a reaction needs its word or its sign, and is no part of something else.
NAMED: Final = re.compile(
    r"(?<![\w#/&.-])(?<!&amp;)(?:#|(?P<reaction>reactie)\s+(?:nr\.?\s+|nummer\s+)?#?|(?P<tip>tip)\s+#?)"
    r"(?P<number>[1-9][0-9]{0,5})(?![\w#]|[.,-][0-9])",
    re.IGNORECASE,
)
#: In an attribute a “>” may stand as it is.
TAG: Final = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
#: Nothing within these becomes a link.
CLOSED: Final = frozenset({"a", "code", "pre"})

type AddressOf = Callable[[Reference], str | None]


def references_in(text: str) -> list[Reference]:
    """What a plain text names, in its order, each once."""
    return list(dict.fromkeys(map(_reference, NAMED.finditer(text))))


def referring(html: str, address_of: AddressOf) -> str:
    """Cleaned html in which each reference that has an address is a link to it."""
    return "".join(_linked(html, address_of)) if NAMED.search(html) else html


def _linked(html: str, address_of: AddressOf) -> Iterator[str]:
    inside: list[str] = []
    for piece in TAG.split(html):
        if not piece.startswith("<"):
            yield piece if inside else NAMED.sub(lambda found: _link(found, address_of), piece)
            continue
        name = piece.strip("</>").split(maxsplit=1)[0].lower() if piece.strip("</> ") else ""
        if name in CLOSED:
            inside = inside[:-1] if piece.startswith("</") else [*inside, name]
        yield piece


def _link(found: re.Match[str], address_of: AddressOf) -> str:
    address = address_of(_reference(found))
    return f'<a href="{address}">{found.group()}</a>' if address else found.group()


def _reference(found: re.Match[str]) -> Reference:
    return Reference("tip" if found["tip"] else "reaction", int(found["number"]))
