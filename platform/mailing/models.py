"""The outbox: every mail is a row first, in the transaction that it tells about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Self

from django.apps import apps
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from desk.refused import Refused
from mailing.layout import one_line, style_html, wrapped
from pages.models import Publication

if TYPE_CHECKING:
    from accounts.models import User

#: How long sending can take. A mail that was begun on longer ago was left halfway: it may be out.
PATIENCE: Final = timedelta(minutes=15)
#: How long to wait after each try that failed for now; after the last one it has failed.
DELAYS: Final = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=14),
    timedelta(hours=24),
)
FAULT_LENGTH: Final = 300


@dataclass(frozen=True)
class Letter:
    """What a mail will say. `key` names the occasion: of each key one mail is ever sent."""

    key: str
    to: str
    kind: str  # the template: emails/<kind>.txt and emails/<kind>.html
    subject: StrOrPromise  # without the name of the site; never with words of a reader
    context: Mapping[str, Any] = field(default_factory=dict)
    thread: str = ""  # mails of one thread stand together in a mail client: "discussie-12"
    stop_url: str = ""  # ends these mails with one POST (RFC 8058)
    about: Sequence[models.Model] = ()  # not sent once readers cannot see all of these any more
    language: str = settings.LANGUAGE_CODE


class State(models.TextChoices):
    WAITING = "waiting", _("wacht")
    SENDING = "sending", _("wordt verzonden")
    UNKNOWN = "unknown", _("onbekend")
    SENT = "sent", _("verzonden")
    FAILED = "failed", _("mislukt")
    DROPPED = "dropped", _("niet meer nodig")


class MailQuerySet(models.QuerySet["Mail"]):
    def post(self, letter: Letter) -> "Mail":
        """Put it in the outbox; it leaves once this transaction has been committed.

        A second letter with the same key is not sent: the first one stands.
        """
        if found := self.filter(key=letter.key).first():
            return found
        try:
            with transaction.atomic():
                mail = self.create(key=letter.key, **_written(letter))
        except IntegrityError:  # somebody else told it at this very moment
            return self.get(key=letter.key)
        mail.leave()
        return mail

    def asked(
        self, email: str, kinds: Iterable[str], since: datetime
    ) -> list[tuple[str, datetime]]:
        """What kinds of these were written to this mailbox since then, and when."""
        found = self.filter(to=email, kind__in=kinds, created_at__gt=since)
        return list(found.values_list("kind", "created_at"))

    def due(self, now: datetime) -> Self:
        """What is to be sent now: never begun on, or to be tried again."""
        return self.filter(end="", sent_at=None, claimed_at=None, due_at__lte=now)

    def claim(self, pk: int, now: datetime) -> "Mail | None":
        """Take it to send it. Whoever comes second gets none: it is one statement in SQL."""
        taken = self.due(now).filter(pk=pk).update(claimed_at=now, tries=F("tries") + 1)
        return self.get(pk=pk) if taken else None

    def again_at(self, pk: int) -> datetime | None:
        """When to try again to send this one, if it was put off."""
        put_off = self.filter(pk=pk, end="", sent_at=None, claimed_at=None, tries__gt=0)
        return put_off.values_list("due_at", flat=True).first()

    def in_state(self, state: str, now: datetime) -> Self:
        """The same rule as `Mail.state_at`, for many at once."""
        begun = Q(claimed_at__gt=now - PATIENCE)
        open_ones = self.filter(end="", sent_at=None)
        match state:
            case State.SENT:
                return self.exclude(sent_at=None)
            case State.FAILED | State.DROPPED:
                return self.filter(end=state, sent_at=None)
            case State.WAITING:
                return open_ones.filter(claimed_at=None)
            case State.SENDING:
                return open_ones.filter(begun)
            case _:
                return open_ones.exclude(claimed_at=None).exclude(begun)

    def of_keys(self, keys: Iterable[str]) -> "dict[str, Mail]":
        """The mails of these occasions, as far as there are any, by the key of each."""
        return {mail.key: mail for mail in self.filter(key__in=keys).defer("text", "html")}

    def over(self, before: datetime) -> Self:
        """What was made before then, and was sent or will never be."""
        return self.exclude(sent_at=None, end="").filter(created_at__lt=before).exclude(text="")

    def forget(self) -> int:
        """Keep that these were made, and no more: neither what they said nor to whom."""
        return self.update(to="", text="", html="", stop_url="")

    def stuck(self, now: datetime) -> Self:
        """What staff have to decide about: it failed, or it may be out and may not."""
        left_halfway = Q(end="", claimed_at__lte=now - PATIENCE)
        not_sent = self.filter(sent_at=None, end__in=("", Mail.End.FAILED))
        return not_sent.filter(left_halfway | Q(end=Mail.End.FAILED))


class Mail(models.Model):
    class End(models.TextChoices):
        FAILED = State.FAILED.value, State.FAILED.label
        DROPPED = State.DROPPED.value, State.DROPPED.label

    key = models.CharField(max_length=120, unique=True)
    to = models.EmailField(_("aan"))
    kind = models.CharField(_("soort"), max_length=40)
    subject = models.CharField(_("onderwerp"), max_length=200)
    text = models.TextField(_("tekst"))
    html = models.TextField()
    thread = models.CharField(max_length=60, blank=True)
    stop_url = models.CharField(max_length=300, blank=True)
    about_model = models.CharField(max_length=60, blank=True)
    about_ids = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField(_("gemaakt op"), default=timezone.now)
    due_at = models.DateTimeField(_("te verzenden vanaf"), default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("verzonden op"), null=True, blank=True)
    tries = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    fault = models.CharField(_("wat er misging"), max_length=FAULT_LENGTH, blank=True)
    end = models.CharField(_("geëindigd"), max_length=10, choices=End, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        permissions = [("resend_mail", _("Kan post opnieuw versturen"))]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="mail_newest"),
            models.Index(
                fields=["end", "-created_at", "-id"],
                name="mail_not_sent",
                condition=Q(sent_at=None),
            ),
            models.Index(fields=["created_at"], name="mail_to_forget", condition=~Q(text="")),
            models.Index(fields=["to", "kind", "created_at"], name="mail_to_whom"),
        ]

    def __str__(self) -> str:
        return self.subject

    def state_at(self, now: datetime) -> State:
        if self.sent_at:
            return State.SENT
        if self.end:
            return State(self.end)
        if self.claimed_at is None:
            return State.WAITING
        return State.SENDING if now - self.claimed_at < PATIENCE else State.UNKNOWN

    def is_still_true(self) -> bool:
        """Whether readers can see what it is about, by the one rule that says so."""
        if not self.about_model:
            return True
        model: Any = apps.get_model(self.about_model)
        visible = model.objects.visible().filter(pk__in=self.about_ids).count()
        return bool(visible == len(self.about_ids))

    def first_of_thread(self) -> "Mail":
        """The mail that this one answers, in the mailbox of the same person."""
        if not self.thread:
            return self
        same = Mail.objects.filter(thread=self.thread, to=self.to, pk__lt=self.pk)
        return same.order_by("pk").first() or self

    # --- Verbs ------------------------------------------------------------------------------------

    def leave(self) -> None:
        from mailing.tasks import send  # noqa: PLC0415 - the task knows the outbox

        transaction.on_commit(partial(send.enqueue, self.pk))

    def is_out(self, now: datetime) -> None:
        self.sent_at, self.fault = now, ""
        self.save(update_fields=["sent_at", "fault"])

    def put_off(self, fault: str, now: datetime) -> None:
        """Not now: the other side cannot take it, or is not there. Tried again later, for days."""
        if self.tries > len(DELAYS):
            self.fail(fault)
            return
        self.claimed_at, self.due_at = None, now + DELAYS[max(self.tries, 1) - 1]
        self.fault = one_line(fault)[:FAULT_LENGTH]
        self.save(update_fields=["claimed_at", "due_at", "fault"])

    def fail(self, fault: str) -> None:
        self._end(self.End.FAILED, fault)

    def drop(self) -> None:
        """What it is about is not to be seen any more."""
        self._end(self.End.DROPPED)

    def doubt(self, fault: str) -> None:
        """It broke off halfway: it may be out. Nobody but staff sends it again."""
        self.fault = one_line(fault)[:FAULT_LENGTH]
        self.save(update_fields=["fault"])

    def _end(self, end: str, fault: str = "") -> None:
        self.end, self.fault = end, one_line(fault)[:FAULT_LENGTH]
        self.save(update_fields=["end", "fault"])

    @transaction.atomic
    def send_again(self, by: "User", now: datetime | None = None) -> None:
        """For what failed or may have failed: staff decide that a second one is better than none.

        Raises Refused for what is out, under way, or still to be sent.
        """
        now = now or timezone.now()
        again = {"claimed_at": None, "end": "", "fault": "", "tries": 0, "due_at": now}
        if not Mail.objects.stuck(now).filter(pk=self.pk).update(**again):
            self.refresh_from_db()
            raise Refused(_t("is al %(state)s") % {"state": self.state_at(now).label})
        self.refresh_from_db()
        LogEntry.objects.log_actions(by.pk, [self], CHANGE, _t("Opnieuw verstuurd."))
        self.leave()


def _written(letter: Letter) -> dict[str, Any]:
    """The letter as it will be read, in the language of who gets it."""
    about = letter.about
    with translation.override(letter.language):
        # The page of a mail has it as its title: what a header may not hold goes here, once.
        letter = replace(letter, subject=one_line(str(letter.subject))[:200])
        context = {
            **letter.context,
            "letter": letter,
            "publication": Publication.current(),
            "home": f"{settings.SITE_URL}/",
            "style_html": style_html(),
        }
        return {
            "to": letter.to,
            "kind": letter.kind,
            "subject": letter.subject,
            "text": wrapped(render_to_string(f"emails/{letter.kind}.txt", context)),
            "html": render_to_string(f"emails/{letter.kind}.html", context),
            "thread": letter.thread,
            "stop_url": letter.stop_url,
            "about_model": about[0]._meta.label_lower if about else "",
            "about_ids": [one.pk for one in about],
        }
