"""Whether people can react, and what staff decide about that. A value computed when asked."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, cast

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from comments.models.decision import Decision, Verb
from comments.models.policy import Mode, Policy
from desk.refused import Refused

if TYPE_CHECKING:
    from accounts.models import User
    from comments.models.discussion import Discussion


class Opening(models.TextChoices):
    POLICY = "policy", _("volgens het beleid")
    OPEN = "open", _("open")
    CLOSED = "closed", _("gesloten")
    HIDDEN = "hidden", _("verborgen")


#: What a moderator decides; a verb looks at these as they are now.
SETTINGS: Final = (
    "opening",
    "closes_at",
    "closed_at",
    "closed_by",
    "closing_word",
    "reopens_at",
    "mode",
    "slow_minutes",
)
#: As if nobody had ever closed it.
NEVER_CLOSED: Final[dict[str, Any]] = {
    "closes_at": None,
    "closed_at": None,
    "closed_by": None,
    "closing_word": "",
    "reopens_at": None,
}


class Closing(models.Model):
    article = models.OneToOneField(
        Article,
        verbose_name=_("artikel"),
        on_delete=models.CASCADE,
        related_name="discussion",
        primary_key=True,
    )
    opening = models.CharField(
        _("reageren"), max_length=10, choices=Opening, default=Opening.POLICY
    )
    closes_at = models.DateTimeField(_("sluit op"), null=True, blank=True)
    closed_at = models.DateTimeField(_("gesloten op"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gesloten door"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    closing_word = models.TextField(_("slotbericht"), blank=True)
    reopens_at = models.DateTimeField(_("opent weer op"), null=True, blank=True)
    mode = models.CharField(
        _("modereren"),
        max_length=10,
        choices=[("", _("volgens het beleid")), *Mode.choices],
        blank=True,
    )
    slow_minutes = models.PositiveSmallIntegerField(
        _("minuten tussen twee reacties van één schrijver"), null=True, blank=True
    )

    class Meta:
        abstract = True

    # --- As it stands at a moment -----------------------------------------------------------------

    @property
    def is_hidden(self) -> bool:
        return self.opening == Opening.HIDDEN

    def is_open_at(self, now: datetime, policy: Policy) -> bool:
        """What a moderator chose wins over the policy."""
        if self.is_hidden:
            return False
        if self.opening == Opening.CLOSED:
            return self.has_reopened_at(now)
        closing = self.closing_time(policy, now)
        return closing is None or now < closing

    def has_reopened_at(self, now: datetime) -> bool:
        """It was closed until a time that has come."""
        until = self.reopens_at
        return self.opening == Opening.CLOSED and until is not None and until <= now

    def is_open_now(self) -> bool:
        return self.is_open_at(timezone.now(), Policy.get_solo())

    def state_label(self, now: datetime, policy: Policy) -> str:
        if self.is_hidden:
            return str(Opening.HIDDEN.label)
        return str(Opening.OPEN.label if self.is_open_at(now, policy) else Opening.CLOSED.label)

    def closing_time(self, policy: Policy, now: datetime) -> datetime | None:
        """When reacting closes or closed, if that is known."""
        if self.opening == Opening.CLOSED:
            return None if self.has_reopened_at(now) else self.closed_at
        if self.closes_at or not self.follows_policy:
            return self.closes_at
        published, after = self.article.published_at, policy.closes_after
        return published + after if published and after is not None else None

    @property
    def follows_policy(self) -> bool:
        """No moderator chose when it closes."""
        return self.opening == Opening.POLICY and self.closes_at is None

    # --- Verbs ------------------------------------------------------------------------------------

    @transaction.atomic
    def close(
        self,
        by: "User",
        word: str = "",
        at: datetime | None = None,
        until: datetime | None = None,
    ) -> None:
        """Close now, or let it close at a time to come. Once this returns, no reaction gets in.

        A time in the past says when it was closed: for an import. `until`: it opens again then.
        """
        now = timezone.now()
        fields = {**NEVER_CLOSED, "closed_by": by, "closing_word": word}
        if at and at > now:
            fields |= {"opening": Opening.OPEN, "closes_at": at}
        else:
            fields |= {"opening": Opening.CLOSED, "closed_at": at or now, "reopens_at": until}
        decision = self._change(by, Verb.CLOSE, Opening.CLOSED, **fields)
        if at is None:
            self._tell(decision)

    def reopen(self, by: "User") -> None:
        """Open, whatever the policy says, until somebody closes it again."""
        self._change(by, Verb.OPEN, opening=Opening.OPEN, **NEVER_CLOSED)

    def hide(self, by: "User") -> None:
        """Take the whole discussion out of sight; nobody can react. Nothing is lost."""
        self._change(by, Verb.HIDE, Opening.HIDDEN, opening=Opening.HIDDEN)

    @transaction.atomic
    def reword(self, by: "User", word: str) -> None:
        """Another closing word, without opening anything. Followers hear of the first one."""
        self.refresh_from_db(fields=["closing_word"])
        is_first = word and not self.closing_word
        decision = self._change(by, Verb.REWORD, closing_word=word)
        if is_first and not self.is_open_now():
            self._tell(decision)

    def slow_down(self, by: "User", minutes: int | None) -> None:
        """Each writer once in so many minutes; None: as fast as they like."""
        self._change(by, Verb.SLOW, slow_minutes=minutes)

    def moderate(self, by: "User", mode: str) -> None:
        """Reading before or after publication, here; "" follows the policy."""
        self._change(by, Verb.MODE, mode=mode)

    @transaction.atomic
    def _change(self, by: "User", verb: str, but_not_when: str = "", **fields: Any) -> Decision:
        cast("type[Discussion]", type(self)).objects.lock(self.pk)
        self.refresh_from_db(fields=SETTINGS)
        before = self.opening
        if before == but_not_when and not self.has_reopened_at(timezone.now()):
            raise Refused(_("is al %(state)s") % {"state": Opening(before).label})
        for name, value in fields.items():
            setattr(self, name, value)
        self.save(update_fields=list(fields))
        return Decision.objects.create(
            discussion_id=self.pk,
            by=by,
            verb=verb,
            from_state=before,
            to_state=self.opening,
            evidence=self._settings_told(),
            text=fields.get("closing_word", ""),
        )

    def _settings_told(self) -> dict[str, Any]:
        """How it stands, as far as that is not in its state."""
        told = {
            "closes_at": self.closes_at and self.closes_at.isoformat(),
            "reopens_at": self.reopens_at and self.reopens_at.isoformat(),
            "slow_minutes": self.slow_minutes,
            "mode": self.mode,
        }
        return {name: value for name, value in told.items() if value}

    def _tell(self, decision: Decision) -> None:
        from comments.letters.closing import closed  # noqa: PLC0415 - letters know the models

        closed(decision)
