"""Eight readers, two processes, and change upon change: nobody sees what was before.

What a reader gets is what was there at some moment between asking and the answer. Each process has
pages of its own, and none of them is told of a change.
"""

import math
import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import IO

import pytest

from bench.served import PATIENCE
from tests.crowd.inside import SLUG
from tests.crowd.site import Site, until

PAGE = f"/artikelen/{SLUG}/"
READERS = 8
SEEN = re.compile(r"Stand (\d+)\.")


@dataclass
class Moment:
    """A state of the page: it came somewhere between these two, by the clock of the machine."""

    state: str
    begun: float
    sure: float = math.inf


@dataclass
class History:
    moments: list[Moment] = field(default_factory=list)
    is_over: bool = False

    def told(self, line: str) -> None:
        what, at, *state = line.split()
        if what == "begins" or not self.moments:
            self.moments.append(Moment(" ".join(state), float(at)))
        if what == "done":
            self.moments[-1].sure = float(at)

    def possible(self, asked: float, answered: float) -> set[str]:
        """What a page may be that was asked for and answered then: nothing from before a change
        that was surely there.
        """
        last = max(n for n, one in enumerate(self.moments) if n == 0 or one.sure < asked)
        return {one.state for one in self.moments[last:] if one.begun < answered}


@dataclass
class Watcher:
    port: int
    number: int
    history: History
    not_modified: int = 0
    seen: list[tuple[str, float, float]] = field(default_factory=list)

    def watch(self) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        etag, text = "", ""
        while not self.history.is_over:
            headers = {"If-None-Match": etag} if etag and self.number % 2 else {}
            asked = time.monotonic()
            connection.request("GET", PAGE, headers=headers)
            answer = connection.getresponse()
            body = answer.read().decode()
            answered = time.monotonic()
            text, etag = (body or text), answer.headers["ETag"]
            self.not_modified += answer.status == 304
            self.seen.append((state_of(text), asked, answered))
        connection.close()

    def wrong(self) -> list[str]:
        return [
            f"{state}, not one of {possible}"
            for state, asked, answered in self.seen
            if not is_of(state, possible := self.history.possible(asked, answered))
        ]


def is_of(state: str, possible: set[str]) -> bool:
    """Whether it is one of these, or made while one became another: a page is read bit by bit."""
    if state in possible:
        return True
    (opening, *marks), parts = state.split(), [one.split() for one in possible]
    always = set.intersection(*(set(one[1:]) for one in parts))
    ever = {mark for one in parts for mark in one[1:]}
    return opening in {one[0] for one in parts} and always <= set(marks) <= ever


def state_of(page: str) -> str:
    marks = sorted({int(mark) for mark in SEEN.findall(page)})
    is_open = "Geef een reactie" in page
    return f"{'open' if is_open else 'closed'} {' '.join(map(str, marks))}".strip()


def test_nobody_sees_what_was_before_a_change(site: Site) -> None:
    """The readers go as fast as they can, and a change waits until they have had more answers than
    there were changes: on a busy machine all of them once passed while the first page was made.
    """
    history = History()
    watchers = [Watcher(site.port, n, history) for n in range(READERS)]

    def go_on(changing: IO[str]) -> None:
        until(lambda: sum(len(one.seen) for one in watchers) > len(history.moments))
        changing.write("\n")
        changing.flush()

    with site.begin("changes", "all_of_them") as changing, ThreadPoolExecutor(READERS) as crowd:
        assert changing.stdin
        assert changing.stdout
        history.told(changing.stdout.readline())
        watching = [crowd.submit(one.watch) for one in watchers]
        go_on(changing.stdin)
        for line in changing.stdout:
            history.told(line)
            if line.startswith("done"):
                go_on(changing.stdin)
        history.is_over = True
        for one in watching:
            one.result(timeout=PATIENCE)
    assert changing.returncode == 0
    assert [one.wrong() for one in watchers] == [[]] * READERS
    assert len(history.moments) > 200
    assert sum(len(one.seen) for one in watchers) > len(history.moments)
    assert sum(one.not_modified for one in watchers)


@pytest.mark.parametrize(
    ("state", "possible", "expected"),
    [
        ("open 1", {"open 1"}, True),
        ("open", {"open 1"}, False),
        ("open 1 2", {"open 1"}, False),
        ("closed 1", {"open 1"}, False),
        ("open 2", {"open 1", "open 1 2", "open 2 3"}, True),
        ("closed 2", {"open 1", "open 1 2"}, False),
        ("open 3", {"open 1 2", "open 2 3"}, False),
    ],
)
def test_these_tests_can_fail(state: str, possible: set[str], expected: bool) -> None:
    assert is_of(state, possible) is expected


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
