"""Goes through the whole site as a search engine does: every link, from the front page on."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

HOME: Final = "http://testserver/"
#: Attributes that name an address.
ADDRESSES: Final = {"href", "src", "action", "poster"}


@dataclass
class Page:
    url: str
    status: int
    kind: str  # content type
    text: str
    title: str = ""
    description: str = ""
    robots: str = ""
    canonical: str = ""
    headings: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.in_title = self.in_svg = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        page = self.page
        self.in_svg |= tag == "svg"
        self.in_title = tag == "title" and not self.in_svg
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            page.headings.append(tag)
        if "id" in values:
            page.ids.append(values["id"])
        if tag == "meta" and values.get("name") in {"description", "robots"}:
            setattr(page, values["name"], values.get("content", ""))
        if tag == "link" and values.get("rel") == "canonical":
            page.canonical = values.get("href", "")
        page.links += [values[name] for name in ADDRESSES if name in values]
        for choice in values.get("srcset", "").split(","):
            page.links += choice.split()[:1]

    def handle_endtag(self, tag: str) -> None:
        self.in_title = False
        if tag == "svg":
            self.in_svg = False

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.page.title += data


def crawl(client: Client, *starts: str) -> dict[str, Page]:
    """Every page that can be reached, by its address without a fragment."""
    found: dict[str, Page] = {}
    waiting = deque(urljoin(HOME, start) for start in ("/", *starts))
    while waiting:
        url = waiting.popleft()
        if url in found or not is_page(url):
            continue
        found[url] = page = read(client, url)
        waiting += [urldefrag(target).url for target in targets(page)]
    return found


def read(client: Client, url: str) -> Page:
    parts = urlsplit(url)
    response = client.get(f"{parts.path}?{parts.query}" if parts.query else parts.path)
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    is_text = kind.startswith("text/") or kind.endswith(("xml", "json"))
    body = b"".join(response) if response.streaming else response.content
    page = Page(url, response.status_code, kind, body.decode() if is_text else "")
    if kind == "text/html" and page.status == 200:
        _Reader(page).feed(page.text)
    if page.status in {301, 302}:
        page.links.append(response.headers["Location"])
    return page


def targets(page: Page) -> Iterator[str]:
    """What the page links to on this site, with fragments."""
    for link in page.links:
        target = urljoin(page.url, link.strip())
        if target.startswith(HOME):
            yield target


def is_page(url: str) -> bool:
    path = urlsplit(url).path
    return not path.startswith((settings.STATIC_URL, settings.MEDIA_URL, "/beheer/"))


def broken_links(pages: dict[str, Page]) -> list[str]:
    return sorted(
        {
            f"{page.url} → {target}"
            for page in pages.values()
            for target in targets(page)
            if not is_there(target, pages)
        }
    )


def is_there(target: str, pages: dict[str, Page]) -> bool:
    url, fragment = urldefrag(target)
    path = urlsplit(url).path
    if path.startswith(settings.STATIC_URL):
        return finders.find(path.removeprefix(settings.STATIC_URL)) is not None
    if path.startswith(settings.MEDIA_URL):
        return (Path(settings.MEDIA_ROOT) / path.removeprefix(settings.MEDIA_URL)).is_file()
    if path.startswith("/beheer/"):
        return True
    page = arrived(url, pages)
    return page is not None and (not fragment or unquote(fragment) in page.ids)


def arrived(url: str, pages: dict[str, Page]) -> Page | None:
    """The page where one ends up: redirects are followed, at most five."""
    for _ in range(5):
        page = pages.get(url)
        if page is None or page.status not in {301, 302}:
            break
        url = urldefrag(urljoin(url, page.links[0])).url
    return page if page and page.status == 200 else None
