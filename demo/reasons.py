"""Why the demo's moderator restricted a reaction, as the form of the desk would have it."""

from typing import Any

from pages.models import HouseRules
from pages.models.rules import RulesVersion


def reasons(entry: dict[str, Any]) -> dict[str, Any]:
    """What the verbs that restrict want to know; `rule` is the number of a house rule."""
    found = {"reason": entry["reason"], "note": entry.get("note", "")}
    if number := entry.get("rule"):
        rule = HouseRules.the_one().rules.get(number=number)
        version = RulesVersion.objects.visible().first()
        found |= {"house_rule": rule.code, "rules_version": version and version.number}
    return found
