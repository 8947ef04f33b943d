"""To whom a letter is, and what may stand in it.

To a mailbox that nobody confirmed goes as little as can be: no name and no words that somebody
typed into a form, or a stranger could have us mail anything to anybody.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from django.utils import timezone

from comments.links import LIFE, absolute, page_of
from comments.models import Comment, Writer
from mailing.models import Mail

#: What happened longer ago is an import: it was told elsewhere, or not at all.
NEWS: Final = timedelta(hours=1)
#: Mails that ask a mailbox to confirm, in an hour: somebody else may be typing its address.
MOST_IN_AN_HOUR: Final = 3
#: So long is a link of before still good enough: a day less than it lasts.
FRESH: Final = LIFE - timedelta(days=1)
ASKING: Final = ("confirm_address", "confirm_follow", "mailbox_link")


def is_news(at: datetime | None) -> bool:
    return at is None or at > timezone.now() - NEWS


class Asked:
    """What a mailbox was asked already, and so whether it may be asked something again."""

    def __init__(self, email: str) -> None:
        self.now = timezone.now()
        self.mails = Mail.objects.asked(email, ASKING, self.now - FRESH)

    def within(self, time: timedelta, *kinds: str) -> int:
        since = self.now - time
        return sum(at > since and kind in (kinds or ASKING) for kind, at in self.mails)

    @property
    def too_often(self) -> bool:
        return self.within(timedelta(hours=1)) >= MOST_IN_AN_HOUR


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
