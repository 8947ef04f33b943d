"""Proefdraaien: what another setting would have made of the reactions of late. Nothing is saved.

Both settings judge the same facts, so that a difference is the work of the setting. How something
was sent is not kept, so that says nothing here; an address counts as confirmed from when it was.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from comments.judging.gathering import House, facts_from
from comments.judging.judge import judge
from comments.judging.records import Records
from comments.judging.ruling import Ruling, Verdict
from comments.judging.words import Word
from comments.models.comment import Comment
from comments.models.policy import Policy
from comments.models.writer import Writer

MOST: Final = 1_000


@dataclass(frozen=True)
class Setting:
    policy: Policy
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Change:
    comment: Comment
    before: Ruling
    after: Ruling


@dataclass(frozen=True)
class Trial:
    changes: tuple[Change, ...]
    same: Counter[Verdict]  # how many keep which verdict

    @property
    def looked_at(self) -> int:
        return len(self.changes) + self.same.total()

    def moves(self) -> list[tuple[Verdict, Verdict, int]]:
        """From which verdict to which, and how many: the most first."""
        counted = Counter((one.before.verdict, one.after.verdict) for one in self.changes)
        return [(before, after, many) for (before, after), many in counted.most_common()]


def try_out(before: Setting, after: Setting, most: int = MOST) -> Trial:
    """Over the newest reactions of readers, newest first."""
    theirs = Comment.objects.filter(user=None).select_related("discussion__article")
    comments = list(theirs.order_by("-pk")[:most])
    changes, same = [], Counter[Verdict]()
    house = House.now()
    records, confirmed = _past(comments)
    for comment in comments:
        at = comment.created_at
        facts = facts_from(comment, house, records, at)
        known = confirmed.get(comment.email.lower())
        facts = replace(facts, confirmed=known is not None and known <= at)
        now, then = (judge(replace(facts, words=one.words), one.policy) for one in (before, after))
        if now.verdict == then.verdict:
            same[now.verdict] += 1
        else:
            changes.append(Change(comment, now, then))
    return Trial(tuple(changes), same)


def _past(comments: list[Comment]) -> tuple[Records, dict[str, datetime]]:
    """The records of everyone who wrote these, and since when who is confirmed."""
    if not comments:
        return Records(), {}
    emails = {comment.email.lower() for comment in comments}
    records = Records.of(emails, min(comment.created_at for comment in comments))
    writers = Writer.objects.filter(email__in=emails).values_list("email", "confirmed_at")
    return records, {email: since for email, since in writers if since}
