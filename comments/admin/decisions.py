"""What was decided, as staff read it below a reaction or a discussion."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from comments.models import Decision


class ReadOnly:
    """Staff look and act; nobody edits what a reader wrote or what was decided."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class DecisionInline(ReadOnly, admin.TabularInline[Any, Any]):
    model = Decision
    fields = ["at", "by", "from_label", "to_label", "reason", "text"]
    readonly_fields = ["from_label", "to_label"]
    ordering = ["-at", "-pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Decision]:
        return super().get_queryset(request).select_related("by", "comment", "discussion__article")

    @admin.display(description=_("van"))
    def from_label(self, decision: Decision) -> str:
        return decision.label_of(decision.from_state)

    @admin.display(description=_("naar"))
    def to_label(self, decision: Decision) -> str:
        return decision.label_of(decision.to_state)
