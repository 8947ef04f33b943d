"""Mail of the demo that no reaction brings about: what the clock sends, and what went wrong."""

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from comments.letters import digests, mailbox
from comments.links import page_of
from comments.models import Follow, Writer
from mailing.models import Letter, Mail

#: Has a reaction in every state.
WRITER: Final = "mieke.aalders@voorbeeld.nl"
READER: Final = "abonnee@voorbeeld.nl"
#: A mail of the same kind to each of these went wrong in a way of its own.
LOST: Final = "stan.kortekaas@voorbeeld.nl"
BUSY: Final = "otto.kramers@voorbeeld.nl"
HALFWAY: Final = "rinus.vlek@voorbeeld.nl"


@transaction.atomic
def write() -> None:
    """Once."""
    if Mail.objects.filter(key=_key(LOST)).exists():
        return
    now = timezone.now()
    mailbox.link(Writer.objects.of(WRITER))
    follow = Follow.objects.ask(Writer.objects.of(READER), Follow.What.ARTICLES, confirmed=True)
    follow.confirmed_at = now - timedelta(days=30)
    follow.save(update_fields=["confirmed_at"])
    digests.tell_articles(now)
    digests.tell_followers(now)
    digests.tell_staff(now)
    _go_wrong()


def _go_wrong() -> None:
    _begin(LOST).fail("550 5.1.1 Deze mailbox bestaat niet.")
    _begin(BUSY).put_off("451 4.7.1 Deze mailbox is vol.", timezone.now())
    _begin(HALFWAY).doubt("TimeoutError: timed out")


def _key(to: str) -> str:
    return f"demo-{to}"


def _begin(to: str) -> Mail:
    """A mail that is being sent, for as long as the transaction lasts."""
    page = page_of(Writer.objects.of(to))
    subject = "Uw link naar Mijn reacties"
    mail = Mail.objects.post(Letter(_key(to), to, "mailbox_link", subject, {"page": page}))
    return Mail.objects.claim(mail.pk, timezone.now()) or mail


def mine() -> str:
    """The address of "Mijn reacties" of who has one in every state."""
    writer = Writer.objects.filter(email=WRITER).first()
    return page_of(writer) if writer else ""
