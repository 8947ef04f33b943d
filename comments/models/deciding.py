"""What can be decided about a reaction. Each verb writes its decision, in the same transaction."""

from collections.abc import Container
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Self, cast

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.judging.ruling import Ruling, Verdict
from comments.models.decision import WRITER, Decision, Reason
from comments.models.discussion import Discussion
from comments.models.overtaken import told_of
from comments.models.placing import DIGITS, LEVELS, path_below
from comments.models.states import (
    APPROVABLE,
    REFUSABLE,
    REMOVABLE,
    RESTORABLE,
    SPAMMABLE,
    TAKEN_AWAY,
    WITHDRAWABLE,
    State,
)
from desk.refused import Refused

if TYPE_CHECKING:
    from accounts.models import User
    from comments.models.comment import Comment
    from comments.models.decision import DecisionQuerySet

Verb = Decision.Verb

#: What becomes of a reaction after each verdict.
AFTER = {
    Verdict.PUBLISH: State.PUBLISHED,
    Verdict.HOLD: State.PENDING,
    Verdict.REFUSE: State.REFUSED,
}

#: What a move changes in the row of a reaction.
MOVED = ("state", "reason", "number", "path", "published_at", "read_at")


@dataclass(frozen=True)
class Move:
    """A change of state: where to, why, and by whom or which rule."""

    verb: str
    to: str
    by: "User | None" = None
    rule: str = ""
    reason: str = ""
    note: str = ""
    house_rule: str = ""
    at: datetime | None = None
    evidence: dict[str, object] = field(default_factory=dict)
    rules_version: int | None = None
    unread: bool = False  # nobody has judged it as it is after this


def _judging(ruling: Ruling, at: datetime | None) -> Move:
    to = State.SPAM if ruling.is_spam else AFTER[ruling.verdict]
    return Move(Verb.JUDGE, to, rule="judge", at=at, evidence=ruling.as_evidence())


