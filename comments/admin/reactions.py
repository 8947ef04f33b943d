from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from comments.acts.reactions import COMMENT_ACTS
from comments.admin.decisions import DecisionInline, ReadOnly
from comments.models import Comment
from desk.acts import ActsAdmin


class StateFilter(admin.SimpleListFilter):
    """As the field's own filter, but what waits is what a moderator comes for."""

    title = _("staat")
    parameter_name = "staat"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*Comment.State.choices, ("alle", _("alle"))]

    def choices(self, changelist: Any) -> Any:
        return [choice for choice in super().choices(changelist) if choice["display"] != _("All")]

    def value(self) -> str:
        return super().value() or Comment.State.PENDING

    def queryset(self, request: HttpRequest, queryset: QuerySet[Comment]) -> QuerySet[Comment]:
        return queryset if self.value() == "alle" else queryset.filter(state=self.value())


@admin.register(Comment)
class CommentAdmin(ReadOnly, ActsAdmin):
    acts = COMMENT_ACTS
    list_display = ["what", "name", "article", "answers", "state", "created_at"]
    list_display_links = ["what"]
    list_filter = [StateFilter]
    search_fields = ["body", "name", "email", "discussion__article__title"]
    list_select_related = ["discussion__article", "parent"]
    ordering = ["created_at", "pk"]
    readonly_fields = (
        "article",
        "answers",
        "name",
        "email",
        "user",
        "text",
        "state",
        "reason",
        "created_at",
    )
    fields = readonly_fields
    inlines = [DecisionInline]

    def get_view_on_site_url(self, obj: Comment | None = None) -> str | None:
        return super().get_view_on_site_url(obj) if obj and obj.number else None

    @admin.display(description=_("reactie"))
    def what(self, comment: Comment) -> str:
        return Truncator(" ".join(comment.body.split())).chars(160)

    @admin.display(description=_("artikel"), ordering="discussion__article__title")
    def article(self, comment: Comment) -> str:
        return str(comment.discussion.article)

    @admin.display(description=_("in reactie op"))
    def answers(self, comment: Comment) -> str:
        return f"{comment.parent.number}. {comment.parent}" if comment.parent else "–"

    @admin.display(description=_("tekst"))
    def text(self, comment: Comment) -> SafeString:
        return format_html('<div class="desk-text">{}</div>', mark_safe(comment.body_html))  # noqa: S308 - cleaned by markup when it was stored
