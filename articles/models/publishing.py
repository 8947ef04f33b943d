"""The life of an article: concept → ter beoordeling → gepubliceerd → ingetrokken, and back.

Each step is one verb here, and each verb leaves one line in the article's history.
"""

from collections.abc import Container
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.correction import Correction
from articles.models.findable import Findable
from articles.models.history import Event
from articles.models.sharing import Shared
from desk.refused import Refused

if TYPE_CHECKING:
    from accounts.models import User


class State(models.TextChoices):
    DRAFT = "draft", _("concept")
    REVIEW = "review", _("ter beoordeling")
    PUBLISHED = "published", _("gepubliceerd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class Publishing(Findable, Shared):
    """Times are compared when somebody asks: nothing has to run for an article to appear or go."""

    State = State

    # From which states each verb may be done.
    SUBMITTABLE: Final = (State.DRAFT,)
    RETURNABLE: Final = (State.REVIEW,)
    PUBLISHABLE: Final = (State.DRAFT, State.REVIEW, State.WITHDRAWN, State.PUBLISHED)
    WITHDRAWABLE: Final = (State.PUBLISHED,)
    REVISABLE: Final = (State.WITHDRAWN,)

    #: Fields that only a verb writes.
    STEPS: Final = ("state", "published_at", "expires_at", "featured_at", "social_image")

    state = models.CharField(
        _("staat"), max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    published_at = models.DateTimeField(_("gepubliceerd op"), null=True, editable=False)
    expires_at = models.DateTimeField(_("zichtbaar tot"), null=True, blank=True, editable=False)
    featured_at = models.DateTimeField(_("uitgelicht op"), null=True, editable=False)
    created_at = models.DateTimeField(_("aangemaakt"), auto_now_add=True)
    changed_at = models.DateTimeField(_("gewijzigd"), auto_now=True)

    class Meta:
        abstract = True

    # --- As it stands at a moment -----------------------------------------------------------------

    def is_visible_at(self, now: datetime) -> bool:
        """The same rule as `ArticleQuerySet.visible`, for an article that is at hand."""
        came = self.published_at is not None and self.published_at <= now
        return self.state == State.PUBLISHED and came and not self.is_over_at(now)

    def is_over_at(self, now: datetime) -> bool:
        return self.expires_at is not None and self.expires_at <= now

    @property
    def modified_at(self) -> datetime:
        """When readers last saw it change; what was changed before its publication is not that."""
        return max(self.published_at or self.changed_at, self.changed_at)

    def state_label(self, now: datetime | None = None) -> str:
        """The state in words; “gepubliceerd” is “gepland” before its time, “verlopen” after it."""
        now = now or timezone.now()
        if self.state == State.PUBLISHED and not self.is_visible_at(now):
            return str(_("verlopen") if self.is_over_at(now) else _("gepland"))
        return str(State(self.state).label)

    # --- Verbs ------------------------------------------------------------------------------------

    def submit(self, by: "User", note: str = "") -> None:
        """By an author: it is ready for the editors to judge."""
        self._step(Event.Verb.SUBMITTED, by, note, self.SUBMITTABLE, state=State.REVIEW)

    def send_back(self, by: "User", note: str = "") -> None:
        """By an editor who asks for changes, or by the author who thought of some."""
        self._step(Event.Verb.RETURNED, by, note, self.RETURNABLE, state=State.DRAFT)

    @transaction.atomic
    def publish(
        self,
        at: datetime | None = None,
        by: "User | None" = None,
        until: datetime | None = None,
    ) -> None:
        """Let readers see it from `at` on, by default from now. A date it had before is kept.

        `until` is when it leaves the site by itself; without it, it stays. Nobody (`by` is None) is
        an import: what readers could see elsewhere is not held up here, and keeps its own date.
        """
        self._lock()
        if by:
            if self.state == State.PUBLISHED:
                raise Refused(_("is al %(state)s") % {"state": self.state_label()})
            self._refuse_unfinished()
        now = timezone.now()
        self._appear(at or min(self.published_at or now, now), by, until)

    @transaction.atomic
    def reschedule(
        self, by: "User", at: datetime | None = None, until: datetime | None = None
    ) -> None:
        """Another moment to appear, by default now, or another one to go. What readers could see
        keeps its date: that is a fact, no plan.
        """
        self._lock()
        came, now = self.published_at, timezone.now()
        if self.state != State.PUBLISHED or came is None:
            raise Refused(_("is %(state)s") % {"state": self.state_label(now)})
        if came <= now and at not in {None, came}:
            raise Refused(_("staat al op de site: de datum van publicatie ligt vast"))
        self._refuse_unfinished()
        self._appear(at or min(came, now), by, until)

    def _appear(self, at: datetime, by: "User | None", until: datetime | None) -> None:
        now = timezone.now()
        # Another end for what readers see already is a plan, too.
        plan = at > now or (by is not None and self.is_visible_at(now))
        verb = Event.Verb.SCHEDULED if plan else Event.Verb.PUBLISHED
        fields = {"state": State.PUBLISHED, "published_at": at, "expires_at": until}
        self._step(verb, by, moments(at, until), self.PUBLISHABLE, **fields)
        self.share()

    @transaction.atomic
    def withdraw(self, by: "User | None" = None, note: str = "") -> None:
        """Take it off the site. Its address answers 410 from now on."""
        self._step(Event.Verb.WITHDRAWN, by, note, self.WITHDRAWABLE, state=State.WITHDRAWN)
        self.unshare()

    def revise(self, by: "User") -> None:
        """Make a concept again of what was withdrawn, to work on it."""
        self._step(Event.Verb.REVISED, by, "", self.REVISABLE, state=State.DRAFT)

    def feature(self, by: "User") -> None:
        """Put it at the head of the front page, until another one is put there."""
        self._step(Event.Verb.FEATURED, by, "", (State.PUBLISHED,), featured_at=timezone.now())

    def unfeature(self, by: "User") -> None:
        self._step(Event.Verb.UNFEATURED, by, "", tuple(State), featured_at=None)

    @transaction.atomic
    def correct(self, by: "User", text: str, at: datetime | None = None) -> None:
        """Tell readers what was wrong and is now right. Only of what they can see."""
        self._lock()
        now = timezone.now()
        if not self.is_visible_at(now):
            raise Refused(_("is %(state)s") % {"state": self.state_label(now)})
        Correction.objects.create(article_id=self.pk, by=by, text=text, at=at or now)
        self._step(Event.Verb.CORRECTED, by, text, self.WITHDRAWABLE)

    @property
    def was_never_public(self) -> bool:
        """An address that readers may have seen is a promise; only a draft may vanish."""
        return self.state == State.DRAFT and self.published_at is None

    def _lock(self) -> None:
        """Know how it stands, and let nobody change that before this transaction ends."""
        rows = type(self)._base_manager.select_for_update()
        self.refresh_from_db(fields=["state", "published_at", "expires_at"], from_queryset=rows)

    def _refuse_unfinished(self) -> None:
        # Not above: what is checked is an article with blocks, and those are made of this class.
        from articles.proofreading import proofread, refusal  # noqa: PLC0415

        if why := refusal(proofread(self)):  # type: ignore[arg-type]
            raise Refused(_("kan nog niet op de site: %(why)s") % {"why": why})

    @transaction.atomic
    def _step(
        self, verb: str, by: "User | None", note: str, allowed: Container[str], **fields: Any
    ) -> None:
        """Change these fields and no others, from one of these states, and write it down."""
        before = type(self)._base_manager.select_for_update().get(pk=self.pk)
        if before.state not in allowed:
            raise Refused(_("is %(state)s") % {"state": before.state_label()})
        for name, value in fields.items():
            setattr(self, name, value)
        self.save(update_fields=[*fields, "changed_at"])
        self.log(verb, by, note)
        self.index()

    def log(self, verb: str, by: "User | None", note: str = "") -> None:
        Event.objects.create(article_id=self.pk, verb=verb, by=by, note=note)


def moments(at: datetime, until: datetime | None) -> str:
    """From when, and till when, as the history says it."""
    words = timezone.localtime(at).strftime("%d-%m-%Y %H:%M")
    return f"{words} – {timezone.localtime(until).strftime('%d-%m-%Y %H:%M')}" if until else words
