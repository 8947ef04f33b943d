from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.urls import URLPattern, URLResolver, path
from django.utils import translation
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csp import csp_override
from django.views.i18n import JavaScriptCatalog

from desk.preferences import preferences

type View = Callable[..., HttpResponseBase]

#: The rich text editor and its import map need more than the public pages do: a nonce for the one
#: inline script, style attributes for the editor. Still nothing from elsewhere.
DESK_CSP: Final[Mapping[str, Sequence[str]]] = settings.SECURE_CSP | {
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "blob:", "data:"],
}


class DeskSite(AdminSite):
    site_header = _("Grensvlak, de redactie")
    site_title = _("Grensvlak")
    index_title = _("Aan het werk")
    site_url = "/"
    enable_nav_sidebar = False

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        return csp_override(DESK_CSP)(in_own_language(super().admin_view(view, cacheable)))

    def readers_view(self, view: Any) -> Any:
        """For who may enter the desk, a page exactly as readers get it: with their policy."""
        return super().admin_view(view)

    def get_urls(self) -> list[Any]:
        own: list[URLPattern | URLResolver] = [
            path("voorkeuren/", self.admin_view(self.preferences), name="preferences")
        ]
        return [*own, *super().get_urls()]

    def preferences(self, request: HttpRequest) -> HttpResponseBase:
        return preferences(request, self.each_context(request))

    def i18n_javascript(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Everybody’s words, not those of Django’s admin only: the editors have scripts too."""
        return JavaScriptCatalog.as_view()(request)


def in_own_language(view: View) -> View:
    """Answer staff in the language that they chose. What readers see keeps its own."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with translation.override(language_of(request.user)):
            response = view(request, *args, **kwargs)
            # Rendering waits until the middleware is through, and would be Dutch again by then.
            return response.render() if isinstance(response, SimpleTemplateResponse) else response

    return inner


def language_of(user: Any) -> str:
    language: str = getattr(user, "language", settings.LANGUAGE_CODE)
    return language if translation.check_for_language(language) else settings.LANGUAGE_CODE
