"""What everybody gets the same answer to is made once; the rest passes by."""

import gzip

import pytest
from django.conf import settings
from django.db import connection

from accounts.models import User
from articles.models import Article
from delivery.triggers import install, remove
from tests.conftest import React
from tests.delivery.behind_the_cache import AT_THE_END, UNPACK, Counted, Reader

pytestmark = pytest.mark.django_db(transaction=AT_THE_END)

PAGE = "/artikelen/aan-de-balie/"


def test_a_page_is_made_once_and_then_given_to_everybody(
    reader: Reader, counted: Counted, article: Article
) -> None:
    first, second = reader.get(PAGE), reader.get(PAGE)
    assert len(counted.asked) == 1
    assert (first.status, second.status) == (200, 200)
    assert article.title in second.text
    assert first.headers == second.headers
    assert second.headers["Content-Security-Policy"]
    assert second.headers["Cache-Control"] == "public, max-age=0, must-revalidate, s-maxage=1"
    assert second.headers["Vary"] == "Accept-Encoding"


def test_what_is_decided_is_in_the_next_answer(reader: Reader, react: React, mo: User) -> None:
    waiting = react("Iets bijzonders.", approved=False)
    before = reader.get(PAGE)
    waiting.approve(mo)
    after = reader.get(PAGE, HTTP_IF_NONE_MATCH=before.headers["ETag"])
    assert "bijzonders" not in before.text
    assert after.status == 200
    assert "bijzonders" in after.text


def test_who_has_the_page_is_told_so(reader: Reader, article: Article) -> None:
    etag = reader.get(PAGE).headers["ETag"]
    known = reader.get(PAGE, HTTP_IF_NONE_MATCH=f'"other", {etag}')
    assert (known.status, known.body) == (304, b"")
    assert known.headers["ETag"] == etag
    assert known.headers["Cache-Control"]
    assert reader.get(PAGE, HTTP_IF_NONE_MATCH='"other"').status == 200


@pytest.mark.parametrize("encoding", UNPACK)
def test_a_page_is_packed_as_the_browser_can_unpack_it(
    reader: Reader, article: Article, encoding: str
) -> None:
    answer = reader.get(PAGE, HTTP_ACCEPT_ENCODING=encoding)
    assert answer.headers.get("Content-Encoding", "") == encoding
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert article.title in answer.text
    assert answer.headers["ETag"] == reader.get(PAGE).headers["ETag"]


def test_who_asks_for_the_headers_gets_no_page(reader: Reader, article: Article) -> None:
    answer = reader.get(PAGE, method="HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["Content-Length"]) == len(reader.get(PAGE).body)


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        (PAGE, {"HTTP_COOKIE": f"a=b; {settings.SESSION_COOKIE_NAME}=abc"}),
        (PAGE, {"HTTP_COOKIE": f"{settings.WRITER_COOKIE_NAME}=abc"}),
        (PAGE, {"HTTP_AUTHORIZATION": "Basic abc"}),
        (PAGE, {"HTTP_HX_REQUEST": "true"}),
        (PAGE, {"HTTP_X_FORWARDED_PROTO": "gopher"}),
        (PAGE, {"method": "POST"}),
        (f"{PAGE}?uitkomst=wacht", {}),
        (f"{PAGE}?reacties=1&reacties=2", {}),
        (f"{PAGE}?utm_source=brief", {}),
        ("/?pagina=0", {}),
        ("/zoeken/?q=balie", {}),
        (f"{PAGE}reageren/", {}),
        ("/gezondheid/", {}),
        ("/artikelen/\xff/", {}),
    ],
)
def test_what_may_differ_from_one_to_the_next_is_made_each_time(
    reader: Reader, counted: Counted, article: Article, address: str, headers: dict[str, str]
) -> None:
    for _ in range(2):
        reader.get(address, **headers)
    assert len(counted.asked) == 2
    told = {name: value for name, value in headers.items() if name != "method"}
    assert counted.asked[0].items() >= told.items()
    assert not reader.cache.shelf.things


