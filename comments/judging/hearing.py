"""A reaction before the judge: what is known of it is brought together, and judged."""

from dataclasses import replace
from datetime import datetime

from comments.hours import is_outside_hours
from comments.judging import outside
from comments.judging.facts import Facts
from comments.judging.gathering import facts_about
from comments.judging.judge import judge
from comments.judging.ruling import Ruling, Verdict
from comments.judging.visit import Visit
from comments.links import absolute
from comments.models.comment import Comment
from comments.models.policy import Policy


def hear(comment: Comment, visit: Visit, now: datetime, policy: Policy | None = None) -> Ruling:
    """Before it is stored, and outside any transaction: it may ask others."""
    policy = policy or Policy.get_solo()
    confirmed = bool(comment.email) and comment.email.lower() == visit.mailbox
    facts = facts_about(
        comment,
        visit.sending,
        now,
        confirmed=confirmed,
        outside_hours=is_outside_hours(now, policy),
    )
    ruling = judge(facts, policy)
    if facts.by_staff or ruling.verdict == Verdict.REFUSE or not outside.are_asked():
        return ruling  # what stays out anyway is told to nobody
    return judge(_with_opinions(facts, comment, visit), policy)


def _with_opinions(facts: Facts, comment: Comment, visit: Visit) -> Facts:
    page = absolute(comment.discussion.article.get_absolute_url())
    return replace(facts, opinions=outside.opinions_on(facts, page, visit.network))
