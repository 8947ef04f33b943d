"""The queues of the desk: which reactions ask a moderator's attention, and how many there are."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from articles.models import ArticleTopic
from comments.models.looking import by_index, mentions
from comments.models.states import State
from desk.counting import LOOKED_THROUGH, counted
from search.engines import among

if TYPE_CHECKING:
    from comments.models.comment import Comment  # noqa: F401 - in the base class
    from comments.models.notice import Notice

#: By its name in an address. Those of a state are called as that state.
WAITING: Final = "pending"
REPORTED: Final = "gemeld"
UNREAD: Final = "ongelezen"
EVERYTHING: Final = "alle"
#: The states of a report that nobody decided on yet.
OPEN_NOTICE: Final = ("received", "in_review")


def _notices() -> models.QuerySet["Notice"]:
    from comments.models.notice import Notice  # noqa: PLC0415 - which knows reactions

    return Notice.objects.order_by()


def _condition(queue: str) -> Q:
    match queue:
        case "alle":
            return Q()
        case "gemeld":
            return Q(pk__in=_notices().filter(state__in=OPEN_NOTICE).values("comment"))
        case "ongelezen":
            return Q(state=State.PUBLISHED, read_at=None)
    return Q(state=queue) if queue in State.values else Q(pk__in=())


class Queues(models.QuerySet["Comment"]):
    def in_queue(self, name: str) -> Self:
        """None where there is no such queue."""
        return self.filter(_condition(name))

    def waiting(self) -> Self:
        return self.in_queue(WAITING)

    def reported(self) -> Self:
        """With a report that nobody decided on yet."""
        return self.in_queue(REPORTED)

    def unread(self) -> Self:
        """Readers see it, and no moderator has judged it as it is."""
        return self.in_queue(UNREAD)

    def tally(self, queues: Collection[str]) -> dict[str, Any]:
        """How many there are in each queue, up to MOST_COUNTED, and since when the oldest waits.

        Each is counted by its own index: in one query, all reactions would be read for it.
        """
        found = self.order_by()
        numbers: dict[str, Any] = {name: counted(found.in_queue(name)) for name in queues}
        first = found.waiting().order_by("created_at").values_list("created_at", flat=True).first()
        return numbers | {"oldest": first}

    def looked_through_since(self) -> datetime | None:
        """After when these are looked through for words. None: they all are."""
        times = self.order_by("-created_at").values_list("created_at", flat=True)
        return times[LOOKED_THROUGH : LOOKED_THROUGH + 1].first()

    def mentioning(self, typed: str, since: datetime | None) -> Self:
        """In which these words stand; all of these were written, or looked through, since then."""
        recent = self.filter(created_at__gt=since) if since else self
        keys = set(recent.order_by().filter(mentions(typed)).values_list("pk", flat=True))
        if since:
            keys |= set(by_index(self, typed))
        return self.filter(pk__in=among(sorted(keys)))

    def under(self, articles: Collection[int]) -> Self:
        return self.filter(discussion__in=articles)

    def about(self, topics: Collection[int]) -> Self:
        """Under the articles about any of these topics."""
        about = ArticleTopic.objects.filter(tag__in=topics)
        return self.filter(discussion__in=about.values("content_object"))

    def by_writer_of(self, comment: int) -> Self:
        """By who wrote that one: so a link to these has no address of a person in it."""
        that = type(self)(self.model).filter(pk=comment).exclude(email="")
        return self.filter(email__in=that.values("email"))

    def written_between(self, first: datetime | None, until: datetime | None) -> Self:
        found = self.filter(created_at__gte=first) if first else self
        return found.filter(created_at__lt=until) if until else found

    def records_of(self, mailboxes: Collection[str]) -> dict[str, dict[str, int]]:
        """Per mailbox: what became of its reactions so far."""
        names = ("published", "refused", "removed", "spam")
        of_state = {name: Count("pk", filter=_condition(name)) for name in names}
        reported = Count("pk", filter=Exists(_notices().filter(comment=OuterRef("pk"))))
        counted = self.filter(email__in=mailboxes).order_by().values("email")
        rows: Iterable[Any] = counted.annotate(**of_state, reported=reported)
        return {row.pop("email"): row for row in rows}
