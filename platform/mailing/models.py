"""The outbox: every mail is a row first, in the transaction that it tells about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import models, transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Letter:
    """What a mail will say. `key` names the occasion: of each key one mail is ever sent."""

    key: str
    to: str
    kind: str  # the template: emails/<kind>.txt and emails/<kind>.html
    subject: str  # without the name of the site; never with words of a reader
    context: Mapping[str, Any] = field(default_factory=dict)
    thread: str = ""  # mails of one thread stand together in a mail client: "discussie-12"
    stop_url: str = ""  # ends these mails with one POST (RFC 8058)


class MailQuerySet(models.QuerySet["Mail"]):
    def post(self, letter: Letter) -> "Mail":
        """Put it in the outbox; it leaves once this transaction has been committed.

        A second letter with the same key is not sent: the first one stands.
        """
        context = {**letter.context, "letter": letter}
        mail, is_new = self.get_or_create(
            key=letter.key,
            defaults={
                "to": letter.to,
                "kind": letter.kind,
                "subject": letter.subject,
                "text": render_to_string(f"emails/{letter.kind}.txt", context),
                "html": render_to_string(f"emails/{letter.kind}.html", context),
                "thread": letter.thread,
                "stop_url": letter.stop_url,
            },
        )
        if is_new:
            from mailing.tasks import send  # noqa: PLC0415 - the task knows the outbox

            transaction.on_commit(partial(send.enqueue, mail.pk))
        return mail


class Mail(models.Model):
    key = models.CharField(max_length=120, unique=True)
    to = models.EmailField(_("aan"))
    kind = models.CharField(_("soort"), max_length=40)
    subject = models.CharField(_("onderwerp"), max_length=200)
    text = models.TextField(_("tekst"))
    html = models.TextField()
    thread = models.CharField(max_length=60, blank=True)
    stop_url = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(_("gemaakt op"), default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("verzonden op"), null=True, blank=True)
    tries = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    fault = models.CharField(_("wat er misging"), max_length=300, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        indexes = [models.Index(fields=["sent_at", "created_at"], name="mail_waiting")]

    def __str__(self) -> str:
        return self.subject
