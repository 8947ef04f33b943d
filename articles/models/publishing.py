"""The life of an article: concept → ter beoordeling → gepubliceerd → ingetrokken, and back.

Each step is one verb here, and each verb leaves one line in the article's history.
"""

from collections.abc import Container
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.findable import Findable
from articles.models.history import Event
from desk.refused import Refused

if TYPE_CHECKING:
    from accounts.models import User


class State(models.TextChoices):
    DRAFT = "draft", _("concept")
    REVIEW = "review", _("ter beoordeling")
    PUBLISHED = "published", _("gepubliceerd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class Publishing(Findable):
    """Times are compared when somebody asks: nothing has to run for an article to appear or go."""

    State = State

    # From which states each verb may be done.
    SUBMITTABLE: Final = (State.DRAFT,)
    RETURNABLE: Final = (State.REVIEW,)
    PUBLISHABLE: Final = (State.DRAFT, State.REVIEW, State.WITHDRAWN, State.PUBLISHED)
    WITHDRAWABLE: Final = (State.PUBLISHED,)
    REVISABLE: Final = (State.WITHDRAWN,)

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

    def publish(
        self,
        at: datetime | None = None,
        by: "User | None" = None,
        until: datetime | None = None,
    ) -> None:
        """Let readers see it from `at` on, by default from now. A date it had before is kept.

        `until` is when it leaves the site by itself; without it, it stays.
        """
        now = timezone.now()
        moment = at or self.published_at or now
        verb = Event.Verb.SCHEDULED if moment > now else Event.Verb.PUBLISHED
        self._step(
            verb,
            by,
            moments(moment, until),
            self.PUBLISHABLE,
            state=State.PUBLISHED,
            published_at=moment,
            expires_at=until,
        )

    def withdraw(self, by: "User | None" = None, note: str = "") -> None:
        """Take it off the site. Its address answers 410 from now on."""
        self._step(Event.Verb.WITHDRAWN, by, note, self.WITHDRAWABLE, state=State.WITHDRAWN)

    def revise(self, by: "User") -> None:
        """Make a concept again of what was withdrawn, to work on it."""
        self._step(Event.Verb.REVISED, by, "", self.REVISABLE, state=State.DRAFT)

    def feature(self, by: "User") -> None:
        """Put it at the head of the front page, until another one is put there."""
        self._step(Event.Verb.FEATURED, by, "", (State.PUBLISHED,), featured_at=timezone.now())

    def unfeature(self, by: "User") -> None:
        self._step(Event.Verb.UNFEATURED, by, "", tuple(State), featured_at=None)

    @transaction.atomic
    def _step(
        self, verb: str, by: "User | None", note: str, allowed: Container[str], **fields: Any
    ) -> None:
        """Change these fields and no others, from one of these states, and write it down."""
        before = type(self)._base_manager.select_for_update().get(pk=self.pk).state
        if before not in allowed:
            raise Refused(_("is %(state)s") % {"state": State(before).label})
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
