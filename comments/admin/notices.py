from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from articles.differences import between
from comments.acts.notices import NOTICE_ACTS
from comments.admin.decisions import ReadOnly
from comments.models import Notice, NoticeMove
from desk.acts import ActsAdmin
from desk.searching import LongList
from pages.models import RulesVersion

#: Of the notifier: for who has `see_notifier` only (DSA art. 17(3)(b)).
NOTIFIER = ("notifier_name", "notifier_email")


class OpenFilter(admin.SimpleListFilter):
    """As the field's own filter, but what is open is what a moderator comes for."""

    title = _("staat")
    parameter_name = "staat"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("open", _("open")), *Notice.State.choices, ("alle", _("alle"))]

    def choices(self, changelist: Any) -> Any:
        return [choice for choice in super().choices(changelist) if choice["display"] != _("All")]

    def value(self) -> str:
        return super().value() or "open"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Notice]) -> QuerySet[Notice]:
        match self.value():
            case "alle":
                return queryset
            case "open":
                return queryset & Notice.objects.open()
        return queryset.filter(state=self.value())


class MoveInline(ReadOnly, admin.TabularInline[Any, Any]):
    model = NoticeMove
    fields = ["at", "by", "from_label", "to_label", "decision", "text"]
    readonly_fields = ["from_label", "to_label"]
    verbose_name_plural = _("wat ermee gebeurde")

    def get_queryset(self, request: HttpRequest) -> QuerySet[NoticeMove]:
        found = super().get_queryset(request)
        return found.select_related("by", "decision__comment", "decision__discussion__article")

    @admin.display(description=_("van"))
    def from_label(self, move: NoticeMove) -> str:
        return move.label_of(move.from_state)

    @admin.display(description=_("naar"))
    def to_label(self, move: NoticeMove) -> str:
        return move.label_of(move.to_state)


@admin.register(Notice)
class NoticeAdmin(LongList, ReadOnly, ActsAdmin):
    acts = NOTICE_ACTS
    list_display = ["reference", "about", "kind", "category", "reaction", "state", "received_at"]
    search_help_text = _("Zoekt in de 10.000 nieuwste en toont er hoogstens 1.000.")
    list_filter = [OpenFilter, "kind", "category"]
    list_select_related = ["comment__discussion__article"]
    ordering = ["urgency", "received_at", "pk"]
    readonly_fields = (
        "reference",
        "kind",
        "state",
        "received_at",
        "category",
        "rule",
        "explanation",
        "law_text",
        "addresses",
        "good_faith_at",
        *NOTIFIER,
        "reaction_link",
        "text_then",
        "decided_at",
        "decided_by",
        "outcome",
    )
    inlines = [MoveInline]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [one for one in self.readonly_fields if one not in NOTIFIER or _sees(request)]

    def get_search_fields(self, request: HttpRequest) -> Any:
        words = ("reference", "explanation", "comment__body", "comment__discussion__article__title")
        return [*words, *(NOTIFIER if _sees(request) else ())]

    @admin.display(description=_("reactie"))
    def about(self, notice: Notice) -> str:
        return Truncator(" ".join(notice.snapshot.split())).chars(100)

    @admin.display(description=_("bij"), ordering="comment__discussion__article__title")
    def reaction(self, notice: Notice) -> str:
        return f"{notice.comment.number}. {notice.comment.discussion.article}"

    @admin.display(description=_("reactie"))
    def reaction_link(self, notice: Notice) -> SafeString:
        comment = notice.comment
        url = reverse("admin:comments_comment_change", args=[comment.pk])
        named = _("reactie %(number)s van %(name)s") % {"number": comment.number, "name": comment}
        return format_html('<a href="{}">{}</a> ({})', url, named, comment.get_state_display())

    @admin.display(description=_("de tekst zoals gemeld"))
    def text_then(self, notice: Notice) -> SafeString:
        """With what changed since, where something did."""
        now, then = notice.comment.body, notice.snapshot
        context = {"then": then, "pieces": between(then, now) if now != then else ()}
        snapshot_html = render_to_string("admin/comments/notice/snapshot.html", context)
        return SafeString(snapshot_html)

    @admin.display(description=_("huisregel"))
    def rule(self, notice: Notice) -> str:
        version = RulesVersion.objects.visible().first() if notice.house_rule else None
        rules = version.content["rules"] if version else []
        titles = {one["code"]: f"{one['code']}: {one['title']}" for one in rules}
        return titles.get(notice.house_rule, notice.house_rule or "–")

    @admin.display(description=_("adressen"))
    def addresses(self, notice: Notice) -> SafeString | str:
        """As text: what a stranger typed is no link to follow."""
        return format_html_join("", "<p>{}</p>", ((url,) for url in notice.urls)) or "–"


def _sees(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.user.has_perm("comments.see_notifier")
