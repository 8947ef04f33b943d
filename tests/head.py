"""What the head of a page says, as a machine reads it."""

from html.parser import HTMLParser


class Head(HTMLParser):
    """`meta` by name or property, `links` by rel; each a list, because some are said more often."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.meta: dict[str, list[str]] = {}
        self.links: dict[str, list[dict[str, str]]] = {}
        self.data: list[str] = []
        self._in_data = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        name = attributes.get("name") or attributes.get("property")
        if tag == "meta" and name:
            self.meta.setdefault(name, []).append(attributes["content"])
        if tag == "link":
            self.links.setdefault(attributes["rel"], []).append(attributes)
        self._in_data = attributes.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False

    def addresses(self, rel: str) -> list[str]:
        return [link["href"] for link in self.links.get(rel, [])]
