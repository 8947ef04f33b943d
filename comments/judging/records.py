"""What mailboxes did here before: a few queries, however many reactions are judged."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, Self

from django.db.models import Count, QuerySet

from comments.judging.facts import RECENT_DAYS, Record
from comments.models.comment import Comment
from comments.models.states import AGAINST, JUDGED, State
from comments.models.writer import Measure
from delivery.compiled import Compiled

RECENT: Final = timedelta(days=RECENT_DAYS)
TEN_MINUTES: Final = timedelta(minutes=10)
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A reaction of the last days, as far as it says something of who wrote it."""

    pk: int
    at: datetime
    state: str
    published_at: datetime | None
    discussion: int
    parent: int | None
    body: str


@dataclass(frozen=True)
class Records:
    recent: dict[str, list[Earlier]] = field(default_factory=lambda: defaultdict(list))
    long_ago: dict[str, int] = field(default_factory=dict)  # published before those
    measures: dict[str, list[Measure]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, emails: Collection[str], start: datetime) -> Self:
        """Of these mailboxes, for judging at `start` and later."""
        typed = {*emails, *map(str.lower, emails)}
        since, records = start - RECENT, cls()
        # For whoever reacts there is one; a query about thousands is written when it is asked.
        is_one = len(typed) == 1
        for email, *row in (RECENTLY.values if is_one else _recently)(since, *typed):
            records.recent[email.lower()].append(Earlier(*row))
        for email, many in (BEFORE.values if is_one else _before)(since, *typed):
            records.long_ago[email.lower()] = records.long_ago.get(email.lower(), 0) + many
        for measure in (OF_WRITERS.objects if is_one else _of_writers)(*typed):
            records.measures[measure.writer.email].append(measure)
        return records

    def before(self, comment: Comment, at: datetime) -> Record:
        """The record of its writer when this reaction came."""
        email = comment.email.lower()
        since = at - RECENT
        earlier = [
            one
            for one in self.recent.get(email, ())
            if since <= one.at <= at and one.pk != comment.pk
        ]
        kinds = {one.kind for one in self.measures.get(email, ()) if one.is_in_force(at)}
        return Record(
            published=self._published(email, earlier, at),
            judged=sum(one.state in JUDGED for one in earlier),
            refused=sum(one.state in AGAINST for one in earlier),
            in_ten_minutes=sum(one.at > at - TEN_MINUTES for one in earlier),
            in_a_day=sum(one.at > at - DAY for one in earlier),
            same_elsewhere=sum(_same_elsewhere(one, comment) for one in earlier),
            seconds_since_here=_since_here(earlier, comment, at),
            held=Measure.Kind.HOLD in kinds,
            blocked=Measure.Kind.REFUSE in kinds,
        )

    def _published(self, email: str, earlier: list[Earlier], at: datetime) -> int:
        recently = sum(
            one.state == State.PUBLISHED and (one.published_at or at) <= at for one in earlier
        )
        return self.long_ago.get(email, 0) + recently


def _recently(since: datetime, *emails: str) -> QuerySet[Comment, Any]:
    columns = ("pk", "created_at", "state", "published_at", "discussion", "parent", "body")
    theirs = Comment.objects.by_readers(emails).filter(created_at__gte=since)
    return theirs.values_list("email", *columns)


def _before(since: datetime, *emails: str) -> QuerySet[Comment, Any]:
    theirs = Comment.objects.by_readers(emails).published().filter(created_at__lt=since)
    return theirs.values("email").annotate(many=Count("pk")).values_list("email", "many")


def _of_writers(*emails: str) -> QuerySet[Measure]:
    return Measure.objects.filter(writer__email__in=emails).select_related("writer")


RECENTLY: Final = Compiled(_recently)
BEFORE: Final = Compiled(_before)
OF_WRITERS: Final = Compiled(_of_writers)


def _same_elsewhere(one: Earlier, comment: Comment) -> bool:
    place = (comment.discussion_id, comment.parent_id)
    return one.body == comment.body and (one.discussion, one.parent) != place


def _since_here(earlier: list[Earlier], comment: Comment, at: datetime) -> int | None:
    here = [one.at for one in earlier if one.discussion == comment.discussion_id]
    return int((at - max(here)).total_seconds()) if here else None
