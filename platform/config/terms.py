"""How long is kept what is kept for a time only, in days: see `manage.py forget`."""

from typing import Final

import environ
from django.core.exceptions import ImproperlyConfigured

DEFAULTS: Final = {
    "KEEP_TAKEN_AWAY_DAYS": 183,  # the text and the writer of what readers no longer see
    "KEEP_UNANSWERED_DAYS": 7,  # a mailbox that was asked something and did not say yes
    "KEEP_NOTICES_DAYS": 731,  # who reported something, and what was said about it
    "KEEP_MAIL_DAYS": 183,  # what a mail said, and to whom
}


def terms(env: environ.Env) -> dict[str, int]:
    """Of each of DEFAULTS what the environment says."""
    found = {name: env.int(name, default=days) for name, days in DEFAULTS.items()}
    for name, days in found.items():
        if not 1 <= days <= 36_500:
            raise ImproperlyConfigured(f"{name} is not a number of days from 1 to 36500.")
    return found
