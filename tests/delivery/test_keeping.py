"""What the cache does with what an application answers, whatever application that is."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier, Event

import pytest
from django.db import connection

from config.shown import editions_of
from delivery.models import Edition
from delivery.page_cache import Environ, PageCache, StartResponse
from tests.delivery.behind_the_cache import AT_THE_END, Counted, Reader

pytestmark = pytest.mark.django_db(transaction=AT_THE_END)

PAGE = "/artikelen/aan-de-balie/"


def tomorrow(_editions: tuple[str, ...], now: datetime) -> datetime:
    return now + timedelta(days=1)


@pytest.mark.parametrize(
    "header",
    [
        ("Set-Cookie", "a=b"),
        ("Cache-Control", "private"),
        ("Cache-Control", "max-age=0, no-store"),
        ("Vary", "Cookie"),
        ("Vary", "Accept-Language"),
    ],
)
def test_an_answer_that_is_for_one_is_not_kept(header: tuple[str, str]) -> None:
    def personal(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        start_response("200 OK", [header])
        return [b"Dag, Rik."]

    counted = Counted(personal)
    reader = Reader(PageCache(counted, editions_of, tomorrow, 8_000_000))
    for _ in range(2):
        assert reader.get("/").body == b"Dag, Rik."
    assert len(counted.asked) == 2


def plain(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"Een bladzijde."]


def test_a_change_while_a_page_is_made_is_in_the_next_one() -> None:
    counted = Counted(plain)

    def changing(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        Edition.objects.filter(name="site").update(number=len(counted.asked))
        return counted(environ, start_response)

    Edition.objects.get_or_create(name="site", defaults={"number": 7})
    reader = Reader(PageCache(changing, editions_of, tomorrow, 8_000_000))
    reader.get("/")
    reader.get("/")
    assert len(counted.asked) == 2


def test_after_its_time_a_page_is_made_again() -> None:
    counted = Counted(plain)
    moments = [datetime(2020, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)]

    def until(_editions: tuple[str, ...], _now: datetime) -> datetime:
        return moments[len(counted.asked)]

    cache = PageCache(counted, editions_of, until, 8_000_000)
    for _ in range(4):
        Reader(cache).get("/")
    assert len(counted.asked) == 2


def test_only_so_much_is_kept() -> None:
    """What nobody asked for longest goes first."""
    counted = Counted(plain)
    reader = Reader(PageCache(counted, editions_of, tomorrow, 20_000))
    for number in range(1, 1_000):
        reader.get(f"{PAGE}?reacties={number}")
        reader.get("/")
    assert reader.cache.shelf.size <= 20_000
    assert 2 <= len(reader.cache.shelf.things) <= 5
    assert sum(asked["PATH_INFO"] == "/" for asked in counted.asked) == 1


@pytest.mark.django_db(transaction=True)
def test_one_makes_a_page_and_others_wait_for_it() -> None:
    arrived, begun = Barrier(4), Event()

    def slow(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        begun.wait(timeout=5)
        return plain(environ, start_response)

    counted = Counted(slow)
    cache = PageCache(counted, editions_of, tomorrow, 8_000_000)

    def ask() -> bytes:
        try:
            arrived.wait(timeout=5)
            return Reader(cache).get("/").body
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as readers:
        asked = [readers.submit(ask) for _ in range(3)]
        arrived.wait(timeout=5)
        begun.set()
        assert {one.result(timeout=20) for one in asked} == {b"Een bladzijde."}
    assert len(counted.asked) == 1
