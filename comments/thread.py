"""A discussion in reading order, as rows that a template can write as nested lists in one pass.

No recursion, in SQL, Python or templates: the rows come sorted by path, and each row knows what to
open before it and how much to close after it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from comments.models import Comment

#: Levels that are shown indented; deeper replies stand at the last one and name whom they answer.
SHOWN_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Row:
    comment: Comment
    parent: Comment | None
    badge: str  # "author", "editor" or ""
    opens: bool  # begins a list
    ends: bool  # nothing is nested below it
    closes: range  # lists that end after it

    @property
    def is_tombstone(self) -> bool:
        return self.comment.state != Comment.State.PUBLISHED


@dataclass(frozen=True, slots=True)
class Thread:
    rows: list[Row]
    count: int


def thread_of(comments: Iterable[Comment], author_user_ids: set[int]) -> Thread:
    """`comments` are those of `CommentQuerySet.placed`: all with a place, in reading order."""
    shown = without_dead_ends(list(comments))
    by_pk = {comment.pk: comment for comment in shown}
    levels = [min(comment.depth, SHOWN_LEVELS) for comment in shown]
    rows = [
        Row(
            comment,
            by_pk.get(comment.parent_id or 0),
            badge(comment, author_user_ids),
            opens=level > before,
            ends=after <= level,
            closes=range(max(level - after, 0)),
        )
        for comment, before, level, after in zip(
            shown, [0, *levels], levels, [*levels[1:], 1], strict=False
        )
    ]
    return Thread(rows, sum(not row.is_tombstone for row in rows))


def without_dead_ends(placed: list[Comment]) -> list[Comment]:
    """Leave out what was removed and has nothing visible below it."""
    kept: list[Comment] = []
    for comment in reversed(placed):
        followed = kept and kept[-1].path.startswith(comment.path)
        if comment.state == Comment.State.PUBLISHED or followed:
            kept.append(comment)
    return kept[::-1]


def badge(comment: Comment, author_user_ids: set[int]) -> str:
    if comment.user_id is None:
        return ""
    return "author" if comment.user_id in author_user_ids else "editor"
