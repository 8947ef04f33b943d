"""Who writes: a mailbox, and what holds for it."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.refused import Refused
from mailing.models import Mail


class WriterQuerySet(models.QuerySet["Writer"]):
    def of(self, email: str) -> "Writer":
        """The writer with this mailbox, made if need be."""
        return self.get_or_create(email=email.lower())[0]

    def of_no_use(self, before: datetime) -> Self:
        """Mailboxes that nobody confirmed, that nothing here is about, and that were not written
        to since then.
        """
        from comments.models.comment import Comment  # noqa: PLC0415 - which knows writers

        this = OuterRef("email")
        strangers = self.filter(confirmed_at=None, note="", follows=None, measures=None)
        written_to = Mail.objects.filter(to=this, created_at__gte=before)
        return strangers.exclude(Exists(written_to)).exclude(
            Exists(Comment.objects.filter(email=this))
        )


class Writer(models.Model):
    """A mailbox that reacted, follows or was invited. There is no account: the mailbox is it.

    Its signed links name the row, so that no address of a person stands in an address of a page.
    """

    email = models.EmailField(_("e-mailadres"), unique=True)
    confirmed_at = models.DateTimeField(_("bevestigd op"), null=True, blank=True, editable=False)
    note = models.TextField(
        _("notitie voor moderatoren"), blank=True, help_text=_("De schrijver ziet dit niet.")
    )
    created_at = models.DateTimeField(_("bekend sinds"), default=timezone.now, editable=False)

    objects = WriterQuerySet.as_manager()

    class Meta:
        verbose_name = _("schrijver")
        verbose_name_plural = _("schrijvers")
        indexes = [models.Index(fields=["-created_at", "-id"], name="writer_newest")]

    def __str__(self) -> str:
        return self.email

    @transaction.atomic
    def confirm(self, now: datetime) -> None:
        """The mailbox is theirs, and what was asked in its name is wanted. Twice is once."""
        if self.confirmed_at is None:
            self.confirmed_at = now
            self.save(update_fields=["confirmed_at"])
        self.follows.filter(confirmed_at=None, ended_at=None).update(confirmed_at=now)


class MeasureQuerySet(models.QuerySet["Measure"]):
    def in_force(self, now: datetime) -> Self:
        return self.filter(Q(until=None) | Q(until__gt=now), since__lte=now)


class Measure(models.Model):
    """For a time, this writer's reactions all wait, or are refused. It ends by itself.

    Lifting it sets its end to now, so that the history stays.
    """

    class Kind(models.TextChoices):
        HOLD = "hold", _("altijd eerst lezen")
        REFUSE = "refuse", _("geblokkeerd")

    writer = models.ForeignKey(
        Writer, verbose_name=_("schrijver"), on_delete=models.CASCADE, related_name="measures"
    )
    kind = models.CharField(_("maatregel"), max_length=10, choices=Kind)
    reason = models.CharField(_("waarom"), max_length=300)
    since = models.DateTimeField(_("vanaf"), default=timezone.now)
    until = models.DateTimeField(_("tot"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("door"), on_delete=models.PROTECT, related_name="+"
    )

    objects = MeasureQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        verbose_name = _("maatregel")
        verbose_name_plural = _("maatregelen")

    def __str__(self) -> str:
        return f"{self.writer}: {self.get_kind_display()}"

    def is_in_force(self, now: datetime) -> bool:
        """The same rule as `MeasureQuerySet.in_force`, for a row at hand."""
        return self.since <= now and (self.until is None or now < self.until)

    def lift(self) -> None:
        """From now on it does not hold; that it did, stays known."""
        now = timezone.now()
        if not self.is_in_force(now):
            raise Refused(_("geldt al niet meer"))
        self.until = now
        self.save(update_fields=["until"])
