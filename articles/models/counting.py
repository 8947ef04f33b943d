"""How many articles there are of something: counted no further than it matters to anybody."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Self

from django.db import models
from django.db.models import Exists, IntegerField, OuterRef, Subquery

if TYPE_CHECKING:
    from articles.models.article import Article  # noqa: F401 - names the type below

#: Lists of lists count to here. Counting on would take longer at each visit as the magazine grows,
#: and cannot be done beforehand: what readers may see is a matter of the moment.
COUNTED: Final = 50
#: So many links of a topic or an author are looked at to find these. PostgreSQL would rather read
#: the articles from the first one on than look up a hundred, if it were not told when to stop.
LOOKED_AT: Final = 2 * COUNTED


class CountOf(Subquery):
    """The number of rows of a query that may have a limit: for each row of the query around it."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


class Counting(models.QuerySet["Article"]):
    def visible(self, now: datetime | None = None) -> Self:
        raise NotImplementedError

    def per(
        self, things: models.QuerySet[Any], links: models.QuerySet[Any], thing: str, article: str
    ) -> models.QuerySet[Any]:
        """Those of these things that have articles here, each with how many as `count`. Where there
        are `more`, that is what counting came to. `links` name a thing and an article.
        """
        rows = links.order_by()
        own = rows.filter(**{thing: OuterRef("pk")})
        from_within = rows.filter(**{thing: OuterRef(OuterRef("pk"))}).values(article)
        first = self.filter(pk__in=from_within[:LOOKED_AT]).order_by().values("pk")[:COUNTED]
        counted = things.filter(Exists(self.filter(pk__in=from_within)))
        return counted.annotate(
            count=CountOf(first), looked_at=CountOf(own.values("pk")[:LOOKED_AT])
        )

    def between(self, start: datetime, end: datetime) -> Self:
        """Published from `start` on, and before `end`.

        Ask this before `visible`: SQLite goes through an index to one end only, the first it hears.
        """
        return self.filter(published_at__gte=start, published_at__lt=end)

    def counts_between(self, moments: Sequence[datetime], most: int | None = None) -> Sequence[int]:
        """How many readers may see that were published between each moment and the next, each
        counted to `most`, in one query.
        """
        counts = {
            f"n{number}": CountOf(self.between(*ends).visible().order_by().values("pk")[:most])
            for number, ends in enumerate(pairwise(moments))
        }
        # Beside one row of any kind: the counts have nothing to do with it.
        row = self.model._base_manager.annotate(**counts).values_list(*counts)[:1]
        return next(iter(row), (0,) * len(counts))


def has_more(thing: Any) -> bool:
    """Whether something that `per` counted may have more articles than that."""
    return bool(thing.count == COUNTED or thing.looked_at == LOOKED_AT)
