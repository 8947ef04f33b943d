from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from accounts.models import User
from articles.models import Article
from comments.models import Comment
from config.clock import good_until
from config.shown import editions_of
from delivery.page_cache import PageCache
from tests.conftest import Publish, React, first_visit
from tests.delivery.behind_the_cache import Counted, Reader

type Visit = Callable[[str], HttpResponse]

FORM = "/artikelen/aan-de-balie/reageren/"


@pytest.fixture
def site(publish: Publish, article: Article, react: React, mo: User) -> Comment:
    """An article with a reaction, one that is closed and one that is withdrawn."""
    publish("Ingetrokken").withdraw()
    closed = publish("Gesloten")
    comment = react()
    type(comment.discussion).objects.lock(closed.pk).close(mo)
    return comment


@pytest.fixture
def visit(site: Comment, settings: Settings) -> Visit:
    """Gets a page of each kind, by the name it has in PAGES."""
    settings.ROOT_URLCONF = "tests.delivery.failing_urls"
    client = Client(raise_request_exception=False)
    ways: dict[str, Callable[[], Any]] = {
        "home": lambda: client.get("/"),
        "article": lambda: client.get("/artikelen/aan-de-balie/"),
        "form": lambda: client.get(FORM),
        "permalink": lambda: client.get(site.get_absolute_url()),
        "no slash": lambda: client.get("/artikelen/aan-de-balie"),
        "no token": lambda: Client(enforce_csrf_checks=True).post(FORM, {"body": "Dag."}),
        "bad host": lambda: client.get("/", headers={"host": "kwaad.nl"}),
        "closed": lambda: client.get("/artikelen/gesloten/reageren/"),
        "absent": lambda: client.get("/artikelen/bestaat-niet/"),
        "nowhere": lambda: client.get("/nergens/"),
        "wrong method": lambda: client.post("/"),
        "withdrawn": lambda: client.get("/artikelen/ingetrokken/"),
        "too large": lambda: client.post(FORM, {"body": "a" * 3_000_000}),
        "wrong form": lambda: client.post(FORM, {"body": ""}),
        "broken": lambda: client.get("/kapot/"),
        "sign in": lambda: client.get("/beheer/login/"),
        "desk": lambda: client.get("/beheer/"),
    }
    return lambda name: ways[name]()


#: Each kind of page, and its status.
PAGES = {
    "home": 200,
    "article": 200,
    "form": 200,
    "sign in": 200,
    "no slash": 301,
    "permalink": 302,
    "desk": 302,
    "bad host": 400,
    "no token": 403,
    "closed": 403,
    "absent": 404,
    "nowhere": 404,
    "wrong method": 405,
    "withdrawn": 410,
    "too large": 413,
    "wrong form": 422,
    "broken": 500,
}


@pytest.fixture
def counted() -> Iterator[Counted]:
    """The application behind `reader`'s cache. Between two requests it keeps the connection, and
    with it the transaction of the test; Django's own test client does the same.
    """
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield Counted(WSGIHandler())
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def reader(counted: Counted) -> Reader:
    """Asks a page cache of their own, that is empty."""
    first_visit()
    return Reader(PageCache(counted, editions_of, good_until, 8_000_000))
