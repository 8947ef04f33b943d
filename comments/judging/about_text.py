"""Checks of what is written."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from comments.judging.facts import Facts
from comments.judging.ruling import Finding, Verdict
from comments.judging.words import hits
from comments.models.policy import Policy

type Findings = Iterator[Finding]
type Check = Callable[[Facts, Policy], Findings]

HOLD, REFUSE = Verdict.HOLD, Verdict.REFUSE

#: Fewer letters than this is a name of a ministry, and not shouting.
SHORTEST_SHOUT: Final = 20
ADDRESS: Final = re.compile(r"\S+://\S+|\S+@\S+")


def words(facts: Facts, policy: Policy) -> Findings:
    """One finding for each place, so that it can be marked where it stands."""
    parts = (("body", facts.body), ("name", facts.name), ("affiliation", facts.affiliation))
    for word in facts.words:
        verdict = REFUSE if word.refuses else HOLD
        for field, text in parts:
            for hit in hits(word, text):
                seen = (("rule", word.pattern), ("matched", hit.matched), ("field", field))
                place = (("start", hit.start), ("end", hit.end))
                yield Finding("word", verdict, (*seen, *place))


def links(facts: Facts, policy: Policy) -> Findings:
    if policy.held_links is not None and facts.links >= policy.held_links:
        yield Finding("links", HOLD, (("links", facts.links),))


def shouting(facts: Facts, policy: Policy) -> Findings:
    if policy.shouting_percent is None:
        return
    letters = list(filter(str.isalpha, ADDRESS.sub("", facts.body)))
    capitals = sum(map(str.isupper, letters))
    if len(letters) >= SHORTEST_SHOUT and 100 * capitals >= policy.shouting_percent * len(letters):
        yield Finding("shouting", HOLD, (("percent", 100 * capitals // len(letters)),))


CHECKS: tuple[Check, ...] = (words, links, shouting)
