"""What docs/deploy/nginx.conf does, with a real nginx in front of the real server."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bench.served import PATIENCE
from tests.crowd.front import Front
from tests.crowd.inside import SLUG
from tests.crowd.site import Site, until

PAGE = f"/artikelen/{SLUG}/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nginx")


@pytest.fixture(scope="module")
def site(database_url: str, folder: Path) -> Iterator[Site]:
    """On a socket, as docs/deploy has it."""
    site = Site(database_url, listening=folder / "http.sock")
    site.inside("site", module="changes")
    site.start()
    yield site
    site.kill()


@pytest.fixture(scope="module")
def front(site: Site, folder: Path) -> Iterator[Front]:
    front = Front(folder, f"unix:{folder / 'http.sock'}")
    for kind in ("static", "media"):
        (folder / kind).mkdir()
        (folder / kind / "a.webp").write_bytes(b"RIFF")
    front.start()
    until(lambda: answers(front))
    yield front
    front.stop()


def answers(front: Front) -> bool:
    try:
        return front.get("/gezondheid/").status == 200
    except OSError:
        return False


def test_a_page_is_asked_of_the_application_once_and_revalidated_after_a_second(
    front: Front,
) -> None:
    until(lambda: front.get(PAGE).cache == "HIT")
    until(lambda: front.get(PAGE).cache == "REVALIDATED")
    kept = front.get(PAGE)
    assert kept.status == 200
    assert kept.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert kept.headers["Content-Security-Policy"]
    known = front.get(PAGE, If_None_Match=kept.headers["ETag"])
    assert (known.status, known.body) == (304, b"")


def test_a_change_shows_within_two_seconds(front: Front, site: Site) -> None:
    """Before nginx asks again: it counts in whole seconds. Then the application has to answer."""
    until(lambda: front.get(PAGE).status == 200)
    with ThreadPoolExecutor(1) as reader, site.begin("changes", "only_one") as changing:
        seen = reader.submit(until, lambda: b"Stand 0." in front.get(PAGE).body)
        assert changing.stdout
        lines = [line.split() for line in changing.stdout]
        assert [state for _done, _at, *state in lines] == [["open"], ["open", "0"]]
        took = seen.result(timeout=PATIENCE) - float(lines[-1][1])
    begun = time.monotonic()
    assert front.get(PAGE, Cookie="sessie=abc").cache == "BYPASS"
    assert took < 2 + 3 * (time.monotonic() - begun)


@pytest.mark.parametrize("encoding", ["", "gzip", "br", "gzip, deflate, br, zstd", "zstd;q=0"])
def test_each_browser_gets_what_it_can_unpack(front: Front, encoding: str) -> None:
    for _ in range(2):
        front.get(PAGE, Accept_Encoding="gzip, br, zstd")
        front.get(PAGE)
    packed = front.get(PAGE, Accept_Encoding=encoding).headers.get("Content-Encoding", "")
    assert packed in encoding
    assert packed == {"zstd;q=0": "", "gzip, deflate, br, zstd": "zstd"}.get(encoding, encoding)


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": "elders=1; sessie=abc"},
        {"Cookie": "__Host-sessie=abc"},
        {"Cookie": "__Host-schrijver=abc"},
        {"Authorization": "Basic abc"},
        {"HX_Request": "true"},
    ],
)
def test_who_may_get_a_page_of_their_own_does(front: Front, headers: dict[str, str]) -> None:
    until(lambda: front.get(PAGE).cache == "HIT")
    assert front.get(PAGE, **headers).cache == "BYPASS"
    assert front.get(PAGE, Cookie="elders=1; voorkeur=2").cache != "BYPASS"


def test_forms_are_not_kept(front: Front) -> None:
    forms = [front.get(f"{PAGE}reageren/") for _ in range(2)]
    assert {form.cache for form in forms} == {"MISS"}
    assert len({form.headers["Set-Cookie"] for form in forms}) == 2
    assert "no-store" in forms[0].headers["Cache-Control"]


def test_while_no_worker_is_left_who_asks_waits_for_the_next(front: Front, site: Site) -> None:
    """The socket is the server's own, not that of a worker."""
    killed = site.workers()
    assert len(killed) == 2
    for pid in killed:
        os.kill(pid, signal.SIGKILL)
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in killed))
    assert front.get(f"{PAGE}reageren/").status == 200
    until(lambda: len(site.workers()) == 2)
    assert not set(site.workers()) & set(killed)


def test_while_the_application_is_away_readers_read_on(front: Front, site: Site) -> None:
    page = front.get(PAGE).body
    site.kill()
    try:
        until(lambda: front.get(PAGE).cache == "STALE")
        assert front.get(PAGE).body == page
        assert front.get("/contact/").status == 502
        for kind in ("static", "media"):
            answer = front.get(f"/{kind}/a.webp")
            assert (answer.status, answer.body) == (200, b"RIFF")
            assert answer.headers["Content-Type"] == "image/webp"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "immutable" in answer.headers["Cache-Control"]
    finally:
        site.start()
