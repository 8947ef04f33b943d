"""JSON-LD as search engines read it: the shapes that schema.org asks for (E-03)."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.test import Client

from articles.models import Article
from tests.head import Head

type Data = dict[str, Any]

#: What each kind of thing must have, and of which kind that is.
SHAPES: dict[str, dict[str, type | tuple[type, ...]]] = {
    "Article": {
        "@id": str,
        "url": str,
        "headline": str,
        "datePublished": str,
        "dateModified": str,
        "inLanguage": str,
        "isAccessibleForFree": bool,
        "publisher": dict,
    },
    "Comment": {"@id": str, "url": str, "text": str, "author": dict, "datePublished": str},
    "Person": {"name": str},
    "Organization": {"name": str},
    "ImageObject": {"url": str},
    "BreadcrumbList": {"itemListElement": list},
    "ListItem": {"position": int, "name": str, "item": str},
}
ADDRESSES = ("@id", "url", "item", "mainEntityOfPage")
MOMENTS = ("datePublished", "dateModified")


def things(data: Any) -> Iterator[Data]:
    """Everything that says what it is, at any depth."""
    found = [data]
    while found:
        one = found.pop()
        if isinstance(one, dict):
            found += one.values()
            if "@type" in one:
                yield one
        elif isinstance(one, list):
            found += one


def graph_of(client: Client, article: Article) -> tuple[Data, Data]:
    """The article and the trail to it, each thing in it of the right shape."""
    page = Head(client.get(article.get_absolute_url()).text)
    data = json.loads("".join(page.data))
    assert data["@context"] == "https://schema.org"
    for thing in things(data):
        shape = SHAPES[thing["@type"]]
        assert {name for name in shape if not isinstance(thing.get(name), shape[name])} == set()
        for name in ADDRESSES:
            assert urlsplit(thing.get(name, "http://testserver/")).netloc
        for name in MOMENTS:
            assert name not in thing or datetime.fromisoformat(thing[name]).tzinfo
    told, trail = data["@graph"]
    return told, trail
