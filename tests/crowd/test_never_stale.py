"""Eight readers, two processes, and change upon change: nobody sees what was before.

What a reader gets is what was there at some moment between asking and the answer. Each process has
pages of its own, and none of them is told of a change.
"""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection

import pytest

from tests.crowd.inside import SLUG
from tests.crowd.site import PATIENCE, Site

PAGE = f"/artikelen/{SLUG}/"
READERS = 8
SEEN = re.compile(r"Stand (\d+)\.")


@pytest.fixture
def site(database_url: str) -> Iterator[Site]:
    site = Site(database_url)
    site.inside("site", module="changes")
    site.start()
    yield site
    site.kill()


@dataclass
class History:
    """What the page was, in order: two words and numbers for each state, as a change tells it."""

    states: list[str] = field(default_factory=list)
    sure: int = 0  # the last of which is known that it is there
    is_over: bool = False

    def told(self, line: str) -> None:
        what, _, state = line.strip().partition(" ")
        if what == "begins" or not self.states:
            self.states.append(state)
        self.sure = len(self.states) - 1 if what == "done" else self.sure


@dataclass
class Watcher:
    port: int
    number: int
    history: History
    answers: int = 0
    not_modified: int = 0
    wrong: list[str] = field(default_factory=list)

    def watch(self) -> "Watcher":
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        etag, text = "", ""
        while not self.history.is_over:
            before = self.history.sure
            headers = {"If-None-Match": etag} if etag and self.number % 2 else {}
            connection.request("GET", PAGE, headers=headers)
            answer = connection.getresponse()
            body = answer.read().decode()
            text, etag = (body or text), answer.headers["ETag"]
            self.not_modified += answer.status == 304
            self.judge(state_of(text), self.history.states[before:])
        connection.close()
        return self

    def judge(self, seen: str, possible: list[str]) -> None:
        self.answers += 1
        if seen not in possible:
            self.wrong.append(f"{seen}, not one of {possible}")


def state_of(page: str) -> str:
    marks = sorted({int(mark) for mark in SEEN.findall(page)})
    is_open = "Geef een reactie" in page
    return f"{'open' if is_open else 'closed'} {' '.join(map(str, marks))}".strip()


def test_nobody_sees_what_was_before_a_change(site: Site) -> None:
    history = History()
    with site.begin("changes", "all_of_them") as changing, ThreadPoolExecutor(READERS) as crowd:
        assert changing.stdout
        history.told(changing.stdout.readline())
        watchers = [Watcher(site.port, n, history) for n in range(READERS)]
        watching = [crowd.submit(one.watch) for one in watchers]
        for line in changing.stdout:
            history.told(line)
        history.is_over = True
        seen = [one.result(timeout=PATIENCE) for one in watching]
    assert changing.returncode == 0
    assert [one.wrong for one in seen] == [[]] * READERS
    assert len(history.states) > 200
    assert sum(one.answers for one in seen) > len(history.states)
    assert sum(one.not_modified for one in seen)


def test_what_one_visitor_is_told_reaches_no_other(site: Site) -> None:
    """Also not when they ask for one page at the same moment."""

    def told(uitkomst: str) -> str:
        connection = HTTPConnection("127.0.0.1", site.port, timeout=PATIENCE)
        asked = f"?uitkomst={uitkomst}" if uitkomst else ""
        connection.request("GET", PAGE + asked, headers={"Cookie": f"elders={uitkomst}"})
        page = connection.getresponse().read().decode()
        connection.close()
        return page

    outcomes = ("wacht", "geplaatst", "", "", "geweigerd", "") * 12
    with ThreadPoolExecutor(READERS) as crowd:
        pages = list(crowd.map(told, outcomes))
    for outcome, page in zip(outcomes, pages, strict=True):
        assert ("wacht op goedkeuring" in page) == (outcome == "wacht")
        assert ("Uw reactie is geplaatst" in page) == (outcome == "geplaatst")
        assert ("Uw reactie is niet geplaatst" in page) == (outcome == "geweigerd")
