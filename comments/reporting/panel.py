"""Which reports wait at the desk, for its front page."""

from datetime import datetime

from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.models import Notice
from desk.counting import counted, said
from desk.panels import NAMED, Line, Panel


def notices_panel(now: datetime) -> Panel:
    waiting = Notice.objects.open()
    number = counted(waiting)
    count = ngettext("%(n)s melding", "%(n)s meldingen", number) % {"n": said(number)}
    if oldest := waiting.oldest():
        age = timesince(oldest, now, depth=1)
        count = _("%(count)s, de oudste wacht %(age)s") % {"count": count, "age": age}
    first = waiting.most_urgent_first().select_related("comment")
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
