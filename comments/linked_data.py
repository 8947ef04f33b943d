"""A thread as search engines read it: reactions within the reactions they answer."""

from datetime import datetime
from itertools import islice
from typing import Final, NamedTuple

from articles.linked_data import Absolute, moment, without_gaps
from comments.models import Comment
from comments.thread import Row, Thread
from delivery.memory import remembered
from markup.data import json_of

#: How many reactions are told of: a page's weight has an end, however long its thread.
MOST: Final = 50
#: Of the answers to a reaction, and of itself.
END: Final = "]}"


class Told(NamedTuple):
    """All that is told of a reaction: what is made of it is remembered by these values."""

    address: str
    text: str
    published_at: datetime | None
    name: str
    answers: str | None  # the address of what it answers, where readers see that


def thread_json(thread: Thread, absolute: Absolute) -> str:
    """The first reactions, as a tree; what was removed is left out, answers to it move up.

    One pass and no recursion: what is still open above a reaction is on the stack.
    """
    written: list[str] = []
    above: list[str] = []
    site = absolute("/").removesuffix("/")
    visible = (row for row in thread.rows if not row.is_tombstone)
    for row in islice(visible, MOST):
        path, beside = row.comment.path, False
        while above and not path.startswith(above[-1]):
            above.pop()
            written.append(END)
            beside = True
        told = told_of(row, site)
        written += ["," if beside else "", remembered(("told", told), lambda: begun(told))]  # noqa: B023
        above.append(path)
    return f"[{''.join(written)}{END * len(above)}]"


def told_of(row: Row, site: str) -> Told:
    comment, parent = row.comment, row.parent
    answers = parent if parent and parent.state == Comment.State.PUBLISHED else None
    return Told(
        f"{site}{comment.get_absolute_url()}",
        comment.body,
        comment.published_at,
        comment.name,
        f"{site}{answers.get_absolute_url()}" if answers else None,
    )


def begun(told: Told) -> str:
    """As JSON, up to the answers to it: those follow, and then its END."""
    data = {
        "@type": "Comment",
        "@id": told.address,
        "url": told.address,
        "text": told.text,
        "datePublished": moment(told.published_at),
        "author": {"@type": "Person", "name": told.name},
        "parentItem": {"@id": told.answers} if told.answers else None,
    }
    return json_of(without_gaps(data) | {"comment": []}).removesuffix(END)
