from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Final, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from delivery.storing import store

if TYPE_CHECKING:
    from accounts.models import User


class Reason(models.TextChoices):
    """Why a reaction was refused or removed, as a code; the words are made from it."""

    HOUSE_RULES = "house_rules", _("past niet bij de huisregels")
    OFF_TOPIC = "off_topic", _("gaat niet over het onderwerp")
    OFFENSIVE = "offensive", _("beledigend of kwetsend")
    ADVERTISING = "advertising", _("reclame")
    PERSONAL_DATA = "personal_data", _("bevat persoonsgegevens van iemand anders")
    LEGAL = "legal", _("in strijd met de wet")


class Verb(models.TextChoices):
    """What was done: to a reaction, or to a discussion."""

    JUDGE = "judge", _("beoordeeld door de regels")
    APPROVE = "approve", _("goedgekeurd")
    REFUSE = "refuse", _("afgewezen")
    SPAM = "spam", _("als spam gemerkt")
    REMOVE = "remove", _("verwijderd")
    WITHDRAW = "withdraw", _("ingetrokken")
    RESTORE = "restore", _("teruggezet")
    UNDO = "undo", _("ongedaan gemaakt")
    FEATURE = "feature", _("uitgelicht")
    UNFEATURE = "unfeature", _("niet meer uitgelicht")
    READ = "read", _("gelezen")
    CORRECT = "correct", _("gecorrigeerd door de schrijver")
    ANONYMISE = "anonymise", _("anoniem gemaakt")
    ERASE = "erase", _("gewist")
    REDACT = "redact", _("deels weggehaald")
    ADOPT = "adopt", _("overgenomen als tip")
    CLOSE = "close", _("gesloten")
    OPEN = "open", _("geopend")
    HIDE = "hide", _("verborgen")
    SLOW = "slow", _("vertraagd")
    MODE = "mode", _("anders gemodereerd")
    REWORD = "reword", _("slotbericht gewijzigd")


#: What staff did to a reaction and can take back. What its writer or the rules did stands.
UNDOABLE: Final = (
    Verb.APPROVE,
    Verb.REFUSE,
    Verb.SPAM,
    Verb.REMOVE,
    Verb.RESTORE,
    Verb.FEATURE,
    Verb.UNFEATURE,
    Verb.REDACT,
    Verb.READ,
)


#: What staff make of a reaction that waits.
MODERATED: Final = (Verb.APPROVE, Verb.REFUSE)
#: The rule by which a writer decides about a reaction of their own.
WRITER: Final = "writer"
#: And the one by which nothing is kept longer than its term.
TERM: Final = "term"


class DecisionQuerySet(models.QuerySet["Decision"]):
    def before(self, pk: int) -> Self:
        return self.filter(pk__lt=pk)

    def newest_about(self, comments: Collection[int]) -> Self:
        """Of each of these reactions the last decision on it."""
        newest = DecisionQuerySet(self.model).filter(comment__in=comments).order_by()
        return self.filter(pk__in=newest.values("comment").annotate(last=Max("pk")).values("last"))

    def undoable(self) -> Self:
        return self.exclude(by=None).filter(verb__in=UNDOABLE)

    def latest_of(self, user: "User", most: int) -> Self:
        """What somebody of the staff decided about reactions, the newest first."""
        of_reactions = self.filter(by=user).exclude(comment=None)
        return of_reactions.order_by("-pk")[:most]

    def update(self, **values: Any) -> NoReturn:
        raise TypeError("decisions are only ever added")

    def delete(self) -> NoReturn:
        raise TypeError("decisions are only ever added")


class Decision(models.Model):
    """One act of moderation, on a reaction or (without one) on the discussion. Only ever added.

    The audit, the statement of reasons (DSA art. 17) and undo all read these rows.
    """

    Verb = Verb

    discussion = models.ForeignKey(
        "comments.Discussion",
        verbose_name=_("discussie"),
        on_delete=models.PROTECT,
        related_name="decisions",
    )
    comment = models.ForeignKey(
        "comments.Comment",
        verbose_name=_("reactie"),
        on_delete=models.PROTECT,
        related_name="decisions",
        null=True,
        blank=True,
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("door"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    rule = models.CharField(_("regel"), max_length=40, blank=True)
    at = models.DateTimeField(_("op"), default=timezone.now)
    verb = models.CharField(_("wat"), max_length=12, choices=Verb, blank=True)
    from_state = models.CharField(_("van"), max_length=10)
    to_state = models.CharField(_("naar"), max_length=10)
    reason = models.CharField(_("reden"), max_length=20, choices=Reason, blank=True)
    house_rule = models.CharField(_("huisregel"), max_length=20, blank=True)
    rules_version = models.PositiveIntegerField(
        _("versie van de huisregels"), null=True, blank=True
    )
    evidence = models.JSONField(_("gronden"), default=dict, blank=True)
    text = models.TextField(_("toelichting aan de schrijver"), blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("besluit")
        verbose_name_plural = _("besluiten")
        indexes = [
            models.Index(
                fields=["by", "-id"],
                name="decision_latest_of",
                condition=Q(comment__isnull=False),
            ),
            models.Index(
                fields=["-id"],
                name="decision_of_what_waited",
                condition=Q(verb__in=MODERATED, from_state="pending", by__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(by__isnull=False) | ~Q(rule=""), name="decision_has_maker"
            )
        ]

    def __str__(self) -> str:
        before, after = self.label_of(self.from_state), self.label_of(self.to_state)
        return f"{self.subject}: {before} → {after}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("decisions are only ever added")
        if self.pk:
            super().save(*args, **kwargs)
        else:
            store(self)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("decisions are only ever added")

    @property
    def can_be_undone(self) -> bool:
        """As far as this one goes; there may be a newer one."""
        return self.by_id is not None and self.verb in UNDOABLE

    @property
    def subject(self) -> str:
        return str(self.comment) if self.comment else str(_("reageren"))

    def label_of(self, state: str) -> str:
        """A state in words: of the reaction, or of the discussion where there is no reaction."""
        states = type(self.comment).State if self.comment else type(self.discussion).Opening
        return str(states(state).label)
