"""What browsers, search engines and monitors ask for at addresses that are the same everywhere."""

from typing import Final

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from delivery.revalidation import revalidated
from pages.models import Publication

#: What is of no use in an index: staff, forms, results of a search, and drafts for one reader.
OUT: Final = ("/beheer/", "/artikelen/*/reageren/", "/reacties/*/melden/", "/zoeken/", "/proef/")
#: What an archive needs to keep a page as it looks.
IN: Final = ("/static/", "/media/")

ACCENT: Final = "#0b5560"
PAPER: Final = "#fbf9f4"


@require_safe
@revalidated
def robots_txt(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        *(f"Allow: {path}" for path in IN),
        *(f"Disallow: {path}" for path in OUT),
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemaps:index'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@revalidated
def manifest(request: HttpRequest) -> HttpResponse:
    """How the site is called and looks on a home screen (W3C Web Application Manifest)."""
    publication = Publication.current()
    facts = {
        "id": "/",
        "name": publication.name,
        "description": publication.description,
        "lang": "nl",
        "dir": "ltr",
        "start_url": reverse("articles:home"),
        "scope": "/",
        "display": "minimal-ui",
        "theme_color": ACCENT,
        "background_color": PAPER,
        "icons": [_icon("192", 192), _icon("512", 512), _icon("maskable", 512, "maskable")],
    }
    return JsonResponse(facts, content_type="application/manifest+json")


def _icon(name: str, size: int, purpose: str = "any") -> dict[str, str]:
    address = static(f"img/icon-{name}.png")
    return {
        "src": address,
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }


@require_safe
@cache_control(public=True, max_age=86_400)
def icon(request: HttpRequest, name: str) -> HttpResponse:
    """Asked for by name at the root, by what does not read the page first."""
    return redirect(static(f"img/{name}"))


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """For a monitor or a load balancer: whether this process can answer readers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database\n", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
