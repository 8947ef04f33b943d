"""At the desk: an article as readers will see it, and the links to let somebody read it before."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from articles import versions
from articles.models import Article, ProofLink, QuoteRequest
from articles.proofs.forms import ShareForm
from articles.proofs.panel import panel_of
from articles.views import article_page
from desk.acts import Act, ActsAdmin
from desk.refused import Refused
from desk.site import DeskSite


def share(article: Article, by: User, data: dict[str, Any]) -> None:
    ProofLink.objects.share(article, by, data["reader"], data["quotes"])


#: Not one of the article's acts: its form asks about this one article, so it is in no list's menu.
SHARE = Act("proeflezen", gettext_lazy("Laten proeflezen"), "articles.change_article", share)


class ProofsAdmin(ActsAdmin):
    def get_urls(self) -> list[URLPattern]:
        as_readers_get_it = cast("DeskSite", self.admin_site).readers_view
        ask_or_do = require_http_methods(["GET", "HEAD", "POST"])
        desk = self.admin_site.admin_view
        ours = (
            ("voorbeeld/", as_readers_get_it(require_safe(self.preview)), "preview"),
            ("proeflezen/", desk(ask_or_do(self.share)), "share"),
            ("links/<int:pk>/intrekken/", desk(require_POST(self.unshare)), "unshare"),
            ("woorden/<int:pk>/overnemen/", desk(require_POST(self.adopt)), "adopt"),
        )
        addresses = [
            path(f"<path:object_id>/{route}", view, name=f"articles_article_{name}")
            for route, view, name in ours
        ]
        return [*addresses, *super().get_urls()]

    # --- As readers will see it -----------------------------------------------------------------

    def preview(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article = self._article(request, object_id)
        more = {
            "state": article.state_label(),
            "published": article.is_visible_at(timezone.now()),
            "desk": self._page_of(article),
        }
        return article_page(request, article, "articles/preview.html", more)

    # --- To let somebody read it before ---------------------------------------------------------

    def share(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article = self._article(request, object_id)
        if not self.may_share(request, article):
            raise PermissionDenied
        posted = request.POST if request.method == "POST" else None
        form = ShareForm(article, posted, request.GET.get("voor", ""))
        if not form.is_valid():
            return self.ask(request, SHARE, form, [article])
        SHARE.verb(article, self.user(request), form.cleaned_data)
        told = _("De link voor %(reader)s staat hieronder. Kopieer het adres en stuur het zelf.")
        self.message_user(request, told % form.cleaned_data, messages.SUCCESS)
        return self._to_panel(article)

    def unshare(self, request: HttpRequest, object_id: str, pk: int) -> HttpResponse:
        article = self._article(request, object_id)
        link = get_object_or_404(article.proof_links, pk=pk)
        if not self.may_unshare(request, link):
            raise PermissionDenied
        told = _("De link voor %(reader)s is ingetrokken.")
        return self._do(request, article, link, lambda: link.withdraw(self.user(request)), told)

    def adopt(self, request: HttpRequest, object_id: str, pk: int) -> HttpResponse:
        article = self._article(request, object_id)
        if not self.may_share(request, article):
            raise PermissionDenied
        of_article = QuoteRequest.objects.filter(link__article=article).select_related("link")
        asked, seen = get_object_or_404(of_article, pk=pk), request.POST.get("seen", "")
        told = _("De woorden van %(reader)s staan nu in het artikel.")

        @transaction.atomic
        def adopt() -> None:
            versions.keep_first(article)
            asked.adopt(self.user(request), seen)
            versions.keep(article, self.user(request), _("Voorgestelde woorden overgenomen."))

        return self._do(request, article, asked.link, adopt, told)

    # --- Who may --------------------------------------------------------------------------------

    def may_share(self, request: HttpRequest, article: Article) -> bool:
        """Who may edit it now: editors always, authors their own drafts."""
        return self.has_change_permission(request, article)

    def may_unshare(self, request: HttpRequest, link: ProofLink) -> bool:
        """Also who made it, when the article is no longer theirs to edit."""
        return self.may_share(request, link.article) or link.made_by_id == self.user(request).pk

    # --- The page of the article ----------------------------------------------------------------

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> HttpResponse:
        article = options.get("obj")
        # Who may only look at articles is not told what was said about them in confidence.
        if article and self.may(request, SHARE):
            context["proofs"] = panel_of(article, timezone.now())
            context["may_share"] = self.may_share(request, article)
            context["site_address"] = request.build_absolute_uri("/").rstrip("/")
        return super().render_change_form(request, context, *args, **options)

    def _article(self, request: HttpRequest, object_id: str) -> Article:
        found: Article | None = self.get_object(request, object_id)
        if found is None:
            raise Http404
        if not self.has_view_permission(request, found):
            raise PermissionDenied
        return found

    def _do(
        self,
        request: HttpRequest,
        article: Article,
        link: ProofLink,
        verb: Callable[[], None],
        told: str,
    ) -> HttpResponse:
        try:
            verb()
        except Refused as refusal:
            self.message_user(request, f"{link}: {refusal}", messages.WARNING)
        else:
            self.message_user(request, told % {"reader": link.reader}, messages.SUCCESS)
        return self._to_panel(article)

    def _to_panel(self, article: Article) -> HttpResponse:
        return HttpResponseRedirect(f"{self._page_of(article)}#proeflezen")
