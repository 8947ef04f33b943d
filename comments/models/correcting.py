"""A writer corrects what was written: for a short time, and until somebody answers."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.judging.ruling import Ruling, Verdict
from comments.models.deciding import Move
from comments.models.decision import WRITER, Decision
from comments.models.discussion import Discussion
from comments.models.moderating import Moderating
from comments.models.policy import Policy
from comments.models.states import CORRECTABLE, State
from desk.refused import Refused

if TYPE_CHECKING:
    from comments.models.comment import Comment


class Correcting(Moderating):
    created_at = models.DateTimeField(_("geschreven op"), default=timezone.now)
    edited_at = models.DateTimeField(_("bewerkt op"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def correctable_until(self, policy: Policy) -> datetime:
        return self.created_at + timedelta(minutes=policy.correcting_minutes)

    def is_correctable_at(self, now: datetime, policy: Policy) -> bool:
        """As far as the clock goes; that somebody answered is looked at when it comes to it."""
        return self.state in CORRECTABLE and now < self.correctable_until(policy)

    @transaction.atomic
    def correct(self, body: str, ruling: Ruling | None = None, now: datetime | None = None) -> None:
        """By its writer. It is judged again; moderators keep the text as it was.

        What was published and has to wait now, waits out of sight. What was refused stays refused.
        Raises Refused when the time is over, or somebody has answered already.
        """
        now = now or timezone.now()
        Discussion.objects.lock(self.discussion_id)
        self.refresh_from_db(fields=["state", "body"])
        self._refuse_unless_correctable(now)
        if body == self.body:
            return
        self._rewrite(body, None)
        self.edited_at = now
        self.save(update_fields=["edited_at"])
        evidence = ruling.as_evidence() if ruling else {}
        move = Move(
            Decision.Verb.CORRECT, self._after(ruling), rule=WRITER, at=now, evidence=evidence
        )
        self._decide(move, CORRECTABLE)

    def _refuse_unless_correctable(self, now: datetime) -> None:
        if not self.is_correctable_at(now, Policy.get_solo()):
            raise Refused(_("Uw reactie kan niet meer worden gecorrigeerd."))
        if self.has_answers():
            raise Refused(
                _("Iemand heeft al geantwoord. Uw reactie kan niet meer worden gecorrigeerd.")
            )

    def _after(self, ruling: Ruling | None) -> State:
        if ruling is None or ruling.verdict == Verdict.PUBLISH:
            return State(self.state)
        return State.REFUSED if ruling.verdict == Verdict.REFUSE else State.PENDING

    def has_answers(self) -> bool:
        return cast("Comment", self).replies.published().exists()
