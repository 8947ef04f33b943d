"""A discussion in reading order, as rows that a template can write as nested lists in one pass.

No recursion, in SQL, Python or templates: the rows come sorted by path, and each row knows what to
open before it and how much to close after it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final, NamedTuple

from django.db.models import QuerySet

from comments.models import Comment, Discussion
from comments.models.paging import range_of, root_of
from comments.models.placing import DIGITS
from comments.models.states import PLACED
from comments.references import anchor_of, on_this_page, permalink_to
from delivery.compiled import Compiled

#: Levels that are shown indented; deeper replies stand at the last one and name whom they answer.
SHOWN_LEVELS = 4


class Reaction(NamedTuple):
    """What a thread reads of a reaction: there are many on a page, and a model costs more."""

    pk: int
    parent_id: int | None
    number: int
    path: str
    state: str
    name: str
    affiliation: str
    user_id: int | None
    published_at: datetime | None
    edited_at: datetime | None
    featured_at: datetime | None
    body: str
    body_html: str
    # Asked for only of what was taken away: why, and since when.
    reason: str = ""
    gone_at: datetime | None = None

    @property
    def anchor(self) -> str:
        return anchor_of(self.number)

    def get_absolute_url(self) -> str:
        return permalink_to(self.pk)


SHOWN: Final = [name for name in Reaction._fields if name not in Reaction._field_defaults]
#: And what it shows of one elsewhere that is answered.
ANSWERED: Final = ("number", "state", "name")


class Row(NamedTuple):
    comment: Reaction
    parent: Reaction | Comment | None
    badge: str  # "author", "editor" or ""
    opens: bool  # begins a list
    ends: bool  # nothing is nested below it
    closes: range  # lists that end after it
    text_html: str = ""
    parent_is_near: bool = True  # on this same page

    @property
    def is_tombstone(self) -> bool:
        return self.comment.state != Comment.State.PUBLISHED


@dataclass(frozen=True, slots=True)
class Thread:
    rows: list[Row]
    goes_on: Comment | None = None  # the first of a conversation that began on an earlier page
    goes_on_with: Reaction | None = None  # its first row on this page


def thread_of(
    reactions: Iterable[Reaction],
    author_user_ids: set[int],
    elsewhere: Mapping[int, Comment] | None = None,
) -> Thread:
    """`reactions` are in reading order: what readers see, and what was taken away above it.

    `elsewhere`: what they answer on other pages, by key.
    """
    shown = without_dead_ends(list(reactions))
    near = {one.pk: one for one in shown}
    away = elsewhere or {}
    anchors = {one.pk: one.anchor for one in shown}
    levels = _levels(shown)
    return Thread(
        [
            Row(
                one,
                near.get(one.parent_id or 0) or away.get(one.parent_id or 0),
                badge_of(one.user_id, author_user_ids),
                opens=level > before,
                ends=after <= level,
                closes=range(max(level - after, 0)),
                text_html=on_this_page(one.body_html, anchors),
                parent_is_near=one.parent_id in near,
            )
            for one, before, level, after in zip(
                shown, [0, *levels], levels, [*levels[1:], 1], strict=False
            )
        ]
    )


def _levels(shown: Sequence[Reaction]) -> list[int]:
    """How deep each stands in the lists: below those above it that are on this page."""
    levels: list[int] = []
    above: list[str] = []
    for comment in shown:
        while above and not comment.path.startswith(above[-1]):
            above.pop()
        levels.append(min(len(above) + 1, SHOWN_LEVELS))
        above.append(comment.path)
    return levels


def without_dead_ends(placed: list[Reaction]) -> list[Reaction]:
    """Leave out what was removed and has nothing visible below it."""
    kept: list[Reaction] = []
    for comment in reversed(placed):
        followed = kept and kept[-1].path.startswith(comment.path)
        if comment.state == Comment.State.PUBLISHED or followed:
            kept.append(comment)
    return kept[::-1]


def page_of_thread(
    discussion: Discussion, page: int, author_user_ids: set[int], *, newest_first: bool = False
) -> Thread:
    """One page of a discussion: one query, and some more where it begins within a conversation."""
    between = BETWEEN.values(discussion.pk, *range_of(discussion.page_starts, page))
    seen = [Reaction(*row) for row in between]
    paths = {one.path for one in seen}
    missing = {above for one in seen for above in _above(one.path)} - paths
    before = _last_before(discussion, seen[0].path) if seen and _above(seen[0].path) else None
    told = {*_above(before), before} if before else set()
    rows = sorted([*seen, *_gone(discussion, missing - told)], key=lambda one: one.path)
    goes_on_with = rows[0] if rows else None
    if newest_first:
        conversations = [
            list(group) for _root, group in groupby(rows, lambda one: root_of(one.path))
        ]
        rows = [one for conversation in reversed(conversations) for one in conversation]
    thread = thread_of(rows, author_user_ids, _answered_elsewhere(seen, among=rows))
    began = _root(discussion, before) if before else None
    return Thread(thread.rows, began, goes_on_with if began else None)


def _between(discussion: int, first: str, end: str | None) -> QuerySet[Comment, Any]:
    return Comment.objects.filter(discussion=discussion).between(first, end).values_list(*SHOWN)


BETWEEN: Final = Compiled(_between)


def _gone(discussion: Discussion, paths: set[str]) -> list[Reaction]:
    if not paths:
        return []
    rows = discussion.comments.gone_above(discussion, paths).values_list(*Reaction._fields)
    return [Reaction(*row) for row in rows]


def _answered_elsewhere(seen: Sequence[Reaction], among: Sequence[Reaction]) -> dict[int, Comment]:
    """Where readers can go to it. Most answer what stands on the same page."""
    elsewhere = {one.parent_id for one in seen if one.parent_id} - {one.pk for one in among}
    if not elsewhere:
        return {}
    found = Comment.objects.only(*ANSWERED).in_bulk(elsewhere)
    return {pk: one for pk, one in found.items() if one.state in PLACED}


def _last_before(discussion: Discussion, first: str) -> str | None:
    """The path of the last one on the page before, if it is of the same conversation."""
    earlier = discussion.comments.published().filter(path__gte=root_of(first), path__lt=first)
    return earlier.order_by("-path").values_list("path", flat=True).first()


def _root(discussion: Discussion, path: str) -> Comment | None:
    return discussion.comments.placed().filter(path=root_of(path)).first()


def _above(path: str) -> list[str]:
    return [path[:end] for end in range(DIGITS, len(path), DIGITS)]


def badge_of(user_id: int | None, author_user_ids: set[int]) -> str:
    """Of who speaks for the site."""
    if user_id is None:
        return ""
    return "author" if user_id in author_user_ids else "editor"
