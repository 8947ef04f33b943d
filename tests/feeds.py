"""A feed as a feed reader gets it."""

from typing import Any

import feedparser
from django.test import Client


def read(client: Client, address: str) -> Any:
    """Gets a feed, which must be well formed and served as what it is, and parses it."""
    response = client.get(address)
    assert response.status_code == 200
    headers = {name.lower(): value for name, value in response.headers.items()}
    feed = feedparser.parse(response.content, response_headers=headers)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed
