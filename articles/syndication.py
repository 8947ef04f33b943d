"""Atom (RFC 4287) with threads (RFC 4685), and RSS 2.0: what Django's generators lack."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import (
    Atom1Feed,
    Rss201rev2Feed,
    SyndicationFeed,
    rfc3339_date,
)
from django.utils.http import http_date
from django.utils.xmlutils import SimplerXMLGenerator

from markup.data import legible

if TYPE_CHECKING:
    Base = SyndicationFeed
else:
    Base = object

type Entry = dict[str, Any]

THREADS: Final = "http://purl.org/syndication/thread/1.0"
MEDIA: Final = "http://search.yahoo.com/mrss/"
DUBLIN_CORE: Final = "http://purl.org/dc/elements/1.1/"

#: The number of entries in a feed.
LENGTH: Final = 30
#: When an empty feed last changed: it has to say something, and always the same.
NEVER: Final = datetime(2018, 1, 1, tzinfo=UTC)


class Legible(Base):
    """A feed with only what XML can hold, and with a date that stands still when it is empty."""

    def __init__(self, **facts: Any) -> None:
        super().__init__(**legible(facts))

    def add_item(self, title: str, link: str, description: str | None, **facts: Any) -> None:  # type: ignore[override]
        super().add_item(legible(title), link, legible(description), **legible(facts))

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else NEVER


class Atom(Legible, Atom1Feed):
    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:thr": THREADS, "xmlns:media": MEDIA}

    def item_attributes(self, item: Entry) -> dict[str, str]:
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Entry) -> None:
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            _person(handler, author)
        if html := item.get("content_html"):
            handler.addQuickElement("content", html, {"type": "html"})
        _picture(handler, item)
        self._thread(handler, item)

    def _thread(self, handler: SimplerXMLGenerator, item: Entry) -> None:
        if answered := item.get("in_reply_to"):
            handler.addQuickElement("thr:in-reply-to", None, answered)
        if replies := item.get("replies"):
            handler.addQuickElement("link", None, _replies(**replies))
            handler.addQuickElement("thr:total", str(replies["count"]))


def _person(handler: Any, author: dict[str, str]) -> None:
    handler.startElement("author", {})
    for name, value in author.items():
        handler.addQuickElement(name, value)
    handler.endElement("author")


def _replies(href: str, count: int, updated: datetime | None) -> dict[str, str]:
    link = {"rel": "replies", "type": "application/atom+xml", "href": href}
    link["thr:count"] = str(count)
    return {**link, "thr:updated": rfc3339_date(updated)} if updated else link


class Rss(Legible, Rss201rev2Feed):
    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), "xmlns:dc": DUBLIN_CORE, "xmlns:media": MEDIA}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Entry) -> None:
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.addQuickElement("dc:creator", author["name"])
        handler.addQuickElement("dc:language", item["language"])
        _picture(handler, item)


def _picture(handler: SimplerXMLGenerator, item: Entry) -> None:
    if picture := item.get("picture"):
        handler.addQuickElement("media:thumbnail", None, picture)


FORMATS: Final[dict[str, type[Atom | Rss]]] = {"atom": Atom, "rss": Rss}


def answer(feed: Atom | Rss) -> HttpResponse:
    response = HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
    response.headers["Last-Modified"] = http_date(feed.latest_post_date().timestamp())
    return response


def name_for_ever(request: HttpRequest, *path: object) -> str:
    """A tag URI (RFC 4151): the same for ever, also when a title and its address change."""
    host = request.get_host().partition(":")[0]
    return f"tag:{host},2026:{'/'.join(map(str, path))}"
