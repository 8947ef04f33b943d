"""A thread as search engines read it: reactions within the reactions they answer."""

from itertools import islice
from typing import Final

from articles.linked_data import Absolute, Data, moment, without_gaps
from comments.models import Comment
from comments.thread import Row, Thread

#: How many reactions are told of: a page's weight has an end, however long its thread.
MOST: Final = 50


def thread_data(thread: Thread, absolute: Absolute) -> list[Data]:
    """The first reactions, as a tree; what was removed is left out, answers to it move up.

    One pass and no recursion: what is still open above a reaction is on the stack.
    """
    first: list[Data] = []
    above: list[tuple[str, list[Data]]] = []
    visible = (row for row in thread.rows if not row.is_tombstone)
    for row in islice(visible, MOST):
        path = row.comment.path
        while above and not path.startswith(above[-1][0]):
            above.pop()
        data = reaction_data(row, absolute)
        (above[-1][1] if above else first).append(data)
        above.append((path, data.setdefault("comment", [])))
    return first


def reaction_data(row: Row, absolute: Absolute) -> Data:
    comment = row.comment
    answered = row.parent if row.parent and row.parent.state == Comment.State.PUBLISHED else None
    address = absolute(comment.get_absolute_url())
    data = {
        "@type": "Comment",
        "@id": address,
        "url": address,
        "text": comment.body,
        "datePublished": moment(comment.published_at),
        "author": {"@type": "Person", "name": comment.name},
        "parentItem": {"@id": absolute(answered.get_absolute_url())} if answered else None,
    }
    return without_gaps(data)
