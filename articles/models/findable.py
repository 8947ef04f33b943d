"""The verbs keep the search's index up to date, in their own transaction."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction

from search.index import Kind
from search.models import Entry


class Findable(models.Model):
    class Meta:
        abstract = True

    @transaction.atomic
    def index(self) -> None:
        """Let it be found as it stands now, or not at all.

        For after every change of its text, blocks, people, topics or state, in one transaction.
        """
        if not index([self.pk]):
            Entry.objects.drop(Kind.ARTICLE, self.pk)

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        Entry.objects.drop(Kind.ARTICLE, self.pk)
        return super().delete(*args, **kwargs)


def index(keys: Iterable[int]) -> int:
    """Returns how many of these articles can be found."""
    from articles.indexing import documents  # noqa: PLC0415 - blocks are made of articles

    found = list(documents(keys))
    for document in found:
        Entry.objects.put(document)
    return len(found)


def index_renamed(name: str, articles: models.QuerySet[Any, int]) -> None:
    """Somebody or something that is named above these articles has this name now."""
    known = Entry.objects.filter(kind=Kind.ARTICLE, object_id__in=articles)
    old = known.exclude(names__contains=name)
    index(list(old.values_list("object_id", flat=True)))
