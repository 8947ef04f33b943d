"""Reads html back with another parser than the cleaners have, and names what may not be there.

What may be there is written out once more, on purpose: a slip in `markup.kinds` must not pass.
"""

import re
from html.parser import HTMLParser

REACTION_TAGS = ["p", "br", "em", "strong", "blockquote", "ul", "li", "code", "pre"]
ARTICLE_TAGS = ["h2", "h3", "h4", "p", "em", "strong", "span", "blockquote", "ul", "li", "table"]

ALLOWED_IN_REACTIONS: dict[str, set[str]] = {
    **{tag: set() for tag in REACTION_TAGS},
    "a": {"href", "rel"},
    "ol": {"start"},
}
ALLOWED_IN_ARTICLES: dict[str, set[str]] = {
    **{tag: {"lang"} for tag in ARTICLE_TAGS},
    **{tag: set() for tag in ("br", "thead", "tbody")},
    "a": {"href", "lang"},
    "ol": {"start", "lang"},
    "tr": {"lang"},
    "th": {"colspan", "rowspan", "scope", "lang"},
    "td": {"colspan", "rowspan", "lang"},
}

# After removal of what browsers overlook in an address.
READERS_ADDRESS = re.compile(r"(?:https?://[^/\\]|mailto:)", re.IGNORECASE)
EDITORS_ADDRESS = re.compile(r"(?:https?://[^/\\]|mailto:|tel:|/(?![/\\])|#)", re.IGNORECASE)
HARMLESS = {
    "rel": re.compile("ugc nofollow noopener"),
    "start": re.compile(r"\d{1,9}"),
    "colspan": re.compile(r"\d{1,3}"),
    "rowspan": re.compile(r"\d{1,3}"),
    "scope": re.compile("row|col|rowgroup|colgroup"),
    "lang": re.compile("[A-Za-z0-9-]{2,}"),
}


class _Inspection(HTMLParser):
    def __init__(self, allowed: dict[str, set[str]], address: re.Pattern[str]) -> None:
        super().__init__()
        self.allowed = allowed
        self.address = address
        self.faults: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.allowed:
            self.faults.append(f"<{tag}>")
        names = [name for name, _ in attrs]
        if len(names) > len(set(names)):
            self.faults.append(f"twice the same attribute in <{tag}>")
        self.faults += [
            f"{name}={value!r} in <{tag}>"
            for name, value in attrs
            if not self.is_harmless(tag, name, value or "")
        ]

    def is_harmless(self, tag: str, name: str, value: str) -> bool:
        if name not in self.allowed.get(tag, ()):
            return False
        if name == "href":
            return bool(self.address.match(re.sub(r"[\x00-\x20\x7f-\xa0\u2028\u2029]", "", value)))
        return bool(HARMLESS[name].fullmatch(value))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"<![{data}]>")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"<?{data}>")


def _inspect(
    html: str, allowed: dict[str, set[str]], address: re.Pattern[str]
) -> tuple[list[str], str]:
    inspection = _Inspection(allowed, address)
    inspection.feed(html)
    inspection.close()
    return inspection.faults, "".join(inspection.text)


def faults_in_reaction(html: str) -> list[str]:
    faults, _ = _inspect(html, ALLOWED_IN_REACTIONS, READERS_ADDRESS)
    unmarked = [link for link in re.findall(r"<a[^>]*>", html) if "nofollow" not in link]
    return faults + unmarked


def faults_in_article(html: str) -> list[str]:
    faults, _ = _inspect(html, ALLOWED_IN_ARTICLES, EDITORS_ADDRESS)
    return faults


def text_of(html: str) -> str:
    _, text = _inspect(html, ALLOWED_IN_ARTICLES, EDITORS_ADDRESS)
    return text
