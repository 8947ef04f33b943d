from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from comments.judging.ruling import Ruling
from comments.models.counting import Counting
from comments.models.decision import Decision, Verb
from comments.models.policy import Mode, Policy
from desk.refused import Refused

if TYPE_CHECKING:
    from accounts.models import User
    from comments.models.comment import Comment


class Closed(Exception):  # noqa: N818
    """Reageren is gesloten: nothing was stored."""


class ParentGone(Exception):  # noqa: N818
    """The reaction that is answered cannot be seen (any more): nothing was stored."""


class Repeated(Exception):  # noqa: N818
    """The same writer already sent the same text here: nothing was stored again."""


class DiscussionQuerySet(models.QuerySet["Discussion"]):
    def of(self, article: Article) -> "Discussion":
        """The article's discussion, made up in memory where nobody has touched it yet."""
        found = self.filter(article=article).first() or Discussion(article=article)
        found.article = article
        return found

    def lock(self, article_id: int) -> "Discussion":
        """For a change: nobody else changes this discussion until the transaction ends.

        PostgreSQL locks the row; SQLite's transactions here hold the write lock from their start.
        """
        self.get_or_create(article_id=article_id)
        return self.select_for_update(of=("self",)).select_related("article").get(pk=article_id)

    def begin_for(self, articles: Iterable[Article]) -> None:
        """Give each article its row, so that a list of discussions has them all."""
        rows = [Discussion(article=article) for article in articles]
        self.bulk_create(rows, ignore_conflicts=True)

    def shown(self) -> Self:
        return self.exclude(opening=Discussion.Opening.HIDDEN)

    def open_at(self, now: datetime, policy: Policy) -> Self:
        """The same rule as `Discussion.is_open_at`, for many at once."""
        shut = Q(opening=Discussion.Opening.HIDDEN) | Q(
            Q(reopens_at=None) | Q(reopens_at__gt=now), opening=Discussion.Opening.CLOSED
        )
        never_closes = Q(closes_at=None)
        if policy.closes_after is not None:
            too_old = Q(article__published_at__lte=now - policy.closes_after)
            never_closes &= ~(Q(opening=Discussion.Opening.POLICY) & too_old)
        return self.exclude(shut).filter(never_closes | Q(closes_at__gt=now))


class Discussion(Counting):
    class Opening(models.TextChoices):
        POLICY = "policy", _("volgens het beleid")
        OPEN = "open", _("open")
        CLOSED = "closed", _("gesloten")
        HIDDEN = "hidden", _("verborgen")

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

    objects = DiscussionQuerySet.as_manager()

    class Meta:
        verbose_name = _("discussie")
        verbose_name_plural = _("discussies")
        permissions = [("close_discussion", _("Kan reageren sluiten en openen"))]

    def __str__(self) -> str:
        return self.article.title

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#reacties"

    def form_url(self) -> str:
        return reverse("comments:react", args=[self.article.slug])

    # --- Open or closed -------------------------------------------------------------------------

    @property
    def is_hidden(self) -> bool:
        return self.opening == self.Opening.HIDDEN

    def is_open_at(self, now: datetime, policy: Policy) -> bool:
        """A value computed when asked. What a moderator chose wins over the policy."""
        if self.is_hidden:
            return False
        if self.opening == self.Opening.CLOSED:
            return self.reopens_at is not None and self.reopens_at <= now
        closing = self.closing_time(policy)
        return closing is None or now < closing

    def is_open_now(self) -> bool:
        return self.is_open_at(timezone.now(), Policy.get_solo())

    def state_label(self, now: datetime, policy: Policy) -> str:
        if self.is_hidden:
            return str(_("verborgen"))
        return str(_("open") if self.is_open_at(now, policy) else _("gesloten"))

    def closing_time(self, policy: Policy) -> datetime | None:
        """When reacting closes or closed, if that is known."""
        if self.opening == self.Opening.CLOSED:
            return self.closed_at
        if self.closes_at or self.opening != self.Opening.POLICY:
            return self.closes_at
        published, after = self.article.published_at, policy.closes_after
        return published + after if published and after is not None else None

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
        now, closed = timezone.now(), self.Opening.CLOSED
        if at and at > now:
            fields = {"opening": self.Opening.OPEN, "closes_at": at, "reopens_at": None}
            self._change(by, Verb.CLOSE, closed, **fields, closing_word=word)
            return
        decision = self._change(
            by,
            Verb.CLOSE,
            closed,
            opening=closed,
            closes_at=None,
            closed_at=at or now,
            closed_by=by,
            closing_word=word,
            reopens_at=until,
        )
        if at is None:
            from comments.letters.closing import closed as told  # noqa: PLC0415

            told(self, decision)

    def reopen(self, by: "User") -> None:
        """Open, whatever the policy says, until somebody closes it again."""
        self._change(by, Verb.OPEN, opening=self.Opening.OPEN, **self._NEVER_CLOSED)

    def hide(self, by: "User") -> None:
        """Take the whole discussion out of sight; nobody can react. Nothing is lost."""
        self._change(by, Verb.HIDE, self.Opening.HIDDEN, opening=self.Opening.HIDDEN)

    def reword(self, by: "User", word: str) -> None:
        """Another closing word, without opening anything."""
        self._change(by, Verb.CLOSE, closing_word=word)

    def slow_down(self, by: "User", minutes: int | None) -> None:
        """Each writer once in so many minutes; None: as fast as they like."""
        self._change(by, Verb.SLOW, slow_minutes=minutes)

    def moderate(self, by: "User", mode: str) -> None:
        """Reading before or after publication, here; "" follows the policy."""
        self._change(by, Verb.SLOW, mode=mode)

    _NEVER_CLOSED: dict[str, Any] = {
        "closes_at": None,
        "closed_at": None,
        "closed_by": None,
        "closing_word": "",
        "reopens_at": None,
    }

    @transaction.atomic
    def _change(self, by: "User", verb: str, but_not_when: str = "", **fields: Any) -> Decision:
        before = Discussion.objects.lock(self.pk).opening
        if before == but_not_when:
            raise Refused(_("is al %(state)s") % {"state": self.Opening(before).label})
        for name, value in fields.items():
            setattr(self, name, value)
        self.save(update_fields=list(fields))
        return Decision.objects.create(
            discussion=self,
            by=by,
            verb=verb,
            from_state=before,
            to_state=self.opening,
            evidence=self._settings_told(),
            text=self.closing_word,
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

    # --- Reactions ------------------------------------------------------------------------------

    @transaction.atomic
    def post(
        self, comment: "Comment", now: datetime | None = None, ruling: Ruling | None = None
    ) -> None:
        """Store a reaction; those of staff are published at once, others as the ruling says.

        Without a ruling it waits for approval.

        Raises Closed, ParentGone or Repeated; then nothing was stored.
        """
        locked = Discussion.objects.lock(self.pk)
        if not locked.is_open_at(now or timezone.now(), Policy.get_solo()):
            raise Closed
        if comment.parent_id and not locked.comments.published().filter(pk=comment.parent_id):
            raise ParentGone
        if locked.comments.repeats_of(comment).exists():
            raise Repeated
        comment.discussion = locked
        comment.save()
        if comment.user:
            comment.approve(comment.user, at=now)
        elif ruling:
            comment.judged(ruling, at=now)
        self._tell_of(comment, now)

    def _tell_of(self, comment: "Comment", at: datetime | None) -> None:
        from comments.letters.arrivals import arrived  # noqa: PLC0415 - letters know the models

        arrived(comment, at)
