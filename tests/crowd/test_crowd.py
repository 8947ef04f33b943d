"""Fifty readers react at once, and the power goes out three times. What was answered, is stored.

On the kind of database that DATABASE_URL names, with the real server in front of it.
"""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock

import pytest

from tests.crowd.reader import Reader
from tests.crowd.site import Site

READERS = 50
EACH = 40
POWER_CUTS = (500, 1_000, 1_500)  # after so many answers


@pytest.fixture
def site(database_url: str) -> Iterator[Site]:
    site = Site(database_url)
    site.inside("prepare")
    site.start()
    yield site
    site.kill()


class Meter:
    """Counts the answers, and says when it is time for the next power cut."""

    def __init__(self) -> None:
        self._lock, self._answers = Lock(), 0
        self.due = {count: Event() for count in POWER_CUTS}

    def tick(self) -> None:
        with self._lock:
            self._answers += 1
            if event := self.due.get(self._answers):
                event.set()


def test_every_answered_reaction_is_stored_once_whatever_happens_to_the_server(site: Site) -> None:
    meter = Meter()
    readers = [Reader(site.port, f"Lezer{n}", meter.tick) for n in range(READERS)]
    with ThreadPoolExecutor(READERS) as crowd:
        jobs = [crowd.submit(reader.react, EACH) for reader in readers]
        for event in meter.due.values():
            assert event.wait(timeout=300)
            site.kill()
            site.start()
        for job in jobs:
            job.result(timeout=300)
    facts = site.inside("facts")

    accepted = [body for reader in readers for body in reader.accepted]
    found_again = [body for reader in readers for body in reader.already_there]
    assert len(accepted) + len(found_again) == READERS * EACH
    assert Counter(facts["bodies"]) == Counter(accepted + found_again)
    assert facts["states"] == ["published"]
    assert facts["numbers"] == list(range(1, READERS * EACH + 1))
    assert facts["paths"] == READERS * EACH
    assert facts["last_number"] == facts["published_count"] == READERS * EACH
    assert facts["decisions_each"] == [1]
