"""How often one connection reports, and who reported this already. Kept in the cache only."""

import hashlib
from datetime import datetime
from typing import Final

from django.core.cache import cache

from comments.models import Comment, Notice, Writer

MOST_IN_AN_HOUR: Final = 10
HOUR: Final = 60 * 60  # seconds
DAY: Final = 24 * HOUR


def wait_of(client: str, now: datetime) -> int:
    """One more by this connection: for how many seconds it is one too many, or 0."""
    hour, passed = divmod(int(now.timestamp()), HOUR)
    key = f"notices:{client}:{hour}"
    cache.add(key, 0, HOUR)
    try:
        many = cache.incr(key)
    except ValueError:  # it ran out just now
        return 0
    return HOUR - passed if many > MOST_IN_AN_HOUR else 0


def person(client: str, comment: Comment, email: str) -> str:
    """Who reports what: the same address by the same connection, or no address by it."""
    mailbox = hashlib.sha256(email.encode()).hexdigest()[:32]
    return f"notice-by:{client}:{comment.pk}:{mailbox}"


def earlier_of(person: str, comment: Comment, email: str, at: Writer | None) -> str:
    """The number of this person's earlier notice, or nothing.

    An address alone proves nothing: who types that of another must not learn whether that one
    reported. So it counts on the same connection only, or `at` a mailbox this browser confirmed.
    """
    if at and at.email == email and (found := comment.notices.by(email).first()):
        return found.reference
    return str(cache.get(person, ""))


def claim(person: str, notice: Notice) -> bool:
    """Whether this is the first of the person's, also of two at the same moment."""
    return bool(cache.add(person, notice.reference, DAY))


def release(person: str) -> None:
    """It was not stored after all."""
    cache.delete(person)
