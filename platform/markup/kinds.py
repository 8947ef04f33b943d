"""The two kinds of text people write here, and what each may become.

Everything that shapes or cleans text reads these declarations: bleach, nh3, the readers' Markdown
and the editors' buttons.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

type Attributes = Mapping[str, re.Pattern[str]]

HEADING_LEVELS = (2, 3, 4)  # h1 is the title of the page


@dataclass(frozen=True, eq=False)
class Kind:
    """The elements of a kind of text, and per element its attributes with the values they accept.

    `rel` is given to every link, whatever the writer asked for.
    """

    elements: Mapping[str, Attributes]
    schemes: frozenset[str]
    own_addresses: bool = False
    rel: str | None = None

    @property
    def tags(self) -> frozenset[str]:
        return frozenset(self.elements)

    def accepted(self, tag: str, attribute: str, value: str) -> str | None:
        """The value as it may stay, or None when the attribute has to go."""
        if attribute == "rel":
            return self.rel
        accepts = self.elements.get(tag, {}).get(attribute)
        if accepts is None:
            return None
        # Browsers ignore the spaces around an address and encode those within.
        tidy = value.strip().replace(" ", "%20")
        return tidy if accepts.fullmatch(tidy) else None


def _addresses(schemes: frozenset[str], own: str = "(?!)") -> re.Pattern[str]:
    """Addresses with one of these schemes, or of this site when `own` describes those.

    No white space or control characters anywhere: browsers drop tabs and newlines from an address,
    so that `/⇥/host` and `java⏎script:` are not what they seem. Backslashes are slashes to them.
    """
    scheme = "|".join(f"{scheme}://" if scheme in WEB else f"{scheme}:" for scheme in schemes)
    return re.compile(rf"(?:(?:{scheme})(?!/)|{own})[^\s\x00-\x20\x7f-\x9f\"<>\\`]*", re.IGNORECASE)


def _language_tag() -> re.Pattern[str]:
    """A well-formed language tag: `langtag` of RFC 5646 (BCP 47), section 2.1."""
    language = r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"
    script = r"(?:-[a-z]{4})?"
    region = r"(?:-(?:[a-z]{2}|[0-9]{3}))?"
    variants = r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    extensions = r"(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*"
    private = r"(?:-x(?:-[a-z0-9]{1,8})+)?"
    parts = language + script + region + variants + extensions + private
    return re.compile(parts, re.ASCII | re.IGNORECASE)


WEB = frozenset({"http", "https"})
READERS_SCHEMES = WEB | {"mailto"}
EDITORS_SCHEMES = WEB | {"mailto", "tel"}
PATH_OR_FRAGMENT = r"/(?![/\\])|#"  # //host is another site

NOTHING: Attributes = {}
START = {"start": re.compile(r"[0-9]{1,9}")}
LANG = {"lang": _language_tag()}
SPAN = {name: re.compile(r"[1-9][0-9]{0,2}") for name in ("colspan", "rowspan")}
SCOPE = {"scope": re.compile(r"(?:row|col)(?:group)?")}

REACTION = Kind(
    elements={
        "p": NOTHING,
        "br": NOTHING,
        "a": {"href": _addresses(READERS_SCHEMES)},
        "em": NOTHING,
        "strong": NOTHING,
        "blockquote": NOTHING,
        "ul": NOTHING,
        "ol": START,
        "li": NOTHING,
        "code": NOTHING,
        "pre": NOTHING,
    },
    schemes=READERS_SCHEMES,
    rel="ugc nofollow noopener",
)

ARTICLE = Kind(
    elements={
        **{f"h{level}": LANG for level in HEADING_LEVELS},
        "p": LANG,
        "br": NOTHING,
        "a": {"href": _addresses(EDITORS_SCHEMES, PATH_OR_FRAGMENT), **LANG},
        "em": LANG,
        "strong": LANG,
        "span": LANG,
        "blockquote": LANG,
        "ul": LANG,
        "ol": {**START, **LANG},
        "li": LANG,
        "table": LANG,
        "thead": NOTHING,
        "tbody": NOTHING,
        "tr": LANG,
        "th": {**SPAN, **SCOPE, **LANG},
        "td": {**SPAN, **LANG},
    },
    schemes=EDITORS_SCHEMES,
    own_addresses=True,
)
