"""Checks of how and when a reaction was sent, and what others say of it."""

from collections.abc import Callable, Iterator
from typing import Final

from comments.audience import barred
from comments.judging.facts import Facts
from comments.judging.ruling import Finding, Verdict
from comments.models.policy import Mode, Policy

type Findings = Iterator[Finding]
type Check = Callable[[Facts, Policy], Findings]

HOLD, REFUSE = Verdict.HOLD, Verdict.REFUSE
TEN_MINUTES: Final = 600  # seconds
HOUR: Final = 3_600

#: What the word of a checker elsewhere asks for. Who is silent decides nothing: it waits.
HEARD: Final = {"silent": HOLD, "hold": HOLD, "refuse": REFUSE, "spam": REFUSE}


def who_may(facts: Facts, policy: Policy) -> Findings:
    if audience := barred(policy, known=facts.confirmed):
        yield Finding("audience", REFUSE, (("for", audience),))


def moderated_before(facts: Facts, policy: Policy) -> Findings:
    """The one thing that trust takes away."""
    if (facts.mode or policy.mode) == Mode.BEFORE and not _trusted(facts, policy):
        yield Finding("before", HOLD)


def _trusted(facts: Facts, policy: Policy) -> bool:
    """Whoever types the address of another has nothing by it: the browser must be known."""
    enough = policy.trusted_after
    return enough is not None and facts.confirmed and facts.record.published >= enough


def out_of_hours(facts: Facts, policy: Policy) -> Findings:
    if policy.keeps_hours and facts.outside_hours:
        yield Finding("hours", HOLD)


def old_article(facts: Facts, policy: Policy) -> Findings:
    most = policy.held_after_days
    if most is not None and facts.article_days > most:
        yield Finding("old_article", HOLD, (("days", facts.article_days),))


def trap(facts: Facts, policy: Policy) -> Findings:
    if facts.sending.trapped:
        yield Finding("trap", REFUSE)


def time_open(facts: Facts, policy: Policy) -> Findings:
    seconds = facts.sending.open_seconds
    if seconds is None:
        if facts.sending.signed:
            return
        yield Finding("unsigned", HOLD)
    elif seconds > policy.form_hours * HOUR:
        yield Finding("expired", REFUSE, (("hours", policy.form_hours),))
    elif policy.too_fast_seconds is not None and seconds < policy.too_fast_seconds:
        yield Finding("fast", HOLD, (("seconds", seconds),))


def proof_of_work(facts: Facts, policy: Policy) -> Findings:
    """Without JavaScript there is none: then it is for a person to read first."""
    if policy.proof_of_work and facts.sending.proof is False:
        yield Finding("proof", HOLD)


def rate(facts: Facts, policy: Policy) -> Findings:
    sent, record = facts.sending, facts.record
    short, long = policy.most_in_ten_minutes, policy.most_in_a_day
    if sent.in_a_day > long or record.in_a_day >= long:
        yield Finding("rate", REFUSE, (("most", long), ("wait", HOUR)))
    if sent.in_ten_minutes > short or record.in_ten_minutes >= short:
        yield Finding("rate", REFUSE, (("most", short), ("wait", TEN_MINUTES)))


def slow_mode(facts: Facts, policy: Policy) -> Findings:
    since = facts.record.seconds_since_here
    if not facts.slow_minutes or since is None:
        return
    wait = facts.slow_minutes * 60 - since
    if wait > 0:
        yield Finding("slow", REFUSE, (("minutes", facts.slow_minutes), ("wait", wait)))


def outside(facts: Facts, policy: Policy) -> Findings:
    for one in facts.opinions:
        if verdict := HEARD.get(one.says):
            evidence = (("source", one.source), ("reason", one.reason))
            yield Finding(f"outside_{one.says}", verdict, evidence)


CHECKS: tuple[Check, ...] = (
    who_may,
    trap,
    time_open,
    rate,
    slow_mode,
    proof_of_work,
    moderated_before,
    out_of_hours,
    old_article,
    outside,
)
