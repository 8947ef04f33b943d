"""What staff do to a reaction besides deciding where it stands, and taking back."""

from typing import TYPE_CHECKING, Final, cast

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.deciding import Deciding, Move
from comments.models.decision import WRITER, Decision
from comments.models.discussion import Discussion
from comments.models.states import FEATURABLE, READABLE, REDACTABLE, TIPPABLE, State
from desk.refused import Refused

if TYPE_CHECKING:
    from accounts.models import User
    from comments.models.comment import Comment
    from comments.models.version import Version

Verb = Decision.Verb

#: What stands where staff took something out; part of the text, so in the language of the site.
TAKEN_OUT: Final = "[weggehaald door de redactie]"


class Moderating(Deciding):
    body = models.TextField(_("reactie"))
    body_html = models.TextField(editable=False)

    class Meta:
        abstract = True

    @transaction.atomic
    def read(self, by: "User") -> None:
        """It was published without a moderator, and one finds it good as it is."""
        self._hold(by, "read_at")
        if self.read_at and self.state in READABLE:
            raise Refused(_("is al gelezen"))
        self._decide(Move(Verb.READ, self.state, by), READABLE)

    def feature(self, by: "User") -> None:
        self._feature(by, on=True)

    def unfeature(self, by: "User") -> None:
        self._feature(by, on=False)

    @transaction.atomic
    def _feature(self, by: "User", *, on: bool) -> None:
        self._hold(by, "featured_at")
        if self.state in FEATURABLE and on == bool(self.featured_at):
            raise Refused(_("is al uitgelicht") if on else _("is niet uitgelicht"))
        self._decide(Move(Verb.FEATURE if on else Verb.UNFEATURE, self.state, by), FEATURABLE)
        self._put_in_the_light(on=on)

    def _put_in_the_light(self, *, on: bool) -> None:
        self.featured_at = timezone.now() if on else None
        self.save(update_fields=["featured_at"])

    def became_tip(self, step: str, by: "User | None") -> None:
        """Write down how far it is on its way into the article, or out. `by` None: its writer."""
        rule = "" if by else WRITER
        move = Move(Verb.ADOPT, State.PUBLISHED, by, rule, note=step)
        self._decide(move, TIPPABLE)

    @transaction.atomic
    def redact(self, by: "User", passage: str) -> None:
        """Take a passage out, wherever it stands; staff write nothing in its place but that.

        The text as it was is kept.
        """
        self._hold(by, "body")
        if self.state in REDACTABLE and passage not in self.body:
            raise Refused(_("bevat deze tekst niet (meer)"))
        former = self._rewrite(self.body.replace(passage, TAKEN_OUT), by)
        evidence: dict[str, object] = {"version": former.pk}
        self._decide(Move(Verb.REDACT, self.state, by, evidence=evidence), REDACTABLE)

    def _rewrite(self, text: str, by: "User | None") -> "Version":
        former = cast("Comment", self).versions.create(body=self.body, replaced_by=by)
        self.body, self.body_html = text, cast("Comment", self).written(text)
        self.save(update_fields=["body", "body_html"])
        return former

    @transaction.atomic
    def undo(self, by: "User") -> None:
        """Take back the last decision: the reaction is again as it was before it."""
        self._hold(by, "body")
        last = self._decisions().order_by("-pk").first()
        if last is None or not last.can_be_undone:
            raise Refused(self._nothing_to_undo(last))
        before = self._restriction_before(last) if last.from_state != State.PENDING else None
        move = Move(
            Verb.UNDO,
            last.from_state,
            by,
            reason=before.reason if before else "",
            house_rule=before.house_rule if before else "",
            rules_version=before.rules_version if before else None,
            evidence={"undoes": last.pk},
            unread=last.verb == Verb.READ,
        )
        self._take_back(last, by)
        self._decide(move, (last.to_state,))

    def _nothing_to_undo(self, last: Decision | None) -> str:
        if last and last.verb == Verb.UNDO:
            return str(_("is al ongedaan gemaakt"))
        return str(_("heeft geen besluit dat u ongedaan kunt maken"))

    def _restriction_before(self, last: Decision) -> Decision | None:
        """The decision whose reason holds again: it had brought the reaction where it goes back."""
        earlier = self._decisions().before(last.pk).filter(to_state=last.from_state)
        return earlier.exclude(reason="").order_by("-pk").first()

    def _take_back(self, last: Decision, by: "User") -> None:
        match last.verb:
            case Verb.FEATURE | Verb.UNFEATURE:
                self._put_in_the_light(on=last.verb == Verb.UNFEATURE)
            case Verb.REDACT:
                former = cast("Comment", self).versions.get(pk=str(last.evidence["version"]))
                self._rewrite(former.body, by)

    def _hold(self, by: "User", *fields: str) -> None:
        """Nobody changes it until the transaction ends; what the verb looks at is as it is now."""
        Discussion.objects.lock(self.discussion_id)
        self._refuse_if_overtaken(by)
        self.refresh_from_db(fields=["state", *fields])
