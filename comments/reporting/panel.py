"""Which reports wait at the desk, for its front page."""

from datetime import datetime

from django.db.models import Min
from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.models import Notice
from comments.models.notice import urgency
from desk.panels import NAMED, Line, Panel


def notices_panel(now: datetime) -> Panel:
    waiting = Notice.objects.open()
    oldest = waiting.order_by().aggregate(oldest=Min("received_at"))["oldest"]
    number = waiting.count()
    count = ngettext("%(n)s melding", "%(n)s meldingen", number) % {"n": number}
    if oldest:
        age = timesince(oldest, now, depth=1)
        count = _("%(count)s, de oudste wacht %(age)s") % {"count": count, "age": age}
    first = waiting.select_related("comment").order_by(urgency(), "received_at", "pk")
    return Panel(
        "waiting-notices",
        _("Meldingen"),
        number,
        count,
        reverse("admin:comments_notice_changelist"),
        _("Niets te doen: op alle meldingen is besloten."),
        [_line(notice) for notice in first[:NAMED]],
    )


def _line(notice: Notice) -> Line:
    url = reverse("admin:comments_notice_change", args=[notice.pk])
    about = notice.get_category_display() or notice.get_kind_display()
    return Line(str(notice.comment), url, f"{about},", notice.received_at)
