from dataclasses import replace
from typing import Any

from django.contrib import admin
from django.db.models import Count, OuterRef, PositiveSmallIntegerField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import Article
from comments.acts.discussions import DISCUSSION_ACTS, WORDED, unknown_numbers
from comments.admin.decisions import DecisionInline, ReadOnly
from comments.closing_word import closing_word_html
from comments.models import Comment, Decision, Discussion, Policy
from desk.acts import Act, ActsAdmin
from desk.counting import ShortPaginator


class DiscussionDecisionInline(DecisionInline):
    verbose_name_plural = _("besluiten over reageren")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Decision]:
        return super().get_queryset(request).filter(comment=None)


def preview(discussion: Discussion) -> dict[str, Any]:
    return {
        "word_html": closing_word_html(discussion),
        "unknown": unknown_numbers(discussion),
    }


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


class SlowFilter(admin.SimpleListFilter):
    title = _("tempo")
    parameter_name = "tempo"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("vertraagd", _("vertraagd"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        slow = self.value() == "vertraagd"
        return queryset.exclude(slow_minutes=None) if slow else queryset


@admin.register(Discussion)
class DiscussionAdmin(ReadOnly, ActsAdmin):
    acts = DISCUSSION_ACTS
    list_display = [
        "article",
        "state_now",
        "waiting",
        "published_count",
        "closing_at",
        "reopens_at",
        "unlike_policy",
    ]
    list_display_links = ["article"]
    list_filter = [OpenFilter, "mode", SlowFilter]
    search_fields = ["article__title"]
    paginator = ShortPaginator
    show_full_result_count = False
    readonly_fields = (
        "article_link",
        "state_now",
        "closing_at",
        "closed_by",
        "reopens_at",
        "closing_word",
        "slow_minutes",
        "mode_now",
        "reactions",
    )
    fields = readonly_fields
    inlines = [DiscussionDecisionInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Discussion]:
        waiting = Comment.objects.waiting().filter(discussion=OuterRef("pk")).order_by()
        counted = waiting.values("discussion").annotate(n=Count("pk")).values("n")
        n_waiting = Coalesce(Subquery(counted), 0)
        found = super().get_queryset(request).select_related("article", "closed_by")
        # The policy comes along with the rows: to ask for it at each would be a query for each.
        days = Value(Policy.get_solo().closes_after_days, PositiveSmallIntegerField())
        rows: QuerySet[Any] = found.annotate(n_waiting=n_waiting, policy_days=days)
        return rows.order_by("-article__published_at")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        Discussion.objects.begin_for(Article.objects.filter(discussion=None))
        return super().changelist_view(request, extra_context)

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        if not object_id.isdecimal() or len(object_id) > 18:  # more than a database can hold
            return None
        Discussion.objects.begin_for(Article.objects.filter(pk=object_id, discussion=None))
        return super().get_object(request, object_id, from_field)

    # --- The closing word, before it is there -----------------------------------------------------

    def act_view(self, request: HttpRequest, act: Act, object_id: str) -> HttpResponse:
        if "preview" not in request.POST or act.template != WORDED:
            return super().act_view(request, act, object_id)
        discussion = self.thing(request, act, object_id)
        form = act.form(request.POST)
        if not form.is_valid():
            return self.ask(request, act, form, [discussion])
        discussion.closing_word = form.cleaned_data["word"]
        return self.ask(request, replace(act, about=preview), form, [discussion])

    # --- Columns ----------------------------------------------------------------------------------

    @admin.display(description=_("reageren"))
    def state_now(self, discussion: Any) -> str:
        policy = Policy(closes_after_days=discussion.policy_days)
        return str(discussion.state_label(timezone.now(), policy))

    @admin.display(description=_("sluit of sloot op"))
    def closing_at(self, discussion: Any) -> str:
        policy = Policy(closes_after_days=discussion.policy_days)
        at = discussion.closing_time(policy, timezone.now())
        return date_format(timezone.localtime(at), "DATETIME_FORMAT") if at else "–"

    @admin.display(description=_("modereren"))
    def mode_now(self, discussion: Discussion) -> str:
        return str(discussion.get_mode_display())

    @admin.display(description=_("afwijkend"))
    def unlike_policy(self, discussion: Discussion) -> str:
        """How fast and how it is moderated, where somebody chose so for this one."""
        minutes = discussion.slow_minutes
        pace = ngettext("eens per minuut", "eens per %(n)s minuten", minutes or 0) % {"n": minutes}
        chosen = [discussion.mode and discussion.get_mode_display(), minutes and pace]
        return "; ".join(str(one) for one in chosen if one) or "–"

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
