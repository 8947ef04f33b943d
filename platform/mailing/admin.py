"""Sent mail, for staff: what left, what waits, what went wrong. The worker's own list is not shown:
a mail is what people ask about.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.csp import CSP
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from desk.acts import Act, ActsAdmin
from desk.searching import LongList
from desk.site import DeskSite
from mailing.layout import style_source
from mailing.models import Mail, State
from mailing.stuck import STUCK

#: A mail is shown as a document without rights: no script, no form, nothing from anywhere, and no
#: other style than that of our mails.
MAIL_CSP: Final[Mapping[str, Sequence[str]]] = {
    "default-src": [CSP.NONE],
    "style-src": [style_source()],
    "sandbox": [""],
    "frame-ancestors": [CSP.NONE],
}
#: What Django's signers make: a value, perhaps a time, and a signature of 43 characters.
SIGNED: Final = re.compile(r"[\w=-]+(?::[\w-]+)?:[\w-]{43}(?![\w-])")

#: Mail of these kinds says who reported something: it is for who may see that (DSA art. 17(3)(b)).
CONFIDENTIAL: Final[Mapping[str, str]] = {"notice_": "comments.see_notifier"}

admin.site.unregister(DBTaskResult)


def without_keys(text: str) -> str:
    """A link in a mail opens somebody's own page: staff see that it was there, not the key. In the
    demo there is no mailbox to find it in, so there it is shown.
    """
    return text if settings.DEMO else SIGNED.sub("…", text)


class StateFilter(admin.SimpleListFilter):
    title = _("staat")
    parameter_name = "staat"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(STUCK, _("vraagt een besluit")), *State.choices]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if (state := self.value()) == STUCK:
            return queryset.stuck(timezone.now())
        if state in State.values:
            return queryset.in_state(state, timezone.now())
        return queryset


def send_again(mail: Mail, by: User, data: dict[str, Any]) -> None:
    mail.send_again(by)


SEND_AGAIN: Final = Act(
    "opnieuw",
    _("Opnieuw versturen"),
    "mailing.resend_mail",
    send_again,
    applies=lambda mail: mail.state_at(timezone.now()) in {State.FAILED, State.UNKNOWN},
)


@admin.register(Mail)
class MailAdmin(LongList, ActsAdmin):
    acts = (SEND_AGAIN,)
    list_display = ["subject", "to", "state", "created_at", "sent_at"]
    list_filter = [StateFilter]
    search_fields = ["to", "subject"]
    ordering = ["-created_at", "-pk"]
    mailbox = "to"
    readonly_fields = (
        "to",
        "subject",
        "state",
        "created_at",
        "sent_at",
        "due_at",
        "tries",
        "fault",
        "as_text",
        "as_html",
    )
    fields = readonly_fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mail]:
        found: QuerySet[Mail] = super().get_queryset(request)
        for kind, permission in CONFIDENTIAL.items():
            if not self.user(request).has_perm(permission):
                found = found.exclude(kind__startswith=kind)
        in_a_list = request.resolver_match and request.resolver_match.url_name == self._list_name()
        return found.defer("text", "html") if in_a_list else found

    def _list_name(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_changelist"

    @admin.display(description=_("staat"))
    def state(self, mail: Mail) -> str:
        return str(mail.state_at(timezone.now()).label)

    @admin.display(description=_("tekst"))
    def as_text(self, mail: Mail) -> SafeString:
        return format_html('<pre class="desk-mail">{}</pre>', without_keys(mail.text))

    @admin.display(description=_("html"))
    def as_html(self, mail: Mail) -> SafeString:
        address = reverse("admin:mailing_mail_html", args=[mail.pk])
        return format_html('<a href="{}">{}</a>', address, _("Bekijk zoals een mailprogramma"))

    # --- The html of a mail, as a page of its own -------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        site = self.admin_site
        assert isinstance(site, DeskSite)  # noqa: S101 - the one desk there is
        view = site.readers_view(csp_override(MAIL_CSP)(require_safe(self.html_view)))
        return [path("<int:pk>/html/", view, name="mailing_mail_html"), *super().get_urls()]

    def html_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        mail = self.get_queryset(request).filter(pk=pk).first()
        if mail is None:
            raise Http404
        if not self.has_view_permission(request, mail):
            raise PermissionDenied
        return HttpResponse(without_keys(mail.html))
