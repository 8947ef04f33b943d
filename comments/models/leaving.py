"""What a writer takes away afterwards: the reaction for a day or for good, or only the name."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, cast

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.correcting import Correcting
from comments.models.deciding import Move
from comments.models.decision import TERM, WRITER, Decision
from comments.models.discussion import Discussion
from comments.models.states import TAKEN_AWAY, WITHDRAWABLE, State
from comments.models.writer import Measure
from desk.refused import Refused

if TYPE_CHECKING:
    from comments.models.comment import Comment

Verb = Decision.Verb

#: So long a writer can think better of having withdrawn a reaction.
SECOND_THOUGHTS: Final = timedelta(days=1)
#: What stands where the name was; part of the text, so in the language of the site.
NOBODY: Final = "Anoniem"


class Leaving(Correcting):
    class Meta:
        abstract = True

    @transaction.atomic
    def put_back(self, now: datetime | None = None) -> None:
        """By its writer: where it was and as it was before it was withdrawn."""
        now = now or timezone.now()
        Discussion.objects.lock(self.discussion_id)
        last = self._decisions().order_by("-pk").first()
        if last is None or not may_be_put_back(last, now):
            raise Refused(_("Deze reactie kan niet meer worden teruggezet."))
        if self._is_of_a_blocked_writer(now):
            raise Refused(_("U kunt hier voorlopig niet reageren."))
        self._decide(Move(Verb.RESTORE, last.from_state, rule=WRITER, at=now), [State.WITHDRAWN])

    @transaction.atomic
    def anonymise(self) -> None:
        """Its text stays, without its writer. From then on it is nobody's."""
        self._hold_for_writer()
        self._let_go_of_writer()
        self._decide(self._move(Verb.ANONYMISE, self.state), State.values)
        self._let_go_of_tip()

    @transaction.atomic
    def erase(self) -> None:
        """Off the site and out of here, with its earlier texts; answers keep their place.

        What staff or the rules turned down keeps its text, without a name: somebody may still
        object to that decision.
        """
        self._hold_for_writer()
        to = State.WITHDRAWN if self.state in WITHDRAWABLE else State(self.state)
        self._let_go_of_writer()
        if to == State.WITHDRAWN:
            self._let_go_of_text()
        self._decide(self._move(Verb.ERASE, to), State.values)
        self._let_go_of_tip()

    @transaction.atomic
    def forget(self) -> None:
        """It was taken away so long ago that nobody objects any more: what was decided is kept."""
        Discussion.objects.lock(self.discussion_id)
        self.refresh_from_db(fields=["state", "reason", "email"])
        self._let_go_of_writer()
        self._let_go_of_text()
        move = Move(Verb.ERASE, self.state, rule=TERM, reason=self.reason)
        self._decide(move, TAKEN_AWAY)
        self._let_go_of_tip()

    def _move(self, verb: str, to: str) -> Move:
        """What staff had decided, stays decided, and why."""
        return Move(verb, to, rule=WRITER, reason=self.reason if to == self.state else "")

    def _hold_for_writer(self) -> None:
        """Nobody changes it until the transaction ends. A second click finds that it is done."""
        Discussion.objects.lock(self.discussion_id)
        self.refresh_from_db(fields=["state", "reason", "email"])
        if not cast("Comment", self).email:
            raise Refused(_("Deze reactie is niet meer van u."))

    def _let_go_of_writer(self) -> None:
        comment = cast("Comment", self)
        comment.follows.filter(writer__email=comment.email.lower()).delete()
        comment.name, comment.email, comment.affiliation = NOBODY, "", ""
        comment.save(update_fields=["name", "email", "affiliation"])

    def _let_go_of_text(self) -> None:
        cast("Comment", self).versions.all().delete()
        self.body = self.body_html = ""
        self.save(update_fields=["body", "body_html"])

    def _let_go_of_tip(self) -> None:
        """What was made of it and may stay, is nobody's either."""
        if adoption := getattr(self, "adoption", None):
            adoption.let_go_of_writer()

    def _is_of_a_blocked_writer(self, now: datetime) -> bool:
        blocking = Measure.objects.in_force(now).filter(kind=Measure.Kind.REFUSE)
        return blocking.filter(writer__email=cast("Comment", self).email.lower()).exists()


def may_be_put_back(last: Decision, now: datetime) -> bool:
    """`last`: what was decided last about a reaction; only its writer withdraws it."""
    return last.verb == Verb.WITHDRAW and now < last.at + SECOND_THOUGHTS
