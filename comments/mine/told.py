"""What the page tells a writer of each reaction: how it stands, why, and what can be done to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from comments.judging.wording import writer_sentence
from comments.models import Comment, Decision, Policy
from comments.models.leaving import SECOND_THOUGHTS, may_be_put_back
from comments.models.states import WITHDRAWABLE, State


@dataclass(frozen=True)
class Told:
    comment: Comment
    why: list[str]  # what the rules said, where they decided
    decision: Decision | None  # what keeps it, or a part of it, from readers
    correctable_until: datetime | None
    put_back_until: datetime | None

    @property
    def can_be_withdrawn(self) -> bool:
        return self.comment.state in WITHDRAWABLE


def told_of(comments: Iterable[Comment], now: datetime, policy: Policy) -> list[Told]:
    """Of reactions as `by_mailbox` fetches them; no query for each."""
    return [_told(comment, now, policy) for comment in comments]


def _told(comment: Comment, now: datetime, policy: Policy) -> Told:
    last = comment.last_decision()
    answered = getattr(comment, "answered", False)
    correctable = comment.is_correctable_at(now, policy) and not answered
    put_back = last is not None and may_be_put_back(last, now)
    return Told(
        comment,
        why_by_rules(last) if comment.state in {State.PENDING, State.REFUSED} else [],
        comment.told_to_writer(),
        comment.correctable_until(policy) if correctable else None,
        last.at + SECOND_THOUGHTS if last and put_back else None,
    )


def why_by_rules(decision: Decision | None) -> list[str]:
    """Each sentence once. Of what a person decided, that person gave the reason."""
    if decision is None or decision.by_id is not None:
        return []
    findings = decision.evidence.get("findings", ())
    said = (
        writer_sentence(one["code"], refused=one["verdict"] == "refuse")
        for one in findings
        if one["verdict"] != "publish"
    )
    return list(dict.fromkeys(said))
