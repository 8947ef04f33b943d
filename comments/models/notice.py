import secrets
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment
from comments.models.decision import Decision
from comments.models.discussion import Discussion
from comments.models.gravity import Category, urgency
from comments.models.queues import OPEN_NOTICE
from comments.models.states import TAKEN_AWAY, State
from desk.refused import Refused

if TYPE_CHECKING:
    from accounts.models import User

#: What cannot be mistaken when it is read aloud: no 0 and O, no 1 and I.
ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class ReactionGone(Exception):  # noqa: N818
    """The reaction that is reported cannot be seen (any more): nothing was stored."""


def new_reference() -> str:
    """Like "M-7KQ4-X2NP": short enough to read out, and nobody guesses one that exists."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"M-{letters[:4]}-{letters[4:]}"


class NoticeQuerySet(models.QuerySet["Notice"]):
    def open(self) -> Self:
        """Nobody decided on these yet."""
        return self.filter(state__in=OPEN)

    def most_urgent_first(self) -> Self:
        return self.order_by("urgency", "received_at", "pk")

    def oldest(self) -> datetime | None:
        """Since when the oldest of these is there."""
        return self.order_by("received_at").values_list("received_at", flat=True).first()

    def by(self, email: str) -> Self:
        return self.filter(notifier_email=email) if email else self.none()

    def of_mailbox(self, email: str) -> Self:
        """Also what came in with capitals."""
        return self.alias(mailbox=Lower("notifier_email")).filter(mailbox=email.lower())

    def over(self, before: datetime) -> Self:
        """Came in before then, and nobody has to decide on them; not let go of yet."""
        return self.exclude(state__in=OPEN).filter(received_at__lt=before).exclude(snapshot="")

    def forget(self) -> int:
        """Keep that they were made and what came of them: not by whom, nor what was said."""
        said = {"snapshot": "", "urls": [], "explanation": "", "law_text": "", "outcome": ""}
        return self.update(notifier_name="", notifier_email="", **said)


class Notice(models.Model):
    """A reader's report of a reaction: against the house rules, or against the law (DSA art. 16).

    It hides nothing by itself: a moderator decides, about the reaction, and so about its notices.
    Each step is a row of its own: see NoticeMove.
    """

    Category = Category

    class Kind(models.TextChoices):
        RULES = "rules", _("past niet bij de huisregels")
        LAW = "law", _("in strijd met de wet")

    class State(models.TextChoices):
        RECEIVED = "received", _("ontvangen")
        IN_REVIEW = "in_review", _("in behandeling")
        DECIDED = "decided", _("besloten")
        VOID = "void", _("vervallen")

    reference = models.CharField(_("meldingsnummer"), max_length=20, unique=True)
    kind = models.CharField(_("soort"), max_length=10, choices=Kind)
    comment = models.ForeignKey(
        Comment, verbose_name=_("reactie"), on_delete=models.PROTECT, related_name="notices"
    )
    snapshot = models.TextField(_("de tekst zoals gemeld"))
    urls = models.JSONField(_("adressen"), default=list)
    house_rule = models.CharField(_("huisregel"), max_length=20, blank=True)
    category = models.CharField(_("categorie"), max_length=20, choices=Category, blank=True)
    urgency = models.GeneratedField(
        expression=urgency(), output_field=models.SmallIntegerField(), db_persist=True
    )
    explanation = models.TextField(_("waarom"), blank=True)
    law_text = models.CharField(_("wet of artikel"), max_length=500, blank=True)
    notifier_name = models.CharField(_("naam van de melder"), max_length=80, blank=True)
    notifier_email = models.EmailField(_("e-mailadres van de melder"), blank=True)
    good_faith_at = models.DateTimeField(_("verklaard op"), null=True, blank=True)
    state = models.CharField(_("staat"), max_length=10, choices=State, default=State.RECEIVED)
    received_at = models.DateTimeField(_("ontvangen op"), default=timezone.now)
    decided_at = models.DateTimeField(_("besloten op"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("besloten door"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    decision = models.ForeignKey(
        Decision,
        verbose_name=_("besluit"),
        on_delete=models.PROTECT,
        related_name="notices",
        null=True,
        blank=True,
    )
    outcome = models.TextField(_("wat de melder te lezen krijgt"), blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        permissions = [("see_notifier", _("Kan zien wie meldde"))]
        indexes = [
            models.Index(fields=["state", "received_at"], name="notice_queue"),
            models.Index(
                fields=["received_at"], name="notice_open", condition=Q(state__in=OPEN_NOTICE)
            ),
            models.Index(fields=["urgency", "received_at", "id"], name="notice_by_urgency"),
            models.Index(Lower("notifier_email"), name="notice_by_mailbox"),
            models.Index(
                fields=["received_at"], name="notice_to_forget", condition=~Q(snapshot="")
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "notifier_email"],
                condition=~Q(notifier_email=""),
                name="notice_once",
            )
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("comments:notice", args=[self.reference])

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_about_law(self) -> bool:
        return self.kind == self.Kind.LAW

    @property
    def led_to_action(self) -> bool:
        return self.state == self.State.DECIDED and self.decision_id is not None

    # --- Verbs ----------------------------------------------------------------------------------

    @transaction.atomic
    def receive(self) -> None:
        """Store it, with the text as it is now, and confirm it to who reported.

        Of one mailbox there is one notice of a reaction. Nobody proved to have that mailbox, so a
        second one is a notice too, but without the address; its owner is told of both.
        Raises ReactionGone.
        """
        from comments.letters import notices as letters  # noqa: PLC0415 - which know notices

        Discussion.objects.lock(self.comment.discussion_id)
        found = Comment.objects.visible().filter(pk=self.comment_id).first()
        if found is None:
            raise ReactionGone
        self.comment, self.snapshot = found, found.body
        self.reference = self.reference or new_reference()
        earlier = found.notices.by(self.notifier_email).first()
        if earlier:
            self.notifier_email = ""
        self.save(force_insert=True)
        self._log("", self.received_at)
        letters.received(earlier or self, second=self if earlier else None)

    def take_up(self, by: "User") -> None:
        self._move(self.State.IN_REVIEW, by, allowed=(self.State.RECEIVED,))

    def dismiss(self, by: "User", outcome: str) -> None:
        """The reaction stays: no action. Who reported reads why."""
        self._move(self.State.DECIDED, by, outcome=outcome)

    @transaction.atomic
    def uphold(self, by: "User", outcome: str = "", **why: Any) -> None:
        """Remove the reaction; see `Comment.remove` for `why`. Its other notices follow too."""
        Discussion.objects.lock(self.comment.discussion_id)
        self._refuse_closed(OPEN)
        self.outcome = outcome
        self.save(update_fields=["outcome"])
        self.comment.remove(by, **why)
        self.refresh_from_db()

    def close(self, decision: Decision) -> None:
        """As a decision about the reaction has it: that took it away, or its writer did."""
        withdrawn = decision.to_state == State.WITHDRAWN
        to = self.State.VOID if withdrawn else self.State.DECIDED
        self._move(to, decision.by, decision=decision, outcome=self.outcome)

    def reopen(self, decision: Decision) -> None:
        """The decision that closed it was undone."""
        self._move(self.State.IN_REVIEW, decision.by, decision, allowed=CLOSED)

    @transaction.atomic
    def _move(
        self,
        to: str,
        by: "User | None",
        decision: Decision | None = None,
        outcome: str = "",
        allowed: tuple[str, ...] = (),
    ) -> None:
        from comments.letters import notices as letters  # noqa: PLC0415 - which know notices

        Discussion.objects.lock(self.comment.discussion_id)
        before = self._refuse_closed(allowed or OPEN)
        now, closes = timezone.now(), to in CLOSED
        self.state, self.outcome = to, outcome
        self.decided_at, self.decided_by = (now, by) if closes else (None, None)
        self.decision = decision if closes else None
        self.save(update_fields=["state", "outcome", "decided_at", "decided_by", "decision"])
        move = self._log(before, now, by, decision)
        if closes:
            letters.decided(self, move.pk)
        elif before in CLOSED:
            letters.reopened(self, move.pk)

    def _refuse_closed(self, allowed: tuple[str, ...]) -> str:
        self.refresh_from_db(fields=["state"])
        before: str = self.state
        if before not in allowed:
            raise Refused(_("is al %(state)s") % {"state": self.State(before).label})
        return before

    def _log(
        self,
        before: str,
        at: datetime,
        by: "User | None" = None,
        decision: Decision | None = None,
    ) -> Any:
        return self.moves.create(
            at=at,
            by=by,
            from_state=before,
            to_state=self.state,
            decision=decision,
            text=self.outcome,
        )


OPEN: Final = (Notice.State.RECEIVED, Notice.State.IN_REVIEW)
CLOSED: Final = (Notice.State.DECIDED, Notice.State.VOID)


def notices_follow(comment: Comment, decision: Decision) -> None:
    """What a decision about a reaction means for its notices; in the decision's transaction."""
    if comment.number is None:
        return  # readers never saw it
    came, went = decision.to_state, decision.from_state
    if came in TAKEN_AWAY and went not in TAKEN_AWAY:
        for notice in comment.notices.open():
            notice.close(decision)
    elif went in TAKEN_AWAY and came not in TAKEN_AWAY:
        for notice in comment.notices.exclude(decision=None):
            notice.reopen(decision)
