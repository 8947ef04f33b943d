"""Lists of what there can be a million of: they count and search no further than anybody reads."""

from typing import Any, Final

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from desk.counting import LOOKED_THROUGH, ShortPaginator

#: So many of what is found are listed.
MOST_FOUND: Final = 1_000


class LongList(admin.ModelAdmin[Any]):
    paginator = ShortPaginator
    show_full_result_count = False
    list_per_page = 25
    search_help_text = _(
        "Zoekt in de 10.000 nieuwste en toont er hoogstens 1.000. Met een heel e-mailadres vindt u "
        "ook wat ouder is."
    )
    mailbox = ""  # the field with an address, which has an index

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        newest = queryset.order_by("-pk").values_list("pk", flat=True)
        edge = newest[LOOKED_THROUGH : LOOKED_THROUGH + 1].first() if search_term else None
        if edge is None:
            return super().get_search_results(request, queryset, search_term)
        recent = queryset.filter(pk__gt=edge)
        found, _twice = super().get_search_results(request, recent, search_term)
        keys = set(found.order_by("-pk").values_list("pk", flat=True)[:MOST_FOUND])
        if self.mailbox and "@" in search_term:
            whole = {f"{self.mailbox}__in": {search_term, search_term.lower()}}
            keys |= set(newest.filter(**whole)[:MOST_FOUND])
        return queryset.filter(pk__in=keys), False
