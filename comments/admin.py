from typing import Any

from django.contrib import admin
from django.db.models import Count, PositiveSmallIntegerField, Q, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from solo.admin import SingletonModelAdmin

from articles.models import Article
from comments.acts import COMMENT_ACTS, DISCUSSION_ACTS
from comments.models import Comment, Decision, Discussion, Policy
from desk.acts import ActsAdmin


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


class DiscussionDecisionInline(DecisionInline):
    verbose_name_plural = _("besluiten over reageren")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Decision]:
        return super().get_queryset(request).filter(comment=None)


class OpenFilter(admin.SimpleListFilter):
    title = _("reageren")
    parameter_name = "reageren"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("open", _("open")),
            ("open-leesbaar", _("open, onder een artikel dat lezers zien")),
            ("gesloten", _("gesloten of verborgen")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        now = timezone.now()
        open_now = Discussion.objects.open_at(now, Policy.get_solo())
        match self.value():
            case "open":
                return queryset.filter(pk__in=open_now.values("pk"))
            case "open-leesbaar":
                seen = open_now.filter(article__in=Article.objects.visible(now))
                return queryset.filter(pk__in=seen.values("pk"))
            case "gesloten":
                return queryset.exclude(pk__in=open_now.values("pk"))
        return queryset


@admin.register(Discussion)
class DiscussionAdmin(ReadOnly, ActsAdmin):
    acts = DISCUSSION_ACTS
    list_display = ["article", "state_now", "waiting", "published_count", "closing_at"]
    list_display_links = ["article"]
    list_filter = [OpenFilter]
    search_fields = ["article__title"]
    readonly_fields = (
        "article_link",
        "state_now",
        "closing_at",
        "closed_by",
        "closing_word",
        "reactions",
    )
    fields = readonly_fields
    inlines = [DiscussionDecisionInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Discussion]:
        waiting = Count("comments", Q(comments__state=Comment.State.PENDING))
        found = super().get_queryset(request).select_related("article", "closed_by")
        # The policy comes along with the rows: to ask for it at each would be a query for each.
        days = Value(Policy.get_solo().closes_after_days, PositiveSmallIntegerField())
        counted: QuerySet[Any] = found.annotate(n_waiting=waiting, policy_days=days)
        return counted.order_by("-article__published_at")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        Discussion.objects.begin_for(Article.objects.filter(discussion=None))
        return super().changelist_view(request, extra_context)

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        if not object_id.isdecimal() or len(object_id) > 18:  # more than a database can hold
            return None
        Discussion.objects.begin_for(Article.objects.filter(pk=object_id, discussion=None))
        return super().get_object(request, object_id, from_field)

    @admin.display(description=_("reageren"))
    def state_now(self, discussion: Any) -> str:
        policy = Policy(closes_after_days=discussion.policy_days)
        return str(discussion.state_label(timezone.now(), policy))

    @admin.display(description=_("sluit of sloot op"))
    def closing_at(self, discussion: Any) -> str:
        at = discussion.closing_time(Policy(closes_after_days=discussion.policy_days))
        return date_format(timezone.localtime(at), "DATETIME_FORMAT") if at else "–"

    @admin.display(description=_("wachten"), ordering="n_waiting")
    def waiting(self, discussion: Any) -> int:
        count: int = discussion.n_waiting
        return count

    @admin.display(description=_("artikel"))
    def article_link(self, discussion: Discussion) -> SafeString:
        return format_html('<a href="{}">{}</a>', discussion.get_absolute_url(), discussion.article)

    @admin.display(description=_("reacties"))
    def reactions(self, discussion: Discussion) -> SafeString:
        url = reverse("admin:comments_comment_changelist")
        text = _("Alle reacties van deze discussie")
        return format_html(
            '<a href="{}?discussion={}&amp;staat=alle">{}</a>', url, discussion.pk, text
        )


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


@admin.register(Policy)
class PolicyAdmin(SingletonModelAdmin):
    pass
