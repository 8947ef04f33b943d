"""What follows when a reaction came in: it can be found, its mailbox is asked, and who moderates
hears of it. A worker does it: who posts here next waits for as little as can be.
"""

from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from comments.letters import decisions, moderators
from comments.letters.addressing import FRESH, Asked, is_news, to_writer
from comments.models import Comment, Decision, Discussion, Follow, Writer
from comments.models.states import State
from mailing.models import Letter, Mail

#: What a person will read; the rest was turned away by the rules.
SERIOUS: Final = frozenset({State.PENDING, State.PUBLISHED})


def arrived(
    comment: Comment, at: datetime | None, decision: Decision | None, wish: Follow | None
) -> None:
    """In the transaction that stores it."""
    from comments.letters.tasks import tell_of_arrival  # noqa: PLC0415 - it knows the letters

    if not is_news(at):
        comment.index()
    elif comment.state != State.SPAM:
        judged, wished = decision.pk if decision else None, wish.pk if wish else None
        tell_of_arrival.enqueue(comment.pk, judged, wished)


@transaction.atomic
def let_be_found(comment: Comment) -> None:
    """As it stands now: a moderator may have been quicker."""
    Discussion.objects.lock(comment.discussion_id)
    comment.refresh_from_db(fields=["state", "published_at", "body_html"])
    comment.index()


def tell(comment: Comment, decision: Decision | None, wish: Follow | None) -> None:
    """Who should know. Of what staff wrote themselves no moderator needs mail."""
    if decision:
        decisions.tell(decision)
    if comment.user_id or comment.state not in SERIOUS:
        return
    with translation.override(settings.LANGUAGE_CODE):
        ask_address(comment)
    if wish:
        wish.ask_mailbox()
    if comment.read_at is None:
        moderators.tell_moderators(comment)


def ask_address(comment: Comment) -> None:
    """Whether the mailbox is the writer's. Once, and again when the link of that mail is stale."""
    if not comment.email:
        return
    writer = Writer.objects.of(comment.email)
    if writer.confirmed_at:
        return
    asked = Asked(writer.email)
    if asked.too_often or asked.within(FRESH, "confirm_address"):
        return
    Mail.objects.post(
        Letter(
            key=f"address-{writer.pk}-{comment.pk}",
            to=writer.email,
            kind="confirm_address",
            subject=_("Bevestig uw reactie"),
            context=to_writer(comment, writer),
            thread=f"reactie-{comment.pk}",
        )
    )
