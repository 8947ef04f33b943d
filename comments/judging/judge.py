"""Judging a reaction: all checks run, the strictest verdict holds, every reason is kept.

Pure: facts and policy in, ruling out. A check says what it finds; none of them knows the others.
"""

from comments.judging import about_sending, about_text, about_writer
from comments.judging.facts import Facts
from comments.judging.ruling import Ruling
from comments.models.policy import Policy

CHECKS = (*about_sending.CHECKS, *about_writer.CHECKS, *about_text.CHECKS)


def judge(facts: Facts, policy: Policy) -> Ruling:
    """What the checks make of it. Staff answer for themselves."""
    if facts.by_staff:
        return Ruling()
    return Ruling(tuple(finding for check in CHECKS for finding in check(facts, policy)))
