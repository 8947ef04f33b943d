"""What was found, in words: from the code and the evidence of a finding."""

from collections.abc import Mapping
from typing import Any


def for_moderator(finding: Mapping[str, Any]) -> str:
    """As a decision keeps it: its code, and what was seen."""
    seen = [str(value) for name, value in finding.items() if name not in {"code", "verdict"}]
    return f"{finding['code']}: {', '.join(seen)}" if seen else str(finding["code"])
