"""The search page: what was asked, and what of articles and reactions answers it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.indexing import AUTHOR, TOPIC
from articles.models import Article, Author, Topic
from comments.models import Comment
from markup.plain import UNREADABLE
from search.fragments import Piece, fragment, marked
from search.index import Document, Kind
from search.models import Entry, Hit, Hits, Within
from search.query import LONGEST, MOST_TERMS, Query, parse

PER_PAGE: Final = 10
KINDS: Final = {"artikelen": (Kind.ARTICLE,), "reacties": (Kind.REACTION,)}

type Choices = dict[str, tuple[int, str]]  # slug → key, name


@dataclass(frozen=True)
class Options:
    """What there is to choose from: only what readers can find something with."""

    topics: Choices
    authors: Choices
    years: list[str]

    @classmethod
    def now(cls) -> "Options":
        visible = Article.objects.visible()
        topics = Topic.objects.filter(
            Exists(visible.filter(article_topics__tag=OuterRef("pk")))
        ).order_by("name")
        authors = Author.objects.filter(Exists(visible.filter(authorships__author=OuterRef("pk"))))
        return cls(_choices(topics), _choices(authors), _years())


def _choices(things: Any) -> Choices:
    return {slug: (pk, name) for slug, pk, name in things.values_list("slug", "pk", "name")}


def _years() -> list[str]:
    """From the newest to the oldest: two looks at an index, where a minimum reads every row."""
    dates = Article.objects.visible().values_list("published_at", flat=True)
    ends = (dates.order_by(order).first() for order in ("published_at", "-published_at"))
    first, last = (at and timezone.localtime(at).year for at in ends)
    return [str(year) for year in range(last, first - 1, -1)] if first and last else []


class SearchForm(forms.Form):
    """Every address is a question that can be asked: what is no choice here, narrows nothing."""

    q = forms.CharField(label=_("Zoekwoorden"), required=False)
    onderwerp = forms.ChoiceField(label=_("Onderwerp"), required=False)
    auteur = forms.ChoiceField(label=_("Auteur van het artikel"), required=False)
    jaar = forms.ChoiceField(label=_("Jaar"), required=False)
    soort = forms.ChoiceField(
        label=_("Zoeken in"),
        required=False,
        choices=[
            ("", _("Artikelen en reacties")),
            ("artikelen", _("Alleen artikelen")),
            ("reacties", _("Alleen reacties")),
        ],
    )

    def __init__(self, asked: Any, options: Options) -> None:
        super().__init__({**asked.dict(), "q": _readable(asked.get("q", ""))})
        self.options = options
        self._offer("onderwerp", _("Alle onderwerpen"), options.topics)
        self._offer("auteur", _("Alle auteurs"), options.authors)
        self._offer("jaar", _("Alle jaren"), {year: (0, year) for year in options.years})
        self.is_valid()

    def _offer(self, name: str, every: Any, choices: Choices) -> None:
        named = [(slug, text) for slug, (_key, text) in choices.items()]
        choice: Any = self.fields[name]
        choice.choices = [("", every), *named]

    @property
    def typed(self) -> str:
        return str(self.cleaned_data.get("q", ""))

    @property
    def narrowed(self) -> bool:
        return any(self.cleaned_data.get(name) for name in self.fields if name != "q")

    @property
    def everywhere(self) -> str:
        """The same words, without what narrows them."""
        return f"{reverse('comments:search')}?{urlencode({'q': self.typed})}"

    def within(self) -> Within:
        chosen, topics, authors = self.cleaned_data, self.options.topics, self.options.authors
        tags = [TOPIC.format(topics[slug][0]) for slug in [chosen.get("onderwerp")] if slug]
        tags += [AUTHOR.format(authors[slug][0]) for slug in [chosen.get("auteur")] if slug]
        year = int(chosen["jaar"]) if chosen.get("jaar") else None
        return Within(tuple(tags), year, KINDS.get(chosen.get("soort", ""), tuple(Kind)))


def _readable(typed: str) -> str:
    return UNREADABLE.sub(" ", typed[:LONGEST])


@dataclass(frozen=True)
class Result:
    """One row of the page."""

    article: Article
    comment: Comment | None
    text: list[Piece]
    title: list[Piece] = field(default_factory=list)
    names: list[Piece] = field(default_factory=list)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET, Options.now())
    query = parse(request.GET.get("q", ""))
    hits = found(query, form.within())
    page = Paginator(hits.found, PER_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "form": form,
        "query": query,
        "hits": hits,
        "page": page,
        "results": results(page, query),
        "most_terms": MOST_TERMS,
    }
    return render(request, "comments/search.html", context)


def found(query: Query, within: Within) -> Hits:
    visible = {Kind.ARTICLE: Article.objects.visible(), Kind.REACTION: Comment.objects.visible()}
    return Entry.objects.search(query, visible, within)


def results(page: "Page[Hit]", query: Query) -> list[Result]:
    """In the order of the page; what vanished this very moment is left out."""
    hits = list(page)
    entries = Entry.objects.texts(hits)
    rows = {**_articles(hits, entries, query), **_reactions(hits, entries, query)}
    return [rows[hit] for hit in hits if hit in rows]


def _articles(hits: list[Hit], entries: dict[Hit, Entry], query: Query) -> dict[Hit, Result]:
    keys = _keys(hits, Kind.ARTICLE)
    shown = Article.objects.visible().filter(pk__in=keys) if keys else Article.objects.none()
    rows = ((Hit(Kind.ARTICLE, article.pk), article) for article in shown)
    return {
        hit: _of_article(article, entries[hit], query) for hit, article in rows if hit in entries
    }


def _of_article(article: Article, entry: Entry, query: Query) -> Result:
    title, names = marked(article.title, query), marked(entry.names, query)
    return Result(article, None, _fragment(entry, query), title, names)


def _reactions(hits: list[Hit], entries: dict[Hit, Entry], query: Query) -> dict[Hit, Result]:
    keys = _keys(hits, Kind.REACTION)
    shown = Comment.objects.visible().filter(pk__in=keys) if keys else Comment.objects.none()
    rows = (
        (Hit(Kind.REACTION, comment.pk), comment)
        for comment in shown.select_related("discussion__article")
    )
    return {
        hit: Result(comment.discussion.article, comment, _fragment(entries[hit], query))
        for hit, comment in rows
        if hit in entries
    }


def _keys(hits: list[Hit], kind: Kind) -> list[int]:
    return [hit.object_id for hit in hits if hit.kind == kind]


def _fragment(entry: Entry, query: Query) -> list[Piece]:
    """From the text where the words stand there, else from the introduction."""
    for text in (entry.body, entry.lead):
        pieces = fragment(text, query)
        if any(piece.hit for piece in pieces):
            return pieces
    return fragment(entry.lead or entry.body, query)


def batches(size: int = 2_000) -> Iterator[list[Document]]:
    """All reactions that can be found, so many at a time."""
    rows = Comment.objects.published().order_by("pk")
    last = 0
    while batch := list(rows.filter(pk__gt=last)[:size]):
        yield [comment.document() for comment in batch]
        last = batch[-1].pk
