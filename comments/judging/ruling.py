"""What judging a reaction comes to: a verdict, and every reason there was for it."""

from dataclasses import dataclass
from enum import IntEnum


class Verdict(IntEnum):
    """In order of strictness: of several, the highest one holds."""

    PUBLISH = 0
    HOLD = 1
    REFUSE = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason: a code, what it asks for, and what was seen. The words are made from these."""

    code: str
    verdict: Verdict
    evidence: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    findings: tuple[Finding, ...] = ()

    @property
    def verdict(self) -> Verdict:
        return max((finding.verdict for finding in self.findings), default=Verdict.PUBLISH)

    def as_evidence(self) -> dict[str, object]:
        """As a decision keeps it."""
        findings = [
            {"code": one.code, "verdict": one.verdict.name.lower(), **dict(one.evidence)}
            for one in self.findings
        ]
        return {"verdict": self.verdict.name.lower(), "findings": findings}
