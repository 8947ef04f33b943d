"""What holds for the demo's discussions: the policy, its hours, its words, and two writers."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from comments.models import Policy, WordRule, Writer

RULES: Final = Path(__file__).parent / "magazine" / "policy.toml"

type Entry = dict[str, Any]


@transaction.atomic
def lay_down(moderator: User) -> None:
    """Once, before anybody reacts: a policy that is there already stays as it is."""
    entry = tomllib.loads(RULES.read_text())
    policy, is_new = Policy.objects.get_or_create(
        pk=Policy.singleton_instance_id, defaults=entry["policy"]
    )
    if not is_new:
        return
    for part in entry["hours"]:
        for day in part["days"]:
            policy.hours.create(weekday=day, opens=part["opens"], closes=part["closes"])
    for closed in entry["closed"]:
        day = date(timezone.localdate().year, closed["month"], closed["day"])
        policy.closed_days.create(day=day, name=closed["name"])
    for word in entry["words"]:
        WordRule.objects.get_or_create(pattern=word["pattern"], defaults=word)
    for writer in entry["writers"]:
        _watch(writer, moderator)


def _watch(entry: Entry, by: User) -> None:
    now = timezone.now()
    writer = Writer.objects.of(entry["email"])
    writer.note = entry["note"]
    writer.save(update_fields=["note"])
    until = now + timedelta(days=entry["days"])
    since = now - timedelta(days=1)
    writer.measures.create(
        kind=entry["measure"], reason=entry["reason"], since=since, until=until, by=by
    )
