from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, datetime
from itertools import islice
from typing import Any, Final, NamedTuple

from django.db import models, transaction
from django.utils import timezone

from search import engines
from search.engines import Sought, Span
from search.expressions import All, AnyOf, Expression, token
from search.index import (
    Document,
    Kind,
    Tokens,
    key,
    keys_between,
    kind_of,
    object_of,
    period_marks,
    tokens_of,
    windows,
)
from search.query import Query

#: So many hits of a kind are put in order and counted. Beyond that nobody reads on, and a word
#: that stands in everything would cost too much.
MOST: Final = 250
#: Some of the rows may turn out to be of what readers cannot see.
CANDIDATES: Final = MOST + 50


class Hit(NamedTuple):
    kind: Kind
    object_id: int


@dataclass(frozen=True)
class Within:
    """Where to look: what has all these tags, and was published in that year."""

    tags: tuple[str, ...] = ()
    year: int | None = None
    kinds: tuple[Kind, ...] = tuple(Kind)

    def span(self, kind: Kind, now: datetime) -> Span:
        """The keys of that year, and no others than what has been published by now."""
        first, last = key(kind, EPOCH, 0), keys_between(kind, now, now)[1]
        if self.year is None or not MINYEAR < self.year < MAXYEAR:
            return first, last
        start, end = (_new_year(year) for year in (self.year, self.year + 1))
        return key(kind, start, 0), min(last, key(kind, end, 0) - 1)

    def narrowed(self, expression: Expression) -> Expression:
        return All((expression, *map(token, self.tags))) if self.tags else expression


EPOCH: Final = datetime.fromtimestamp(0, tz=timezone.get_default_timezone())
ANYWHERE: Final = Within()


def _new_year(year: int) -> datetime:
    return timezone.make_aware(datetime(year, 1, 1))  # noqa: DTZ001 - local time is meant


@dataclass(frozen=True)
class Hits:
    """What was found, the best first. There are `more` where a kind had too many to count."""

    found: list[Hit] = field(default_factory=list)
    more: bool = False


class EntryQuerySet(models.QuerySet["Entry"]):
    def search(
        self,
        query: Query,
        visible: Mapping[Kind, models.QuerySet[Any]],
        within: Within = ANYWHERE,
    ) -> Hits:
        """What readers may find now. `visible` says of each kind what they may see: the index can
        be behind, for times pass without anybody doing anything.
        """
        if not query:
            return Hits()
        found: list[Hit] = []
        more = False
        for kind, rows in _ranked(query, within).items():
            seen = self._seen(rows, visible[kind])
            kept = [Hit(kind, object_of(row)) for row in rows if row in seen]
            found, more = found + kept[:MOST], more or len(kept) > MOST
        return Hits(found, more)

    def _seen(self, rows: list[int], visible: models.QuerySet[Any]) -> set[int]:
        """Asked for each row, by its key: the tables have indexes that promise less and do more."""
        asked = models.Exists(visible.filter(pk=models.OuterRef("object_id")))
        these = self.filter(asked, pk__in=engines.among(rows)) if rows else self.none()
        return set(these.values_list("pk", flat=True))

    def texts(self, hits: Iterable[Hit]) -> "dict[Hit, Entry]":
        """Of the hits on one page, what is in the index."""
        wanted = models.Q(pk__in=())
        for kind in Kind:
            ids = [hit.object_id for hit in hits if hit.kind == kind]
            wanted |= models.Q(kind=kind, object_id__in=ids)
        return {Hit(Kind(one.kind), one.object_id): one for one in self.filter(wanted)}

    @transaction.atomic(savepoint=False)
    def put(self, document: Document) -> None:
        """Let it be found as it is now. Call this in the transaction in which it became so."""
        self.drop(document.kind, document.object_id)
        self.add([document])
        if document.tags is not None:
            self._retag(document)

    def add(self, documents: Sequence[Document]) -> None:
        """Many at once, that are not in the index yet."""
        tags = self._inherited(documents)
        entries = [Entry.of(one, tags) for one in documents]
        self.bulk_create(entries)
        engines.store((entry.pk, entry.tokens()) for entry in entries)

    def drop(self, kind: Kind, *object_ids: int) -> None:
        named = self.filter(kind=kind, object_id__in=object_ids)
        if gone := list(named.values_list("pk", flat=True)):
            Words.objects.filter(pk__in=gone).delete()
            self.filter(pk__in=gone).delete()

    def refill(self, batches: Iterable[Sequence[Document]]) -> None:
        """Build the index anew; nobody can search meanwhile."""
        with transaction.atomic():
            self.all().delete()
            engines.run(engines.engine().before_filling)
            for batch in batches:
                self.add(batch)
            engines.run(engines.engine().after_filling)

    def counted(self) -> dict[Kind, int]:
        return {kind: self.filter(kind=kind).count() for kind in Kind}

    def _inherited(self, documents: Iterable[Document]) -> dict[int | None, str]:
        above = {one.under for one in documents if one.under and one.tags is None}
        parents = self.filter(under=None, object_id__in=above) if above else self.none()
        return dict(parents.values_list("object_id", "tags"))

    def _retag(self, document: Document) -> None:
        """What stands under it has its tags."""
        tags = " ".join(document.tags or ())
        below = list(self.filter(under=document.object_id).exclude(tags=tags))
        for entry in below:
            entry.tags = tags
        self.bulk_update(below, ["tags"], batch_size=500)
        engines.store((entry.pk, entry.tokens()) for entry in below)


