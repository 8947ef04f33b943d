"""The lists: by topic, by author, by series, by month. Only what readers may see is in them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from articles.models import Article, ArticleTopic, Author, Authorship, Series, Topic
from articles.models.counting import COUNTED, has_more
from articles.months import MONTHS, start_of, starts_of_months, starts_of_years
from articles.paging import PARAMETER, page_of
from articles.trail import Step, home, trail_to
from articles.trail import archive as archive_step
from delivery.errors import Absent

type View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Entry:
    """A line in a list of lists."""

    name: str
    address: str
    count: int
    text: str = ""
    portrait: Any = None
    more: bool = False

    @property
    def number(self) -> str:
        return number_of_articles(self.count, more=self.more)


def listing(view: View) -> View:
    """A list is only read, and its first page has one address."""

    @require_safe
    @wraps(view)
    def read(request: HttpRequest, *args: Any, **words: Any) -> HttpResponse:
        if request.GET.get(PARAMETER) == "1":
            return redirect(request.path, permanent=True)
        return view(request, *args, **words)

    return read


# --- By topic -------------------------------------------------------------------------------------


@listing
def topics(request: HttpRequest) -> HttpResponse:
    link = (ArticleTopic, "tag", "content_object")
    found = Article.objects.visible().per(Topic.objects.all(), "article_topics__tag", link)
    entries = [_entry(one, f"#{one.name}", one.description) for one in found]
    about = _("De onderwerpen waarover u hier kunt lezen, met het aantal artikelen.")
    return _index(request, _("Onderwerpen"), about, entries)


@listing
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    found = Topic.objects.filter(slug=slug).first()
    if found is None:
        return _moved(Topic, slug, _("Dit onderwerp bestaat niet."))
    articles = Article.objects.visible().about(found)
    page = page_of(request, articles.as_cards().newest_first())
    if not page.paginator.count:
        # A topic is a word that is on articles. Without any it says nothing to readers, and it
        # would betray what a draft is about.
        raise Absent(_("Over dit onderwerp zijn er geen artikelen."))
    about = found.description or _("%(count)s over %(topic)s.") % {
        "count": number_in_list(page),
        "topic": found.name,
    }
    title = _("Artikelen over #%(topic)s") % {"topic": found.name}
    return _list(request, title, about, page, topic=found, trail=trail_to(found))


# --- By author ------------------------------------------------------------------------------------


@listing
def authors(request: HttpRequest) -> HttpResponse:
    link = (Authorship, "author", "article")
    found = Article.objects.visible().per(Author.objects.all(), "authorships__author", link)
    page = page_of(request, found)
    entries = [_entry(one, one.name, one.affiliation, one.portrait) for one in page]
    about = _("Wie er voor dit magazine schrijven, met het aantal artikelen van ieder.")
    return _index(request, _("Auteurs"), about, entries, page)


@listing
def author(request: HttpRequest, slug: str) -> HttpResponse:
    found = Author.objects.filter(slug=slug).first()
    if found is None:
        return _moved(Author, slug, _("Deze auteur bestaat niet."))
    page = page_of(request, Article.objects.visible().by(found).as_cards().newest_first())
    about = found.bio or _("%(count)s van %(name)s.") % {
        "count": number_in_list(page),
        "name": found.name,
    }
    title = _("Artikelen van %(name)s") % {"name": found.name}
    return _list(request, title, about, page, author=found, trail=trail_to(found))


# --- By series ------------------------------------------------------------------------------------


@listing
def all_series(request: HttpRequest) -> HttpResponse:
    link = (Article, "series", "pk")
    found = Article.objects.visible().per(Series.objects.all(), "series", link)
    page = page_of(request, found)
    entries = [_entry(one, one.title, one.description) for one in page]
    about = _("Artikelen die bij elkaar horen, in de volgorde waarin u ze het beste leest.")
    return _index(request, _("Reeksen"), about, entries, page)


@listing
def series(request: HttpRequest, slug: str) -> HttpResponse:
    found = Series.objects.filter(slug=slug).first()
    if found is None:
        return _moved(Series, slug, _("Deze reeks bestaat niet."))
    parts = Article.objects.visible().filter(series=found).in_parts_order()
    page = page_of(request, parts.as_cards())
    about = found.description or _("%(count)s in de reeks %(title)s.") % {
        "count": number_in_list(page),
        "title": found.title,
    }
    announced = parts.reverse().values_list("announcement", flat=True).first()
    title = _("Reeks: %(title)s") % {"title": found.title}
    more = {"series": found, "announcement": announced, "trail": trail_to(found)}
    return _list(request, title, about, page, **more)


# --- By month -------------------------------------------------------------------------------------


@listing
def archive(request: HttpRequest) -> HttpResponse:
    oldest = (
        Article.objects.visible()
        .order_by("published_at")
        .values_list("published_at", flat=True)
        .first()
    )
    now = timezone.localtime()
    years = starts_of_years((timezone.localtime(oldest) if oldest else now).year, now.year)
    entries = [
        Entry(str(start.year), reverse("articles:year", args=[start.year]), n, more=n == COUNTED)
        for start, n in zip(years, Article.objects.counts_between(years, COUNTED), strict=False)
        if n
    ]
    about = _("Alle artikelen, per jaar en per maand.")
    return _index(request, _("Archief"), about, entries[::-1])


@listing
def year(request: HttpRequest, year: int) -> HttpResponse:
    starts = starts_of_months(year)
    if elsewhere := _one_address(request, "articles:year", year):
        return elsewhere
    counts = Article.objects.counts_between(starts)
    entries = [
        Entry(
            date_format(start, "F Y"),
            reverse("articles:month", args=[year, start.month]),
            n,
        )
        for start, n in zip(starts, counts, strict=False)
        if n
    ]
    if not entries:
        raise Absent(_("Uit dit jaar zijn er geen artikelen."))
    about = _("%(count)s uit %(year)s, per maand.") % {
        "count": number_of_articles(sum(counts)),
        "year": year,
    }
    title = _("Archief: %(when)s") % {"when": year}
    trail = [home(), archive_step(), Step(str(year), request.path)]
    return _index(request, title, about, entries, trail=trail)


@listing
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    if month not in MONTHS:
        raise Absent(_("Deze datum bestaat niet."))
    start, end = start_of(year, month), start_of(year, month + 1)
    if elsewhere := _one_address(request, "articles:month", year, month):
        return elsewhere
    articles = Article.objects.between(start, end).visible()
    page = page_of(request, articles.as_cards().newest_first())
    if not page.paginator.count:
        raise Absent(_("Uit deze maand zijn er geen artikelen."))
    when = date_format(start, "F Y")
    about = _("%(count)s uit %(month)s.") % {
        "count": number_in_list(page),
        "month": when,
    }
    title = _("Archief: %(when)s") % {"when": when}
    its_year = Step(str(year), reverse("articles:year", args=[year]))
    trail = [home(), archive_step(), its_year, Step(when, request.path)]
    return _list(request, title, about, page, trail=trail)


# --- All ------------------------------------------------------------------------------------------


def number_of_articles(n: int, *, more: bool = False) -> str:
    """`more` where counting stopped."""
    if more:
        return _("%(n)s artikelen of meer") % {"n": intcomma(n)}
    return ngettext("%(n)s artikel", "%(n)s artikelen", n) % {"n": intcomma(n)}


def number_in_list(page: Page[Any]) -> str:
    paginator: Any = page.paginator
    return number_of_articles(paginator.count, more=paginator.is_cut_off)


def _entry(thing: Any, name: str, text: str, portrait: Any = None) -> Entry:
    return Entry(name, thing.get_absolute_url(), thing.count, text, portrait, has_more(thing))


def _moved(model: type[Topic | Author | Series], slug: str, sentence: str) -> HttpResponse:
    if thing := model.formerly(slug):
        return redirect(thing, permanent=True)
    raise Absent(sentence)


def _one_address(request: HttpRequest, name: str, *numbers: int) -> HttpResponse | None:
    """“/archief/2018/01/” and “/archief/2018/1/” are one page."""
    address = reverse(name, args=numbers)
    return None if request.path == address else redirect(address, permanent=True)


def _index(
    request: HttpRequest,
    title: str,
    about: str,
    entries: list[Entry],
    page: Page[Any] | None = None,
    **more: Any,
) -> HttpResponse:
    context = {"entries": entries, **_head(request, title, about, page), **more}
    return render(request, "articles/index.html", context)


def _list(
    request: HttpRequest, title: str, about: str, page: Page[Any], **more: Any
) -> HttpResponse:
    context = {**_head(request, title, about, page), **more}
    return render(request, "articles/list.html", context)


def _head(
    request: HttpRequest,
    title: str,
    about: str,
    page: Page[Any] | None,
) -> dict[str, Any]:
    """What every list says of itself, to people and to machines."""
    number = page.number if page else 1
    return {
        "title": title,
        "about": about,
        "page": page,
        "page_query": f"?{PARAMETER}={number}" if number > 1 else "",
        "trail": [home(), Step(title, request.path)],
    }
