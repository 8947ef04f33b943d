"""What judging a reaction comes to: a verdict, and every reason there was for it."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

#: Findings that are no judgement of what was written. Who tries so is told so, at the door, and
#: keeps the text; nothing is stored.
AT_THE_DOOR: Final = {"rate", "slow", "expired", "audience"}
#: Findings that hold whoever writes whatever: they say nothing of this very reaction.
OF_EVERYBODY: Final = {"before", "hours", "old_article"}
#: Findings by which a reaction is the work of a machine, and not of somebody who is told why.
OF_MACHINES: Final = {"trap", "outside_spam"}


class Verdict(IntEnum):
    """In order of strictness: of several, the highest one holds."""

    PUBLISH = 0
    HOLD = 1
    REFUSE = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason: a code, what it asks for, and what was seen. The words are made from these.

    One that asks for nothing but publishing is a remark for who reads it.
    """

    code: str
    verdict: Verdict
    evidence: tuple[tuple[str, str | int], ...] = ()

    def seen(self, name: str) -> str | int | None:
        return dict(self.evidence).get(name)


@dataclass(frozen=True, slots=True)
class Ruling:
    findings: tuple[Finding, ...] = ()

    @property
    def verdict(self) -> Verdict:
        return max((finding.verdict for finding in self.findings), default=Verdict.PUBLISH)

    @property
    def at_the_door(self) -> tuple[Finding, ...]:
        """Why it is not even taken in, if so."""
        return tuple(one for one in self.findings if one.code in AT_THE_DOOR)

    @property
    def is_spam(self) -> bool:
        return any(one.code in OF_MACHINES for one in self.findings)

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """The findings that made the verdict what it is."""
        return tuple(one for one in self.findings if 0 < one.verdict == self.verdict)

    def as_evidence(self) -> dict[str, object]:
        """As a decision keeps it."""
        findings = [
            {"code": one.code, "verdict": one.verdict.name.lower(), **dict(one.evidence)}
            for one in self.findings
        ]
        return {"verdict": self.verdict.name.lower(), "findings": findings}
