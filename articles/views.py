from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.body import body_of, origins_framed
from articles.models import Article
from articles.neighbours import neighbours_of
from articles.reading import article_at
from delivery.errors import Absent, gone
from delivery.framing import render_framing
from delivery.memory import remembered

HOME_LENGTH = 12


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    articles = Article.objects.visible().as_cards()
    featured = articles.featured().first()
    latest = articles.exclude(pk=featured.pk) if featured else articles
    others = list(latest.newest_first()[:HOME_LENGTH])
    shown = [featured, *others] if featured else others
    return render(request, "articles/home.html", {"articles": shown})


@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponse:
    found = article_at(slug, timezone.now())
    return article_page(request, found) if found else _absent(request, slug)


def article_page(
    request: HttpRequest,
    article: Article,
    template: str = "articles/article.html",
    more: dict[str, Any] | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """An article as readers see it: for them, and for who reads it before they do."""
    body: Any = SimpleLazyObject(lambda: body_of(article))
    origins = remembered(("origins", article.pk), lambda: origins_framed(body))
    context = {
        "article": article,
        "body": body,
        "near": SimpleLazyObject(lambda: neighbours_of(article)),
        "corrections": SimpleLazyObject(lambda: list(article.corrections.all())),
        "has_frames": bool(origins),
        **(more or {}),
    }
    return render_framing(request, template, context, origins, status)


def _absent(request: HttpRequest, slug: str) -> HttpResponse:
    if Article.objects.gone().filter(slug=slug).exists():
        return gone(request)
    moved = Article.formerly(slug)
    if moved and moved.is_visible_at(timezone.now()):
        return redirect(moved, permanent=True)
    raise Absent(_("Dit artikel bestaat niet."))
