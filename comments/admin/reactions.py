"""The moderation desk: the queues of reactions, and the page of each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from comments.acts.adoptions import ADOPTION_ACTS
from comments.acts.reactions import COMMENT_ACTS
from comments.admin.decisions import ReadOnly
from comments.admin.items import Item, changes_of, items_of
from comments.admin.narrowing import QueueList
from comments.admin.telling import history_of
from comments.admin.undoing import UndoAdmin
from comments.models import Comment, looking
from desk.counting import ShortPaginator

#: On a form: a reaction, and the last decision on it that the form's page showed.
SEEN: Final = re.compile(r"\d{1,18}:\d{1,18}", re.ASCII)
#: Not among the buttons of a reaction: it stands beside the decision that it takes back.
BESIDE: Final = "ongedaan-maken"


@admin.register(Comment)
class CommentAdmin(ReadOnly, UndoAdmin):
    acts = (*COMMENT_ACTS, *ADOPTION_ACTS)
    list_display = ["name", "discussion", "state", "created_at"]
    search_fields = looking.PLACES
    search_help_text = ""
    list_select_related = ["discussion__article", "parent", "user", "adoption"]
    list_per_page = 25
    paginator = ShortPaginator
    show_full_result_count = False
    ordering = ["created_at", "pk"]
    fields = ()
    change_form_template = "admin/comments/comment/change_form.html"

    class Media:
        js = ("js/desk-judge.js",)

    def get_view_on_site_url(self, obj: Comment | None = None) -> str | None:
        return super().get_view_on_site_url(obj) if obj and obj.number else None

    # --- The queues -----------------------------------------------------------------------------

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """The list looks itself, once it knows which queue it is."""
        return queryset, False

    def get_changelist(self, request: HttpRequest, **options: Any) -> type[QueueList]:
        return QueueList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        response = super().changelist_view(request, extra_context)
        if isinstance(response, TemplateResponse) and "cl" in (response.context_data or {}):
            context: Any = response.context_data
            context["items"] = self._listed(request, list(context["cl"].result_list))
        return response

    def _listed(self, request: HttpRequest, comments: list[Comment]) -> list[Item]:
        items, here = items_of(comments, timezone.now()), request.get_full_path()
        following = [*(after for _one, after in pairwise(items)), *items[-2:-1], None]
        return [
            replace(
                item,
                acts=self._buttons(request, item.comment),
                next=f"{here}#{after.anchor if after else 'content-start'}",
            )
            for item, after in zip(items, following, strict=False)
        ]

    def _buttons(self, request: HttpRequest, comment: Comment) -> list[Any]:
        return [act for act in self.acts_for(request, comment) if act.name != BESIDE]

    # --- One reaction ---------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related(*self.list_select_related)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> HttpResponse:
        obj: Any = options["obj"]
        now = timezone.now()
        [item] = items_of([obj], now)
        waiting = Comment.objects.waiting().exclude(pk=obj.pk).order_by("created_at", "pk").first()
        context |= {
            "item": replace(item, acts=self._buttons(request, obj), changes=changes_of(obj)),
            "history": history_of(item.decisions, now),
            "next_waiting": waiting,
            "title": obj,
        }
        return super().render_change_form(request, context, *args, **options)

    # --- What was seen --------------------------------------------------------------------------

    def as_seen(self, request: HttpRequest, things: Iterable[Any]) -> Iterator[Any]:
        said = dict(map(_numbers, _said(request)))
        for thing in things:
            yield thing.as_seen(said[thing.pk]) if thing.pk in said else thing

    def seen(self, request: HttpRequest, things: list[Any]) -> list[str]:
        if (said := _said(request)) or len(things) != 1:
            return said
        last = things[0].last_decision()
        return [f"{things[0].pk}:{last.pk if last else 0}"]


def _said(request: HttpRequest) -> list[str]:
    said = request.POST.getlist("gezien") or request.GET.getlist("gezien")
    return [one for one in said if SEEN.fullmatch(one)]


def _numbers(said: str) -> tuple[int, int]:
    pk, last = said.split(":")
    return int(pk), int(last)
