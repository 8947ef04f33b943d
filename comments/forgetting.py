"""What is not kept for ever, once its term is over. What was decided, when and why is kept."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings

from comments.models import Comment, Follow, Notice, Writer
from desk.refused import Refused
from mailing.models import Mail

#: So many reactions are looked up at a time; each is forgotten in a transaction of its own.
AT_A_TIME: Final = 500


def forget(now: datetime) -> dict[str, int]:
    """Let go of all whose term is over, and say of how much. Twice is once."""
    return {
        "reactions": sum(_let_go(pk) for pk in _reactions(_days_ago(now, "TAKEN_AWAY"))),
        "requests to follow": Follow.objects.unanswered(_days_ago(now, "UNANSWERED")).delete()[0],
        "reports": Notice.objects.over(_days_ago(now, "NOTICES")).forget(),
        "mails": Mail.objects.over(_days_ago(now, "MAIL")).forget(),
        "mailboxes": Writer.objects.of_no_use(_days_ago(now, "UNANSWERED")).delete()[0],
    }


def to_forget(now: datetime) -> dict[str, int]:
    """How much that would be, without the mailboxes that it leaves of no use."""
    return {
        "reactions": Comment.objects.outlived(_days_ago(now, "TAKEN_AWAY")).count(),
        "requests to follow": Follow.objects.unanswered(_days_ago(now, "UNANSWERED")).count(),
        "reports": Notice.objects.over(_days_ago(now, "NOTICES")).count(),
        "mails": Mail.objects.over(_days_ago(now, "MAIL")).count(),
    }


def _days_ago(now: datetime, what: str) -> datetime:
    return now - timedelta(days=settings.KEEP_DAYS[f"KEEP_{what}_DAYS"])


def _reactions(before: datetime) -> Iterator[int]:
    """A few hundred at a time: of all at once, a database would read all decisions there are."""
    last = 0
    while pks := _next(last):
        outlived = Comment.objects.outlived(before).filter(pk__in=pks).order_by("pk")
        yield from list(outlived.values_list("pk", flat=True))
        last = pks[-1]


def _next(last: int) -> list[int]:
    found = Comment.objects.taken_away().filter(pk__gt=last).order_by("pk")
    return list(found.values_list("pk", flat=True)[:AT_A_TIME])


def _let_go(pk: int) -> int:
    try:
        Comment.objects.get(pk=pk).forget()
    except Refused:  # somebody put it back at this very moment
        return 0
    return 1
