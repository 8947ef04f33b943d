"""Whatever people and moderators do, in whatever order: readers find each reaction once."""

import re
from itertools import count
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from articles.models import Article
from comments.judging.ruling import Ruling
from comments.models import Comment, Discussion, Policy
from comments.models.decision import Reason
from comments.models.paging import is_sound
from comments.thread import page_of_thread
from desk.refused import Refused
from tests.conftest import Publish

State = Comment.State
SIZES = (1, 2, 3, 5, 8)
#: More answers than anything else, so that trees grow.
DEEDS = (
    *("react", "answer", "answer", "answer", "last", "last", "remove", "withdraw", "restore"),
    *("spam", "approve", "edit", "redact", "resize", "rearrange"),
)
PLAN = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 1_000)), max_size=24)
SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]

_articles = count(1)


class Talk:
    """A discussion in which things happen."""

    def __init__(self, article: Article, mo: User) -> None:
        Discussion.objects.begin_for([article])
        self.article, self.mo, self.written = article, mo, list[Comment]()
        self.given: dict[int, tuple[int, str]] = {}  # number and path, by key

    def do(self, what: str, which: int) -> None:
        comment = self.written[which % len(self.written)] if self.written else None
        try:
            if what in {"react", "answer", "last"}:
                self.write(self.parent(what, comment))
            elif what == "resize":
                Policy.objects.update(page_size=SIZES[which % len(SIZES)])
                self.discussion.arrange_all()
            elif what == "rearrange":
                self.discussion.arrange_all()
            elif comment:
                self.decide(what, comment)
        except Refused:
            pass  # that cannot be done to it any more: nothing changed
        self.remember()

    def parent(self, what: str, comment: Comment | None) -> Comment | None:
        chosen = self.written[-1] if what == "last" and self.written else comment
        return chosen if what != "react" and chosen and chosen.state == State.PUBLISHED else None

    def write(self, parent: Comment | None) -> None:
        body = f"Tekst {len(self.written) + 1}."
        comment = Comment(parent=parent, name="Rik", email="rik@voorbeeld.nl", body=body)
        self.discussion.post(comment)
        comment.approve(self.mo)
        self.written.append(comment)

    def decide(self, what: str, comment: Comment) -> None:
        match what:
            case "remove":
                comment.remove(self.mo, Reason.OFFENSIVE)
            case "withdraw":
                comment.withdraw()
            case "restore":
                comment.restore(self.mo)
            case "spam":
                comment.mark_spam(self.mo)
            case "approve":
                comment.approve(self.mo)
            case "edit":
                comment.correct(f"{comment.body} Nog iets.", Ruling())
            case "redact":
                comment.redact(self.mo, "Tekst")

    @property
    def discussion(self) -> Discussion:
        return Discussion.objects.get(pk=self.article.pk)

    def remember(self) -> None:
        """Numbers and places are for good."""
        rows = Comment.objects.filter(discussion=self.article.pk).exclude(number=None)
        now: dict[int, tuple[int, str]] = {
            pk: (number or 0, path) for pk, number, path in rows.values_list("pk", "number", "path")
        }
        assert now.items() >= self.given.items()
        assert len({number for number, _path in now.values()}) == len(now)
        self.given = now

    def shown(self, *, newest_first: bool = False) -> list[list[tuple[int, bool]]]:
        """Per page: the number of each reaction, and whether it can be read."""
        discussion = self.discussion
        threads = [
            page_of_thread(discussion, page, set(), newest_first=newest_first)
            for page in range(1, discussion.page_count + 1)
        ]
        return [
            [(row.comment.number or 0, not row.is_tombstone) for row in thread.rows]
            for thread in threads
        ]


@pytest.fixture
def _settled(db: None) -> None:
    Policy.get_solo()


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(plan=PLAN, size=st.sampled_from(SIZES))
@pytest.mark.usefixtures("_settled")
def test_any_life_of_a_discussion(
    publish: Publish, mo: User, plan: list[tuple[str, int]], size: int
) -> None:
    Policy.objects.update(page_size=size)
    talk = Talk(publish(slug=f"gesprek-{next(_articles)}"), mo)
    for what, which in plan:
        talk.do(what, which)
    pages = talk.shown()
    flat = [number for page in pages for number, _readable in page]
    visible = Comment.objects.published().filter(discussion=talk.article.pk).order_by("path")
    order = list(visible.values_list("number", flat=True))
    assert [number for page in pages for number, readable in page if readable] == order
    assert len(set(flat)) == len(flat)
    assert sorted(flat, key=path_of(talk)) == flat
    assert sorted(n for page in talk.shown(newest_first=True) for n, _ in page) == sorted(flat)
    assert talk.discussion.published_count == len(order)
    assert all(pages) or not order
    paths = list(visible.values_list("path", flat=True))
    assert is_sound(talk.discussion.page_starts, paths, Policy.get_solo().page_size)
    assert all(fault.startswith("pages") for fault in talk.discussion.recount(keep=False))
    every_address_lands(talk, pages)


def path_of(talk: Talk) -> Any:
    return dict(talk.given.values()).__getitem__


def every_address_lands(talk: Talk, pages: list[list[tuple[int, bool]]]) -> None:
    """On its page and its place; what is nowhere any more says that it is gone."""
    browser = Client()
    where = {number: page for page, rows in enumerate(pages, start=1) for number, _ in rows}
    placed = Comment.objects.placed().filter(discussion=talk.article.pk)
    for comment in placed:
        answer = browser.get(comment.get_absolute_url())
        page = where.get(comment.number or 0)
        if page is None:
            assert answer.status_code == 410
            continue
        asked = f"?reacties={page}" if page > 1 else ""
        place = f"{talk.article.get_absolute_url()}{asked}#reactie-{comment.number}"
        assert answer.headers["Location"] == place


@settings(max_examples=8, deadline=None, suppress_health_check=SLOW)
@given(plan=PLAN, size=st.sampled_from((1, 2, 3)))
@pytest.mark.usefixtures("_settled")
def test_the_pages_show_what_the_rows_say(
    client: Client, publish: Publish, mo: User, plan: list[tuple[str, int]], size: int
) -> None:
    Policy.objects.update(page_size=size)
    talk = Talk(publish(slug=f"pagina-{next(_articles)}"), mo)
    for what, which in plan:
        talk.do(what, which)
    for page, rows in enumerate(talk.shown(), start=1):
        html = client.get(talk.article.get_absolute_url(), {"reacties": page}).text
        found = re.findall(r'<article class="reaction[^"]*" id="reactie-(\d+)"', html)
        assert found == [str(number) for number, _readable in rows]
