"""How a discussion ended, as readers are told: by whom, when, and when it opens again."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts import roles
from comments.models import Discussion, Policy


@dataclass(frozen=True)
class Ending:
    lead: str  # a time follows
    at: datetime | None
    reopens_at: datetime | None


def ending_of(discussion: Discussion, policy: Policy, now: datetime) -> Ending:
    """Of a discussion that is closed now. A query where somebody closed it."""
    at = discussion.closing_time(policy, now)
    days = policy.closes_after_days if discussion.follows_policy else None
    lead = by_policy(days) if days else by_somebody(discussion)
    return Ending(lead, at, discussion.reopens_at)


def by_policy(days: int) -> str:
    sentence = ngettext(
        "Reageren sluit vanzelf %(n)s dag na publicatie. Dat was op",
        "Reageren sluit vanzelf %(n)s dagen na publicatie. Dat was op",
        days,
    )
    return sentence % {"n": days}


def by_somebody(discussion: Discussion) -> str:
    """Who it was is nobody's business; in which role it was, is."""
    if discussion.closed_by_id is None:
        return _("Gesloten op")
    of_user = Group.objects.filter(user=discussion.closed_by_id)
    groups = set(of_user.values_list("name", flat=True))
    if roles.MODERATORS in groups and roles.EDITORS not in groups:
        return _("Gesloten door de moderatoren op")
    return _("Gesloten door de redactie op")
