"""Where articles stand in the work of the desk: what waits, what is planned, what came back."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from articles.models.history import Event
from articles.models.people import Author
from articles.models.publishing import State

if TYPE_CHECKING:
    from articles.models.article import Article  # noqa: F401 - names the type below

#: The verbs that hand an article from one to another.
HANDED: Final = (Event.Verb.SUBMITTED, Event.Verb.RETURNED)


class Standing(models.QuerySet["Article"]):
    def drafts(self) -> Self:
        return self.filter(state=State.DRAFT)

    def in_review(self) -> Self:
        """What the editors are to judge; longest waiting first after `with_handing`."""
        return self.filter(state=State.REVIEW)

    def withdrawn(self) -> Self:
        return self.filter(state=State.WITHDRAWN)

    def scheduled(self, now: datetime, within: timedelta | None = None) -> Self:
        """Published for readers at a time to come."""
        not_over = Q(expires_at=None) | Q(expires_at__gt=now)
        planned = self.filter(not_over, state=State.PUBLISHED, published_at__gt=now)
        return planned.filter(published_at__lte=now + within) if within else planned

    def expired(self, now: datetime) -> Self:
        return self.filter(state=State.PUBLISHED, expires_at__lte=now)

    def returned(self) -> Any:
        """Concepts that came back from somebody who is not one of their authors."""
        own = Author.objects.filter(authorships__article=OuterRef("pk"), user=OuterRef("handed_by"))
        back = self.drafts().with_handing().filter(handed_verb=Event.Verb.RETURNED)
        return back.exclude(Exists(own))

    def with_handing(self) -> Any:
        """Adds `handed_at`, `handed_verb`, `handed_by` and `handed_note`: the last time it changed
        hands; without one, `handed_at` is when it was last changed.
        """
        events = Event.objects.filter(article=OuterRef("pk"), verb__in=HANDED)
        last: dict[str, Any] = {
            f"handed_{name}": Subquery(events.order_by("-at", "-pk").values(name)[:1])
            for name in ("verb", "by", "note")
        }
        at = Coalesce(Subquery(events.order_by("-at", "-pk").values("at")[:1]), "changed_at")
        return self.annotate(**last, handed_at=at)