#: The kinds with a title and an introduction.
TITLED: Final = frozenset({Kind.ARTICLE})


def _ranked(query: Query, within: Within) -> dict[Kind, list[int]]:
    """The rows of each kind, by where the words stand, and then the newest first."""
    now = timezone.now()
    tiers = [
        (kind, within.narrowed(tier))
        for kind in within.kinds
        for tier in (query.tiers() if kind in TITLED else query.plain_tiers())
    ]
    where = {kind: _where(within.span(kind, now), kind, within) for kind in within.kinds}
    sought = [Sought(expression, *where[kind]) for kind, expression in tiers]
    rows = dict.fromkeys(row for _tier, row in engines.newest(sought, CANDIDATES))
    return {
        kind: list(islice((row for row in rows if kind_of(row) == kind), CANDIDATES))
        for kind in within.kinds
    }


def _where(span: Span, kind: Kind, within: Within) -> tuple[Span, tuple[Expression, ...]]:
    """Between which keys, and in which windows. Reactions are so many that those are worth it."""
    if not engines.engine().looks_in_windows:
        return span, ()
    if kind in TITLED:
        return span, (token(f"k_{kind}"),)
    rows = Entry.objects.filter(pk__range=span).order_by("-pk")
    last = rows.values_list("pk", flat=True).first() or span[1]
    marks = windows(last, years=within.year is None)
    return span, tuple(AnyOf(tuple(map(token, some))) for some in marks)


class Entry(models.Model):
    """A text that can be found: what of it is in the index, for its fragment and its tags.

    Its key is that of its row in the table of words: see `index.key`.
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.PositiveSmallIntegerField()
    object_id = models.PositiveBigIntegerField()
    under = models.PositiveBigIntegerField(null=True, db_index=True)
    tags = models.TextField(blank=True)
    title = models.TextField(blank=True)
    lead = models.TextField(blank=True)
    names = models.TextField(blank=True)
    body = models.TextField(blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="search_entry_once")
        ]

    def __str__(self) -> str:
        return self.title or self.body[:60]

    @classmethod
    def of(cls, document: Document, inherited: Mapping[int | None, str]) -> "Entry":
        own = document.tags
        return cls(
            pk=document.key,
            kind=document.kind,
            object_id=document.object_id,
            under=document.under,
            tags=inherited.get(document.under, "") if own is None else " ".join(own),
            title=document.title,
            lead=document.lead,
            names=document.names,
            body=document.body,
        )

    def tokens(self) -> Tokens:
        return tokens_of(
            self.title,
            self.lead,
            self.body,
            self.names,
            [*period_marks(self.pk), *self.tags.split()],
        )


class Words(models.Model):
    """The table that the databases search in. Its words are theirs: see `engines`."""

    id = models.BigIntegerField(primary_key=True, db_column="rowid")

    class Meta:
        db_table = "search_words"

    def __str__(self) -> str:
        return str(self.pk)
