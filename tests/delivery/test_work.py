"""What a page costs without a clock: how many functions are called to make it.

The same for the same code, whatever else the machine does; a release of Python or of Django may
move it. Measured with Python 3.13 and Django 6.1, and allowed a tenth more.
"""

import cProfile
import pstats
from collections.abc import Callable
from typing import Any, Final

import pytest

from articles.models import Article
from comments.models import Discussion
from delivery.models import Edition
from tests.comments import threads
from tests.conftest import Publish
from tests.delivery.behind_the_cache import AT_THE_END, Reader

pytestmark = pytest.mark.django_db(transaction=AT_THE_END)

#: With fifty reactions on the page.
FROM_THE_CACHE: Final = 130  # 47 on SQLite
AFTER_A_REACTION: Final = 10_700
OF_AN_ARTICLE: Final = 38_000


def calls(work: Callable[[], Any]) -> int:
    profile = cProfile.Profile()
    profile.runcall(work)
    total: int = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]
    return total


def anew(address: str) -> None:
    """As if somebody had reacted."""
    Edition.objects.filter(name=address).update(number=Edition.objects.get(name=address).number + 1)


@pytest.fixture
def busy(publish: Publish) -> Callable[[int], str]:
    """The address of an article with this many reactions."""

    def make(reactions: int) -> str:
        article: Article = publish(f"Met {reactions} reacties")
        Discussion.objects.begin_for([article])
        threads.fill(Discussion.objects.get(pk=article.pk), reactions)
        return article.get_absolute_url()

    return make


def test_what_a_page_takes(busy: Callable[[int], str], reader: Reader) -> None:
    first, page = busy(59), busy(60)
    reader.get(first)  # queries are written, templates are compiled
    found = {"of an article": calls(lambda: reader.get(page))}
    found["from the cache"] = calls(lambda: reader.get(page))
    anew(page)
    found["after a reaction"] = calls(lambda: reader.get(page))
    most = {
        "of an article": OF_AN_ARTICLE,
        "from the cache": FROM_THE_CACHE,
        "after a reaction": AFTER_A_REACTION,
    }
    assert {what: n for what, n in found.items() if n > most[what]} == {}, found


def test_a_discussion_that_is_ten_times_as_long_takes_the_same(
    busy: Callable[[int], str], reader: Reader
) -> None:
    short, long = busy(100), busy(1_000)
    for page in (short, long):
        reader.get(page)
        anew(page)
    few, many = (calls(lambda page=page: reader.get(page)) for page in (short, long))  # type: ignore[misc]
    assert many <= few * 1.05
