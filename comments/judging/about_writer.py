"""Checks of who writes: the name, the address, and what this address did before."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from disposable_email_domains import blocklist

from comments.judging.facts import Facts
from comments.judging.folding import folded, without_figures
from comments.judging.ruling import Finding, Verdict
from comments.models.policy import Policy

type Findings = Iterator[Finding]
type Check = Callable[[Facts, Policy], Findings]

HOLD, REFUSE, REMARK = Verdict.HOLD, Verdict.REFUSE, Verdict.PUBLISH

#: Who calls themselves so, speaks as if for us.
OFFICES: Final = (
    "redactie", "redacteur", "eindredactie", "hoofdredacteur", "hoofdredactie", "webredactie",
    "moderator", "moderatie", "moderatoren", "beheerder", "beheer", "webmaster", "admin",
    "administrator", "editor",
)  # fmt: skip


def posing(facts: Facts, policy: Policy) -> Findings:
    """No name of staff or authors, of our offices or of the site; also not in other letters."""
    own = skeleton(facts.name)
    for name in facts.reserved:
        if own and own == skeleton(name):
            yield Finding("posing", HOLD, (("as", name),))
    said = _words(facts.name) | _words(facts.affiliation)
    for office in OFFICES:
        if skeleton(office) in said:
            yield Finding("posing", HOLD, (("as", office),))
    if facts.site and skeleton(facts.site) in own:
        yield Finding("posing", HOLD, (("as", facts.site),))


@lru_cache(maxsize=4_096)
def skeleton(name: str) -> str:
    """What is left for the eye: letters only, in which an l, an I and a 1 look the same."""
    letters = re.sub(r"[\W_]", "", without_figures(folded(name).text))
    return letters.replace("l", "i")


def _words(text: str) -> set[str]:
    return {skeleton(word) for word in re.split(r"[\s\W_]+", folded(text).text) if word}


def newcomer(facts: Facts, policy: Policy) -> Findings:
    """Said of everyone who is new here; held where the policy wants it.

    An address that this browser did not prove to be at has no past: anybody could type it.
    """
    if not facts.record.published:
        yield Finding("first", HOLD if policy.hold_first else REMARK)
    elif policy.hold_first and not facts.confirmed:
        yield Finding("unproven", HOLD)
    if policy.hold_unconfirmed and not facts.confirmed:
        yield Finding("unconfirmed", HOLD)


def measures(facts: Facts, policy: Policy) -> Findings:
    if facts.record.blocked:
        yield Finding("blocked", REFUSE)
    if facts.record.held:
        yield Finding("watched", HOLD)


def duplicate(facts: Facts, policy: Policy) -> Findings:
    if times := facts.record.same_elsewhere:
        yield Finding("duplicate", HOLD, (("times", times),))


def refused_often(facts: Facts, policy: Policy) -> Findings:
    judged, refused = facts.record.judged, facts.record.refused
    most = policy.refused_percent
    if most is not None and refused and 100 * refused >= most * judged:
        yield Finding("refused_often", HOLD, (("refused", refused), ("of", judged)))


def throw_away(facts: Facts, policy: Policy) -> Findings:
    if policy.hold_disposable and (domain := _disposable(facts.email)):
        yield Finding("disposable", HOLD, (("domain", domain),))


def _disposable(email: str) -> str:
    """The domain of the address, or one above it, that is known for addresses to throw away."""
    labels = email.rpartition("@")[2].lower().rstrip(".").split(".")
    above = (".".join(labels[n:]) for n in range(len(labels) - 1))
    return next((domain for domain in above if domain in blocklist), "")


CHECKS: tuple[Check, ...] = (posing, measures, newcomer, duplicate, refused_often, throw_away)
