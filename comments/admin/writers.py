"""Mailboxes that react, and the measures that moderators took for a time."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from comments.admin.decisions import ReadOnly
from comments.models import Comment, Measure, Writer
from desk.acts import Act, ActsAdmin
from desk.searching import LongList


def lift(measure: Measure, by: User, data: dict[str, Any]) -> None:
    measure.lift()


LIFT = Act(
    "opheffen",
    _("Opheffen"),
    "comments.change_measure",
    lift,
    applies=lambda measure: measure.is_in_force(timezone.now()),
)


class MeasureInline(ReadOnly, admin.TabularInline[Measure, Writer]):
    model = Measure
    fields = ["kind", "reason", "since", "until", "by"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Measure]:
        return super().get_queryset(request).select_related("by", "writer")


@admin.register(Writer)
class WriterAdmin(LongList):
    """Who writes, with their record. Only the note is for staff to write."""

    list_display = ["email", "confirmed_at", "placed", "against", "created_at"]
    search_fields = ["email"]
    mailbox = "email"
    ordering = ["-created_at", "-pk"]
    readonly_fields = (
        "email",
        "confirmed_at",
        "created_at",
        "placed",
        "against",
        "reactions",
        "measure",
    )
    fields = (*readonly_fields, "note")
    inlines = [MeasureInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Writer]:
        theirs = Comment.objects.by_readers([OuterRef("email")])  # type: ignore[list-item]
        counted: QuerySet[Writer] = (
            super()
            .get_queryset(request)
            .annotate(n_placed=_how_many(theirs.published()), n_against=_how_many(theirs.against()))
        )
        return counted

    @admin.display(description=_("geplaatst"))
    def placed(self, writer: Any) -> int:
        return writer.n_placed or 0

    @admin.display(description=_("afgewezen, spam of verwijderd"))
    def against(self, writer: Any) -> int:
        return writer.n_against or 0

    @admin.display(description=_("reacties"))
    def reactions(self, writer: Writer) -> SafeString:
        url = reverse("admin:comments_comment_changelist")
        text = _("Alle reacties van deze schrijver")
        return format_html('<a href="{}?q={}&amp;staat=alle">{}</a>', url, writer.email, text)

    @admin.display(description=_("maatregel"))
    def measure(self, writer: Writer) -> SafeString:
        url = reverse("admin:comments_measure_add")
        text = _("Neem een maatregel")
        return format_html('<a href="{}?writer={}">{}</a>', url, writer.pk, text)


def _how_many(comments: QuerySet[Comment]) -> Subquery:
    """Counted per row: a page of them, and each by the index on the address."""
    counted = comments.order_by().values("email").annotate(many=Count("pk"))
    return Subquery(counted.values("many"))


@admin.register(Measure)
class MeasureAdmin(ActsAdmin):
    """What was taken is not rewritten: it is lifted, or another one follows."""

    acts = (LIFT,)
    list_display = ["writer", "kind", "reason", "since", "until", "by"]
    list_filter = ["kind"]
    list_select_related = ["writer", "by"]
    search_fields = ["writer__email", "reason"]
    autocomplete_fields = ["writer"]
    fields = ["writer", "kind", "reason", "until"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.by = self.user(request)
        super().save_model(request, obj, form, change)
