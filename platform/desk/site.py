from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.conf import settings
from django.contrib.admin import AdminSite
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csp import csp_override

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
        return csp_override(DESK_CSP)(super().admin_view(view, cacheable))

    def readers_view(self, view: Any) -> Any:
        """For who may enter the desk, a page exactly as readers get it: with their policy."""
        return super().admin_view(view)
