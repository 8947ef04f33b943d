"""Who may react, as the policy has it: one rule, for the form, the invitation and the judge."""

from comments.models.policy import Audience, Policy


def barred(policy: Policy, *, known: bool) -> str:
    """Whom reacting is kept for, where that leaves out this reader; "" where it does not.

    `known`: this browser is known to be at the mailbox. Staff are never asked this.
    """
    if policy.audience == Audience.STAFF or (policy.audience == Audience.CONFIRMED and not known):
        return str(policy.audience)
    return ""