class Deciding(models.Model):
    """Where a reaction stands, and the verbs that change it."""

    discussion = models.ForeignKey(
        Discussion,
        verbose_name=_("discussie"),
        on_delete=models.PROTECT,
        related_name="comments",
        db_index=False,  # several indexes of reactions begin with it
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("in reactie op"),
        on_delete=models.PROTECT,
        related_name="replies",
        null=True,
        blank=True,
    )
    number = models.PositiveIntegerField(_("nummer"), null=True, blank=True, editable=False)
    path = models.CharField(max_length=DIGITS * LEVELS, blank=True, editable=False)
    state = models.CharField(_("staat"), max_length=10, choices=State, default=State.PENDING)
    reason = models.CharField(_("reden"), max_length=20, choices=Reason, blank=True)
    published_at = models.DateTimeField(_("geplaatst op"), null=True, blank=True)
    read_at = models.DateTimeField(
        _("gelezen op"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Wanneer een moderator de reactie het laatst beoordeelde zoals die nu is."),
    )
    featured_at = models.DateTimeField(_("uitgelicht op"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def index(self) -> None:
        """Let the search find it as it stands now, or not at all."""
        raise NotImplementedError

    #: The last decision on it (0: none) that whoever acts now has seen. None: they did not say.
    seen: int | None = None

    def as_seen(self, decision: int) -> Self:
        """For who acts on what a page showed: a verb refuses when somebody decided since."""
        self.seen = decision
        return self

    # `at` is for what happened elsewhere before: an import. Normally it is left out.

    def judged(self, ruling: Ruling, at: datetime | None = None) -> None:
        """What the checks made of it, when it was posted or changed."""
        self._decide(_judging(ruling, at), (State.PENDING, State.PUBLISHED))

    def approve(self, by: "User", at: datetime | None = None) -> None:
        self._decide(Move(Verb.APPROVE, State.PUBLISHED, by, at=at), APPROVABLE)

    def refuse(
        self,
        by: "User",
        reason: str,
        note: str = "",
        at: datetime | None = None,
        house_rule: str = "",
        rules_version: int | None = None,
    ) -> None:
        move = Move(Verb.REFUSE, State.REFUSED, by, "", reason, note, house_rule, at)
        self._decide(replace(move, rules_version=rules_version), REFUSABLE)

    def mark_spam(self, by: "User") -> None:
        self._decide(Move(Verb.SPAM, State.SPAM, by), SPAMMABLE)

    def remove(
        self,
        by: "User",
        reason: str,
        note: str = "",
        at: datetime | None = None,
        house_rule: str = "",
        rules_version: int | None = None,
    ) -> None:
        move = Move(Verb.REMOVE, State.REMOVED, by, "", reason, note, house_rule, at)
        self._decide(replace(move, rules_version=rules_version), REMOVABLE)

    def withdraw(self, at: datetime | None = None) -> None:
        """By its writer. Answers to it keep their place."""
        move = Move(Verb.WITHDRAW, State.WITHDRAWN, rule=WRITER, at=at)
        self._decide(move, WITHDRAWABLE)

    @transaction.atomic
    def restore(self, by: "User") -> None:
        """Undo a removal or a refusal: back in its place, or back in the queue."""
        Discussion.objects.lock(self.discussion_id)
        self.refresh_from_db(fields=["state"])
        refused = self.state == State.REFUSED
        back_to = State.PENDING if refused else State.PUBLISHED
        self._decide(Move(Verb.RESTORE, back_to, by), RESTORABLE)

    def come_in(
        self, locked: Discussion, ruling: Ruling | None, at: datetime | None
    ) -> Decision | None:
        """Stored as it was decided, at once: nobody else knows it yet. Who calls this holds the
        lock, tells of it and lets it be found. Of staff it stands there and then; without a ruling
        it waits.
        """
        self.discussion = locked
        by = cast("Comment", self).user
        if by:
            return self._carry_out(Move(Verb.APPROVE, State.PUBLISHED, by, at=at))
        if ruling:
            return self._carry_out(_judging(ruling, at))
        self.save()
        return None

    @transaction.atomic
    def _decide(self, move: Move, allowed: Container[str]) -> Decision:
        self.discussion = Discussion.objects.lock(self.discussion_id)
        self.refresh_from_db(fields=["state", "number", "path", "published_at", "read_at", "body"])
        before = self.state
        self._refuse_if_overtaken(move.by)
        if before not in allowed:
            raise Refused(_("is al %(state)s") % {"state": State(before).label})
        if before in TAKEN_AWAY and move.to not in TAKEN_AWAY and not cast("Comment", self).body:
            raise Refused(_("heeft geen tekst meer"))
        decision = self._carry_out(move)
        self._tell(decision)
        if move.to == State.WITHDRAWN != before:
            self._take_tip_along()
        return decision

    def _carry_out(self, move: Move) -> Decision:
        """The move, and all that follows from it where a reaction stands."""
        before, is_new = self.state, self._state.adding
        self.state, self.reason = move.to, move.reason
        if move.to == State.PUBLISHED:
            self._take_place(self.discussion, move.at or timezone.now())
        self._was_read(move)
        self.save(update_fields=None if is_new else MOVED)
        came, went = move.to == State.PUBLISHED, before == State.PUBLISHED
        self.discussion.count(came=came, went=went, path=self.path)
        decision = self._write_down(move, before)
        self.seen = decision.pk if self.seen is not None else None
        if not is_new:
            self.index()
        return decision

    def _take_tip_along(self) -> None:
        if adoption := getattr(self, "adoption", None):
            adoption.writer_left()

    def _refuse_if_overtaken(self, by: "User | None") -> None:
        if self.seen is None:
            return
        newest = self._decisions().order_by("-pk").select_related("by").first()
        if newest and newest.pk > self.seen:
            raise Refused(told_of(newest, by, timezone.now()))

    def last_decision(self) -> Decision | None:
        """The newest; reads what was fetched with it."""
        return max(cast("Comment", self).decisions.all(), key=lambda one: one.pk, default=None)

    def _decisions(self) -> "DecisionQuerySet":
        return Decision.objects.filter(comment=self.pk)

    def _was_read(self, move: Move) -> None:
        """What a person decides, a person has read as it is; the rules do not read."""
        if move.by:
            self.read_at = None if move.unread else move.at or timezone.now()
        elif move.verb in {Verb.JUDGE, Verb.CORRECT}:
            self.read_at = None

    def _tell(self, decision: Decision) -> None:
        from comments.letters.decisions import told  # noqa: PLC0415 - letters know the models
        from comments.models.notice import notices_follow  # noqa: PLC0415 - which knows reactions

        notices_follow(cast("Comment", self), decision)
        told(decision)

    def _write_down(self, move: Move, before: str) -> Decision:
        return Decision.objects.create(
            discussion=self.discussion,
            comment=cast("Comment", self),
            verb=move.verb,
            by=move.by,
            rule=move.rule,
            at=move.at or timezone.now(),
            from_state=before,
            to_state=move.to,
            reason=move.reason,
            house_rule=move.house_rule,
            rules_version=move.rules_version,
            evidence=move.evidence,
            text=move.note,
        )

    def _take_place(self, discussion: Discussion, at: datetime) -> None:
        """At first publication: a number and a place, both for good."""
        if self.number is None:
            self.number = discussion.next_number()
            self.path = path_below(self.parent.path if self.parent else "", self.number)
            self.published_at = at
