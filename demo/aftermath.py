"""What happened to a reaction of the demo after it was placed: marked, reported, taken away."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.utils import timezone

from accounts.models import User
from comments.links import absolute
from comments.models import Adoption, Comment, Notice
from demo.moments import later, moment
from demo.reasons import reasons

#: How long after it was written a reader reported it, and how long it stood.
REPORTING_TIME: Final = timedelta(hours=2)
LYING_TIME: Final = timedelta(days=3)
STANDING_TIME: Final = timedelta(days=1, minutes=40)

type Entry = dict[str, Any]
type Users = dict[str, User]


def of(comment: Comment, entry: Entry, users: Users) -> None:
    """In the order of a life: what is taken away was perhaps reported first."""
    editor, moderator = users["redactie"], users["moderator"]
    if entry.get("featured"):
        comment.feature(editor)
    for report in entry.get("reports", ()):
        _report(comment, report, moderator)
    if offer := entry.get("adopt"):
        _adopt(comment, offer, editor)
    if reason := entry.get("second_thoughts"):
        comment.remove(moderator, reason)
        comment.undo(moderator)
    _take_away(comment, entry, moderator)


def _report(comment: Comment, entry: Entry, moderator: User) -> None:
    notice = Notice(
        comment=comment,
        kind=entry.get("kind", Notice.Kind.RULES),
        category=entry.get("category", ""),
        explanation=entry["explanation"],
        law_text=entry.get("law_text", ""),
        notifier_name=entry.get("name", ""),
        notifier_email=entry.get("email", ""),
        received_at=_reported_at(comment),
    )
    if notice.is_about_law:
        notice.good_faith_at = notice.received_at
        notice.urls = [absolute(comment.get_absolute_url())]
    notice.receive()
    if entry.get("taken_up"):
        notice.take_up(moderator)
    if outcome := entry.get("dismissed"):
        notice.dismiss(moderator, outcome)


def _reported_at(comment: Comment) -> datetime:
    """Soon after it was written, but never so long ago that nobody could have left it lying."""
    return max(later(comment.created_at, REPORTING_TIME), timezone.now() - LYING_TIME)


def _adopt(comment: Comment, entry: Entry, editor: User) -> None:
    adoption = Adoption.objects.ask(comment, editor, entry["text"], entry["byline"])
    match entry["answer"]:
        case "agreed":
            adoption.agree(named=True, keeps=True)
        case "declined":
            adoption.decline()


def _take_away(comment: Comment, entry: Entry, moderator: User) -> None:
    """What a report brought about happened after that report: now."""
    at = None if "reports" in entry else later(comment.created_at, STANDING_TIME)
    if entry.get("state") == "removed":
        comment.remove(moderator, at=at, **reasons(entry))
    if entry.get("state") == "withdrawn":
        comment.withdraw(moment(entry["taken_back"], "at") if "taken_back" in entry else at)
    if passage := entry.get("redacted"):
        comment.redact(moderator, passage)
    if entry.get("anonymous"):
        comment.anonymise()
