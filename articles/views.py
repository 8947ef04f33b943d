from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.body import body_of
from articles.models import Article
from delivery.errors import Absent, gone

HOME_LENGTH = 12


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    articles = list(Article.objects.visible().newest_first().with_people()[:HOME_LENGTH])
    return render(request, "articles/home.html", {"articles": articles})


@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponse:
    found = Article.objects.visible().with_people().filter(slug=slug).first()
    if found is None:
        return _absent(request, slug)
    context = {"article": found, "body": body_of(found), "parts": found.parts_of_series()}
    return render(request, "articles/article.html", context)


def _absent(request: HttpRequest, slug: str) -> HttpResponse:
    if Article.objects.withdrawn().filter(slug=slug).exists():
        return gone(request)
    raise Absent(_("Dit artikel bestaat niet."))
