from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.body import body_of
from articles.models import Article
from articles.neighbours import neighbours_of
from delivery.errors import Absent, gone

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
    found = Article.objects.visible().with_people().filter(slug=slug).first()
    if found is None:
        return _absent(request, slug)
    context = {
        "article": found,
        "body": body_of(found),
        "near": neighbours_of(found),
        "corrections": list(found.corrections.all()),
    }
    return render(request, "articles/article.html", context)


def _absent(request: HttpRequest, slug: str) -> HttpResponse:
    if Article.objects.gone().filter(slug=slug).exists():
        return gone(request)
    moved = Article.formerly(slug)
    if moved and moved.is_visible_at(timezone.now()):
        return redirect(moved, permanent=True)
    raise Absent(_("Dit artikel bestaat niet."))
