"""Made-up threads: without a database for what is pure, by the thousand for what must be quick.

A thread is written as its paths: "1 1.2† 1.2.3" is a reaction, a removed answer to it, and an
answer to that one.
"""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

from django.test import Client
from django.utils import timezone

from articles.models import Article
from comments.models import Comment, Discussion, Policy
from comments.models.placing import DIGITS, LEVELS, path_below
from comments.templatetags.discussion import Conversation, Page
from comments.templatetags.thread import discussion_of
from comments.thread import Reaction, Thread, thread_of

#: Makes the reactions of "1 1.2 3": a fixture.
type Talk = Callable[[str], dict[int, Comment]]

MARKS = {"": Comment.State.PUBLISHED, "†": Comment.State.REMOVED, "‡": Comment.State.WITHDRAWN}


def placed(thread: str) -> list[Reaction]:
    """The reactions of "1 1.2†", in the order they are written in."""
    return [
        _placed(item.rstrip("†‡"), MARKS[item.lstrip("0123456789.")]) for item in thread.split()
    ]


def _placed(dotted: str, state: str) -> Reaction:
    above, number = ([0, *map(int, dotted.split("."))])[-2:]
    path = "".join(f"{int(part):0{DIGITS}}" for part in dotted.split("."))
    return comment(number, path, state, parent_id=above or None)


def comment(number: int, path: str, state: str, parent_id: int | None = None) -> Reaction:
    return Reaction(
        pk=number,
        parent_id=parent_id,
        number=number,
        path=path,
        state=state,
        name=f"Lezer {number}",
        affiliation="",
        user_id=None,
        published_at=timezone.now(),
        edited_at=None,
        featured_at=None,
        body=f"Tekst {number}.",
        body_html=f"<p>Tekst {number}.</p>",
    )


def rendered(thread: Thread) -> str:
    """The thread as the page shows it."""
    conversation = Conversation(
        Discussion(article=Article(slug="balie")),
        True,
        None,
        "/reageren/",
        thread,
        None,
        Page(1, 1, newest_first=False, path="/artikelen/balie/"),
        [],
        Policy(),
    )
    page = discussion_of({}, conversation)
    return page[page.find("<ol") : page.rfind("</ol>") + len("</ol>")] if thread.rows else ""


def outline(comments: list[Reaction]) -> list[str]:
    """What the page shows of these, as level and number: ["1:12", "2:14†"]."""
    reader = Reader()
    reader.feed(rendered(thread_of(comments, set())))
    reader.close()
    assert reader.open == []
    return reader.seen


class Reader(HTMLParser):
    """Reads a rendered thread; fails on anything that is not well nested."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            assert self.open[-2:] == ["ol", "li"]
            attributes = dict(attrs)
            gone = "†" if "reaction--gone" in (attributes["class"] or "") else ""
            number = (attributes["id"] or "").removeprefix("reactie-")
            self.seen.append(f"{self.open.count('ol')}:{number}{gone}")
        if tag == "ol":
            assert self.open[-1:] in ([], ["li"])
        if tag == "li":
            assert self.open[-1:] == ["ol"]
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def fill(discussion: Discussion, many: int) -> list[Comment]:
    """Stores `many` published reactions at once: half of them answer the one before."""
    now = timezone.now()
    rows = [Comment(discussion=discussion, number=n, created_at=now) for n in range(1, many + 1)]
    for before, row in pairwise([None, *rows]):
        assert row is not None
        answers = before if row.number % 2 == 0 else None  # type: ignore[operator]
        row.path = path_below(answers.path if answers else "", row.number or 0)
        row.name, row.email = f"Lezer {row.number}", f"lezer{row.number}@voorbeeld.nl"
        row.body = row.body_html = f"Tekst {row.number}."
        row.state, row.published_at = Comment.State.PUBLISHED, now
    Comment.objects.bulk_create(rows)
    for before, row in pairwise(rows):
        row.parent = before if row.number % 2 == 0 else None  # type: ignore[operator]
    Comment.objects.bulk_update(rows[1:], ["parent"], batch_size=500)
    discussion.last_number = discussion.published_count = many
    discussion.save()
    discussion.arrange_all()
    return rows


def chain(many: int) -> list[Reaction]:
    """Each answers the one before it, deeper than paths go."""
    rows = [comment(1, path_below("", 1), Comment.State.PUBLISHED)]
    for number in range(2, many + 1):
        path = path_below(rows[-1].path, number)
        rows.append(comment(number, path, Comment.State.PUBLISHED, number - 1))
    assert len(rows[-1].path) <= DIGITS * LEVELS
    return rows


def numbers(page: str) -> list[int]:
    """Of the reactions on this page, in order."""
    return [int(number) for number in re.findall(r'<article class="reaction.*?-(\d+)"', page)]


def pages(client: Client, article: Article, order: str = "") -> list[list[int]]:
    """What each page shows, as long as there is a next one."""
    shown = []
    address: str | None = f"{article.get_absolute_url()}{order}"
    while address:
        page = client.get(address).text
        shown.append(numbers(page))
        found = re.search(r'rel="next" href="([^"#]*)', page)
        address = found[1].replace("&amp;", "&") if found else None
    return shown
