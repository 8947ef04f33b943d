"""To whom a letter is, and what may stand in it.

To a mailbox that nobody confirmed goes as little as can be: no name and no words that somebody
typed into a form, or a stranger could have us mail anything to anybody.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from django.utils import timezone

from comments.links import absolute, page_of
from comments.models import Comment, Writer
from mailing.models import Mail

#: What happened longer ago is an import: it was told elsewhere, or not at all.
NEWS: Final = timedelta(hours=1)
#: Mails that ask a mailbox to confirm, in an hour: somebody else may be typing its address.
MOST_IN_AN_HOUR: Final = 3
ASKING: Final = ("confirm_address", "confirm_follow", "mailbox_link")


def is_news(at: datetime | None) -> bool:
    return at is None or at > timezone.now() - NEWS


def may_ask(email: str) -> bool:
    """Whether this mailbox may be asked something (again)."""
    since = timezone.now() - timedelta(hours=1)
    asked = Mail.objects.filter(to=email, kind__in=ASKING, created_at__gte=since)
    return asked.count() < MOST_IN_AN_HOUR


def to_writer(comment: Comment, writer: Writer) -> dict[str, Any]:
    """What every letter to the writer of a reaction can say."""
    confirmed = writer.confirmed_at is not None
    return {
        "name": comment.name if confirmed else "",
        "confirmed": confirmed,
        "comment": comment,
        "article": comment.discussion.article,
        "place": absolute(comment.get_absolute_url()),
        "page": page_of(writer),
    }
