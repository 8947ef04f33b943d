"""Mail that did not arrive, for who can send it again."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from desk.counting import counted, said
from desk.panels import NAMED, Line, Panel
from mailing.models import Mail

STUCK: Final = "vast"  # in the address of the list


def panels_for(user: User, now: datetime) -> Iterator[Panel]:
    """Nothing, as it should be; or what asks for a decision."""
    if not user.has_perm("mailing.resend_mail"):
        return
    stuck = Mail.objects.stuck(now)
    if number := counted(stuck):
        yield Panel(
            "stuck-mail",
            _("Post die niet aankwam"),
            number,
            ngettext("%(n)s bericht", "%(n)s berichten", number) % {"n": said(number)},
            f"{reverse('admin:mailing_mail_changelist')}?staat={STUCK}",
            "",
            [_line(mail) for mail in stuck.order_by("-created_at", "-pk")[:NAMED]],
        )


def _line(mail: Mail) -> Line:
    url = reverse("admin:mailing_mail_change", args=[mail.pk])
    return Line(mail.subject, url, mail.to, mail.created_at)
