"""A long list, a page at a time. The first page has no number in its address."""

import re
from typing import Any, Final

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from delivery.errors import Absent

PARAMETER: Final = "pagina"
PER_PAGE: Final = 20
#: Further back the archive is the way: a list of thousands is not gone through page by page, and
#: both counting and skipping that many would cost more at each visit.
PAGES: Final = 100
NUMBER: Final = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)


class ListPaginator(Paginator[Any]):
    object_list: QuerySet[Any]

    @cached_property
    def count(self) -> int:
        """How many there are, as far as there are pages for them."""
        return self.object_list.order_by().values("pk")[: PER_PAGE * PAGES].count()

    @property
    def is_cut_off(self) -> bool:
        return self.count == PER_PAGE * PAGES


def page_of(request: HttpRequest, things: QuerySet[Any]) -> Page[Any]:
    """The page of these things that the address asks for; a page that there is not is a 404."""
    asked = request.GET.get(PARAMETER, "1")
    try:
        page = ListPaginator(things, PER_PAGE).page(number_in(asked))
    except EmptyPage:
        raise Absent(_("Deze lijst heeft geen pagina met dat nummer.")) from None
    page.object_list = list(page.object_list)  # what is asked about them is about these, no query
    return page


def number_in(asked: str) -> int:
    """0, the number of no page, for what is not a number."""
    return int(asked) if NUMBER.fullmatch(asked) else 0
