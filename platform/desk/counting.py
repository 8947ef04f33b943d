"""How many there are, as far as anybody wants to know: a site can have a million of something."""

from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.functional import cached_property

#: Nobody reads on beyond that.
MOST_COUNTED: Final = 10_000
#: So many of a list, the newest, are looked through for words: no index finds a part of a word.
LOOKED_THROUGH: Final = 10_000


def counted(found: QuerySet[Any]) -> int:
    """How many there are, up to MOST_COUNTED."""
    return found.order_by()[:MOST_COUNTED].count()


def said(number: int) -> str:
    """“317”, “10.000+”."""
    many = number_format(number, force_grouping=True)
    return f"{many}+" if number == MOST_COUNTED else many


class ShortPaginator(Paginator[Any]):
    """As many pages as anybody turns: counting a million reactions takes longer than showing 25."""

    @cached_property
    def count(self) -> int:
        found: Any = self.object_list
        return counted(found)
