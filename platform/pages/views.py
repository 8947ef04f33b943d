from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.models import User
from markup.headings import with_anchors
from markup.tables import with_scrolling_tables
from pages import cookies
from pages.models import (
    AccessibilityStatement,
    ContactPage,
    Page,
    PrivacyStatement,
    RulesVersion,
    TextPage,
)
from pages.models.privacy import PARTS_BEFORE_TABLES
from pages.models.rules import difference


@require_safe
def text(request: HttpRequest, slug: str) -> HttpResponse:
    page = _find(request, TextPage, slug)
    body = with_scrolling_tables(with_anchors(page.text_html, set()))
    return _show(request, "text", page, body=body)


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    return _show(request, "contact", _find(request, ContactPage, ContactPage.SLUG))


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    page = _find(request, PrivacyStatement, PrivacyStatement.SLUG)
    return _show(
        request,
        "privacy",
        page,
        before=page.parts()[:PARTS_BEFORE_TABLES],
        after=page.parts()[PARTS_BEFORE_TABLES:],
        purposes=page.purposes.all(),
        retentions=page.retentions.all(),
        cookies=cookies.cookies(),
        storage=cookies.storage(),
    )


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Every page refers to this one, so it is there before the statement is."""
    try:
        page = _find(request, AccessibilityStatement, AccessibilityStatement.SLUG)
    except Http404:
        return render(request, "pages/no_statement.html")
    return _show(request, "accessibility", page)


@require_safe
def house_rules(request: HttpRequest, number: int | None = None) -> HttpResponse:
    versions = list(RulesVersion.objects.visible().select_related("rules"))
    index = next((i for i, one in enumerate(versions) if number in {None, one.number}), None)
    if index is None:
        raise Http404
    version, older = versions[index], versions[index + 1 : index + 2]
    context = {
        "version": version,
        "numbered": number is not None,
        "versions": versions,
        "in_force": versions[0],
        "difference": difference(older[0].content, version.content) if older else None,
    }
    return _show(request, "rules", version.rules, **context)


@require_safe
def house_rules_json(request: HttpRequest) -> HttpResponse:
    """The same for a machine: DSA art. 14(1) asks for a machine-readable format."""
    version = RulesVersion.objects.visible().select_related("rules").first()
    if version is None:
        raise Http404
    address = request.build_absolute_uri(version.rules.get_absolute_url())
    rules = [{**rule, "url": f"{address}#{rule['code']}"} for rule in version.content["rules"]]
    return JsonResponse(
        {
            "title": version.rules.title,
            "url": address,
            "language": "nl",
            "version": version.number,
            "valid_from": version.at.isoformat(timespec="seconds"),
            "changes": version.changes,
            "introduction_html": version.intro_html,
            "rules": rules,
            "moderation_html": version.moderation_html,
        },
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )


def _find[P: Page](request: HttpRequest, kind: type[P], slug: str) -> P:
    """The page as readers may see it; editors who have signed in also before publication."""
    pages: Any = kind.objects
    page: P | None = pages.visible().filter(slug=slug).first()
    if page is None and _is_editor(request):
        page = get_object_or_404(pages, slug=slug)
    if page is None:
        raise Http404
    return page


def _is_editor(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.user.has_perm("pages.publish_page")


def _show(request: HttpRequest, name: str, page: Page, **context: Any) -> HttpResponse:
    return render(request, f"pages/{name}.html", {"page": page, **context})
