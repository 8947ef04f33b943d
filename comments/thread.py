"""A discussion in reading order, as rows that a template can write as nested lists in one pass.

No recursion, in SQL, Python or templates: the rows come sorted by path, and each row knows what to
open before it and how much to close after it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final, cast

from django.db.models import QuerySet

from comments.models import Comment, Discussion
from comments.models.paging import range_of, root_of
from comments.models.placing import DIGITS
from comments.models.states import PLACED
from comments.references import on_this_page
from delivery.compiled import Compiled

#: Levels that are shown indented; deeper replies stand at the last one and name whom they answer.
SHOWN_LEVELS = 4

#: What a thread shows of a reaction, and of one elsewhere that it answers.
SHOWN = (
    *("discussion", "parent", "number", "path", "state", "name", "affiliation", "user"),
    *("published_at", "edited_at", "featured_at", "body", "body_html"),
)
ANSWERED = ("number", "state", "name")

PARENT = Comment._meta.get_field("parent")


@dataclass(frozen=True, slots=True)
class Row:
    comment: Comment
    parent: Comment | None
    badge: str  # "author", "editor" or ""
    opens: bool  # begins a list
    ends: bool  # nothing is nested below it
    closes: range  # lists that end after it
    text_html: str = ""
    parent_is_near: bool = True  # on this same page

    @property
    def is_tombstone(self) -> bool:
        return self.comment.state != Comment.State.PUBLISHED

    @property
    def gone_at(self) -> datetime | None:
        """When it was taken away, if it was asked for from the database."""
        return getattr(self.comment, "gone_at", None)


@dataclass(frozen=True, slots=True)
class Thread:
    rows: list[Row]
    count: int  # that readers can see, on this page
    goes_on: Comment | None = None  # the first of a conversation that began on an earlier page
    goes_on_with: Comment | None = None  # its first row on this page


def thread_of(comments: Iterable[Comment], author_user_ids: set[int]) -> Thread:
    """`comments` are in reading order: what readers see, and what was taken away above it."""
    shown = without_dead_ends(list(comments))
    by_pk = {comment.pk: comment for comment in shown}
    anchors = {comment.pk: comment.anchor for comment in shown}
    levels = _levels(shown)
    rows = [
        Row(
            comment,
            by_pk.get(comment.parent_id or 0) or _parent_elsewhere(comment),
            badge(comment, author_user_ids),
            opens=level > before,
            ends=after <= level,
            closes=range(max(level - after, 0)),
            text_html=on_this_page(comment.body_html, anchors),
            parent_is_near=comment.parent_id in by_pk,
        )
        for comment, before, level, after in zip(
            shown, [0, *levels], levels, [*levels[1:], 1], strict=False
        )
    ]
    return Thread(rows, sum(not row.is_tombstone for row in rows))


def _levels(shown: Sequence[Comment]) -> list[int]:
    """How deep each stands in the lists: below those above it that are on this page."""
    levels: list[int] = []
    above: list[str] = []
    for comment in shown:
        while above and not comment.path.startswith(above[-1]):
            above.pop()
        levels.append(min(len(above) + 1, SHOWN_LEVELS))
        above.append(comment.path)
    return levels


def _parent_elsewhere(comment: Comment) -> Comment | None:
    """The one it answers, if that was fetched with it and has a place that readers can go to."""
    known = PARENT.is_cached(comment) and comment.parent
    return cast("Comment", known) if known and known.state in PLACED else None


def without_dead_ends(placed: list[Comment]) -> list[Comment]:
    """Leave out what was removed and has nothing visible below it."""
    kept: list[Comment] = []
    for comment in reversed(placed):
        followed = kept and kept[-1].path.startswith(comment.path)
        if comment.state == Comment.State.PUBLISHED or followed:
            kept.append(comment)
    return kept[::-1]


def page_of_thread(
    discussion: Discussion, page: int, author_user_ids: set[int], *, newest_first: bool = False
) -> Thread:
    """One page of a discussion: one query, and some more where it begins within a conversation."""
    seen = BETWEEN.objects(discussion.pk, *range_of(discussion.page_starts, page))
    paths = {one.path for one in seen}
    missing = {above for one in seen for above in _above(one.path)} - paths
    before = _last_before(discussion, seen[0]) if seen and seen[0].depth > 1 else None
    told = set(_above(before.path)) | {before.path} if before else set()
    gone = list(discussion.comments.gone_above(discussion, missing - told)) if missing else []
    rows = sorted([*seen, *gone], key=lambda one: one.path)
    _fetch_answered(seen, among=rows)
    goes_on_with = rows[0] if rows else None
    if newest_first:
        conversations = [
            list(group) for _root, group in groupby(rows, lambda one: root_of(one.path))
        ]
        rows = [one for conversation in reversed(conversations) for one in conversation]
    thread = thread_of(rows, author_user_ids)
    began = _root_elsewhere(discussion, before, seen)
    return Thread(thread.rows, thread.count, began, began and goes_on_with)


def _between(discussion: int, first: str, end: str | None) -> QuerySet[Comment]:
    return Comment.objects.filter(discussion=discussion).between(first, end).only(*SHOWN)


BETWEEN: Final = Compiled(_between)


def _fetch_answered(seen: Sequence[Comment], among: Sequence[Comment]) -> None:
    """Most answer what stands on the same page: joined to each, it would be read twice."""
    elsewhere = {one.parent_id for one in seen if one.parent_id} - {one.pk for one in among}
    if elsewhere:
        found = Comment.objects.only(*ANSWERED).in_bulk(elsewhere)
        for one in seen:
            if one.parent_id in found:
                one.parent = found[one.parent_id]


def _last_before(discussion: Discussion, first: Comment) -> Comment | None:
    """The last one on the page before, if it is of the same conversation."""
    earlier = discussion.comments.published().filter(
        path__gte=root_of(first.path), path__lt=first.path
    )
    return earlier.order_by("-path").first()


def _root_elsewhere(
    discussion: Discussion, before: Comment | None, seen: list[Comment]
) -> Comment | None:
    if before is None:
        return None
    return discussion.comments.placed().filter(path=root_of(seen[0].path)).first()


def _above(path: str) -> list[str]:
    return [path[:end] for end in range(DIGITS, len(path), DIGITS)]


def badge(comment: Comment, author_user_ids: set[int]) -> str:
    return badge_of(comment.user_id, author_user_ids) if comment.user_id else ""


def badge_of(user_id: int, author_user_ids: set[int]) -> str:
    return "author" if user_id in author_user_ids else "editor"
