"""A reaction as a moderator judges it: with all that bears on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any, Final

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _

from articles.differences import Piece, between
from comments.judging.ruling import OF_EVERYBODY, Verdict
from comments.judging.wording import for_moderator
from comments.models import Comment, Decision, Measure, Notice, Writer
from comments.models.queues import OPEN_NOTICE
from markup.marking import marked_html

NOTHING: Final = {"published": 0, "refused": 0, "removed": 0, "spam": 0, "reported": 0}


@dataclass(frozen=True)
class Record:
    """What is known of a writer: what became of the reactions, and what holds for the mailbox."""

    counts: dict[str, int]
    writer: Writer | None
    measures: list[Measure]

    @property
    def is_first(self) -> bool:
        """Nothing of this writer was judged before."""
        return not any(self.counts.values())


@dataclass(frozen=True)
class Item:
    comment: Comment
    decisions: list[Decision]  # the newest first
    notices: list[Notice]
    record: Record | None  # None: written by staff
    next: str = ""  # where to go once it is judged
    acts: Sequence[Any] = ()
    changes: list[tuple[Any, tuple[Piece, ...]]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What its buttons call it."""
        words = {"number": self.comment.number, "name": self.comment.name}
        if self.comment.number:
            return _("reactie %(number)s van %(name)s") % words
        return _("reactie van %(name)s") % words

    @property
    def anchor(self) -> str:
        return f"oordeel-{self.comment.pk}"

    @property
    def seen(self) -> str:
        """What a form about it says was seen: the reaction, and the last decision on it."""
        return f"{self.comment.pk}:{self.decisions[0].pk if self.decisions else 0}"

    @property
    def findings(self) -> list[dict[str, Any]]:
        """What the checks found when they last looked; what they find of all reactions, last."""
        found = self.judgement.get("findings", ())
        return sorted(found, key=lambda one: one.get("code") in OF_EVERYBODY)

    @property
    def was_held(self) -> bool:
        return self.judgement.get("verdict") != Verdict.PUBLISH.name.lower()

    @property
    def judgement(self) -> dict[str, Any]:
        judged = (one for one in self.decisions if one.verb == Decision.Verb.JUDGE)
        return next((one.evidence for one in judged), {})

    @property
    def reasons(self) -> list[str]:
        return [for_moderator(finding) for finding in self.findings]

    @property
    def text_html(self) -> str:
        words = [str(one["matched"]) for one in self.findings if "matched" in one]
        return marked_html(self.comment.body_html, words)

    @property
    def was_changed(self) -> bool:
        taken_out = any(one.verb == Decision.Verb.REDACT for one in self.decisions)
        return bool(self.comment.edited_at) or taken_out

    @property
    def open_notices(self) -> list[Notice]:
        return [one for one in self.notices if one.state in OPEN_NOTICE]

    @property
    def can_be_undone(self) -> bool:
        return bool(self.decisions) and self.decisions[0].can_be_undone


def items_of(comments: Sequence[Comment], now: datetime) -> list[Item]:
    prefetch_related_objects(
        list(comments),
        Prefetch("decisions", Decision.objects.select_related("by").order_by("-pk")),
        Prefetch("notices", Notice.objects.order_by("-received_at", "-pk")),
    )
    records = records_of({one.email for one in comments if one.email}, now)
    return [
        Item(one, list(one.decisions.all()), list(one.notices.all()), records.get(one.email))
        for one in comments
    ]


def records_of(mailboxes: set[str], now: datetime) -> dict[str, Record]:
    counts = Comment.objects.records_of(mailboxes)
    in_force = Prefetch("measures", Measure.objects.in_force(now), to_attr="now_in_force")
    known: Iterable[Any] = Writer.objects.filter(email__in={one.lower() for one in mailboxes})
    writers = {one.email: one for one in known.prefetch_related(in_force)}  # type: ignore[attr-defined]
    return {
        one: Record(
            {**NOTHING, **counts.get(one, {})},
            writer := writers.get(one.lower()),
            writer.now_in_force if writer else [],
        )
        for one in mailboxes
    }


def changes_of(comment: Comment) -> list[tuple[Any, tuple[Piece, ...]]]:
    """Each earlier text with what became of it, the newest first."""
    earlier = list(comment.versions.select_related("replaced_by").order_by("replaced_at", "pk"))
    texts = [*(one.body for one in earlier), comment.body]
    pairs = [between(before, after) for before, after in pairwise(texts)]
    return list(zip(earlier, pairs, strict=True))[::-1]
