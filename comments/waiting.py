"""What waits at the desk for whoever moderates."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion, Policy
from comments.reporting.panel import notices_panel
from desk.counting import counted, said
from desk.panels import NAMED, Line, Panel


def panels_for(user: User, now: datetime) -> Iterator[Panel]:
    if user.has_perm("comments.moderate_comment"):
        yield _to_judge(now)
        yield notices_panel(now)
    if user.has_perm("comments.close_discussion"):
        yield _open_longest(now)


def _to_judge(now: datetime) -> Panel:
    waiting = Comment.objects.waiting()
    number = counted(waiting)
    count = ngettext("%(n)s reactie", "%(n)s reacties", number) % {"n": said(number)}
    in_turn = waiting.select_related("discussion__article").order_by("created_at", "pk")
    if first := list(in_turn[:NAMED]):
        age = timesince(first[0].created_at, now, depth=1)
        count = _("%(count)s, de oudste wacht %(age)s") % {"count": count, "age": age}
    return Panel(
        "waiting-reactions",
        _("Reacties te beoordelen"),
        number,
        count,
        reverse("admin:comments_comment_changelist"),
        _("Niets te doen: alle reacties zijn beoordeeld."),
        [_reaction(comment) for comment in first],
    )


def _reaction(comment: Comment) -> Line:
    url = reverse("admin:comments_comment_change", args=[comment.pk])
    about = _("bij ‘%(article)s’") % {"article": comment.discussion.article}
    return Line(str(comment), url, f"{about},", comment.created_at)


def _open_longest(now: datetime) -> Panel:
    shown = Article.objects.visible(now)
    open_now = Discussion.objects.open_at(now, Policy.get_solo()).filter(article__in=shown)
    number = counted(open_now)
    first = open_now.select_related("article").order_by("article__published_at", "pk")
    return Panel(
        "open-discussions",
        _("Discussies die het langst open zijn"),
        number,
        ngettext("%(n)s open discussie", "%(n)s open discussies", number) % {"n": said(number)},
        f"{reverse('admin:comments_discussion_changelist')}?reageren=open-leesbaar",
        _("Niets te doen: reageren is nergens open."),
        [_discussion(discussion) for discussion in first[:NAMED]],
    )


def _discussion(discussion: Discussion) -> Line:
    url = reverse("admin:comments_discussion_change", args=[discussion.pk])
    n = discussion.published_count
    detail = ngettext("%(n)s reactie, open sinds", "%(n)s reacties, open sinds", n) % {"n": n}
    return Line(str(discussion), url, detail, discussion.article.published_at)
