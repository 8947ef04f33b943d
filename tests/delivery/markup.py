"""What a page would run or style from within itself."""

from html.parser import HTMLParser

#: Scripts that a browser takes for data.
DATA = {"application/json", "application/ld+json"}

#: What a link element only names: a browser gets nothing from there by itself.
NOT_FETCHED = {"canonical", "alternate", "schema.DCTERMS"}


class _Inline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.elsewhere: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "script":
            self.scripts.append(attributes)
        if tag == "script" and "src" not in attributes and attributes.get("type") not in DATA:
            self.found.append("<script>")
        if tag == "style":
            self.found.append("<style>")
        self.found += [f"{tag} {name}" for name in attributes if name.startswith("on")]
        self.found += [f"{tag} {name}" for name in attributes if name == "style"]
        self.found += [f"{tag} {name}" for name in ("src", "href") if _runs(attributes.get(name))]
        fetched = tag == "link" and attributes.get("rel") not in NOT_FETCHED
        source = attributes.get("src") or (attributes.get("href") if fetched else "") or ""
        if "//" in source:
            self.elsewhere.append(source)


def _runs(address: str | None) -> bool:
    return (address or "").strip().lower().startswith(("javascript:", "data:"))


def inline_in(html: str) -> list[str]:
    """Scripts, styles, handlers and style attributes that stand in the page itself."""
    return _read(html).found


def scripts_in(html: str) -> list[dict[str, str | None]]:
    """The attributes of each script."""
    return _read(html).scripts


def fetched_from_elsewhere(html: str) -> list[str]:
    return _read(html).elsewhere


def _read(html: str) -> _Inline:
    reader = _Inline()
    reader.feed(html)
    return reader