@pytest.mark.parametrize(
    "address", [PAGE, f"{PAGE}?reacties=2", f"{PAGE}?volgorde=nieuwste", "/", "/archief/?pagina=2"]
)
def test_parts_of_a_discussion_and_of_a_list_are_pages_too(
    reader: Reader, counted: Counted, react: React, address: str
) -> None:
    react()
    for _ in range(2):
        reader.get(address)
    assert len(counted.asked) == 1


def test_what_a_reader_brings_is_not_there_when_a_page_for_all_is_made(
    reader: Reader, counted: Counted, article: Article
) -> None:
    brought = {
        "HTTP_COOKIE": "elders=geheim",
        "HTTP_ACCEPT_LANGUAGE": "en",
        "HTTP_USER_AGENT": "geheim",
        "HTTP_X_FORWARDED_FOR": "192.0.2.1",
        "HTTP_IF_NONE_MATCH": '"x"',
    }
    reader.get(PAGE, method="HEAD", **brought)
    [asked] = counted.asked
    assert {one for one in asked if one.startswith("HTTP_")} == {"HTTP_HOST"}
    assert asked["REQUEST_METHOD"] == "GET"


def test_another_host_or_protocol_has_a_page_of_its_own(
    reader: Reader, counted: Counted, article: Article
) -> None:
    feed = "/feeds/artikelen.atom"
    assert "http://testserver/" in reader.get(feed).text
    assert "http://localhost/" in reader.get(feed, HTTP_HOST="localhost").text
    reader.get(feed, HTTP_X_FORWARDED_PROTO="https")
    assert len(counted.asked) == 3


def test_what_is_not_there_is_not_kept(reader: Reader, counted: Counted) -> None:
    for _ in range(2):
        assert reader.get("/artikelen/bestaat-niet/").status == 404
    assert reader.get("/artikelen/bestaat-niet/", method="HEAD").body == b""
    assert len(counted.asked) == 3


def test_without_its_triggers_nothing_is_kept(
    reader: Reader, counted: Counted, article: Article, caplog: pytest.LogCaptureFixture
) -> None:
    remove(connection)
    try:
        for _ in range(2):
            assert reader.get(PAGE).status == 200
    finally:
        install(connection)
    assert len(counted.asked) == 2
    assert "run manage.py migrate" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_lost_connection_costs_a_page_from_the_application(
    reader: Reader, counted: Counted, article: Article
) -> None:
    reader.get(PAGE)
    connection.ensure_connection()
    connection.connection.close()
    assert reader.get(PAGE).status == 200
    assert reader.get(PAGE).status == 200
    assert len(counted.asked) == 2


def test_what_waits_empties_nothing(
    reader: Reader, counted: Counted, react: React, mo: User
) -> None:
    react("Te zien.")
    for address in ("/", PAGE):
        reader.get(address)
    react("Wacht.", approved=False)
    refused = react("Weg ermee.", approved=False)
    refused.mark_spam(mo)
    for address in ("/", PAGE):
        reader.get(address)
    assert len(counted.asked) == 2


def test_a_reaction_renews_the_pages_that_tell_of_it(
    reader: Reader, counted: Counted, react: React
) -> None:
    react("Te zien.")
    addresses = ("/", PAGE, "/feeds/reacties.atom", "/archief/", "/colofon/", "/robots.txt")
    for address in addresses:
        reader.get(address)
    counted.asked.clear()
    react("Ook te zien.")
    for address in addresses:
        reader.get(address)
    again = {asked["PATH_INFO"] for asked in counted.asked}
    assert again >= {"/", PAGE, "/feeds/reacties.atom"}
    assert "/robots.txt" not in again


def test_gzip_says_nothing_of_when_it_was_made(reader: Reader, article: Article) -> None:
    packed = reader.get(PAGE, HTTP_ACCEPT_ENCODING="gzip").body
    assert packed[4:8] == bytes(4)
    assert gzip.decompress(packed)
