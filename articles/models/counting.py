"""How many articles there are of something: counted no further than it matters to anybody."""

from typing import Any, Final

from django.db import models
from django.db.models import Exists, IntegerField, OuterRef, Subquery

from articles.models.standing import Standing

#: Lists of lists count to here. Counting on would take longer at each visit as the magazine grows,
#: and cannot be done beforehand: what readers may see is a matter of the moment.
COUNTED: Final = 50
#: So many links of a topic or an author are looked at to find these. PostgreSQL would rather read
#: the articles from the first one on than look up a hundred, if it were not told when to stop.
LOOKED_AT: Final = 2 * COUNTED

#: The rows that say what an article refers to: their model, and its fields for thing and article.
type Link = tuple[type[models.Model], str, str]


class CountOf(Subquery):
    """The number of rows of a query that may have a limit: for each row of the query around it."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


class Counting(Standing):
    def per(self, things: models.QuerySet[Any], refers: str, link: Link) -> models.QuerySet[Any]:
        """Those of these things that articles here refer to, with `count`: how many do. Where it
        `has_more`, that is what counting came to.
        """
        model, thing, article = link
        rows = model._base_manager.order_by()
        own = rows.filter(**{thing: OuterRef("pk")}).values("pk")[:LOOKED_AT]
        keys = rows.filter(**{thing: OuterRef(OuterRef("pk"))}).values(article)[:LOOKED_AT]
        first = self.filter(pk__in=keys).order_by().values("pk")[:COUNTED]
        referring = self.filter(**{refers: OuterRef("pk")})
        found = things.filter(Exists(referring))
        counted: models.QuerySet[Any]
        counted = found.annotate(count=CountOf(first), looked_at=CountOf(own))
        return counted


def has_more(thing: Any) -> bool:
    """Whether something that `per` counted may have more articles than that."""
    return bool(thing.count == COUNTED or thing.looked_at == LOOKED_AT)
