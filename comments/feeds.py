"""Feeds of reactions, and what those of articles tell about their discussions (RFC 4685)."""

from collections.abc import Iterator
from typing import cast

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.feeds import Channel, channel_about, everything, feed_of, formerly, head, subject_of
from articles.models import Article
from articles.syndication import LENGTH, Atom, Entry, answer, name_for_ever
from comments.closing_word import closing_word_html
from comments.models import Comment, Discussion, Policy
from comments.models.reading import CommentQuerySet
from delivery.errors import Absent, gone
from delivery.revalidation import revalidated
from pages.models import Publication


@require_safe
@revalidated
def articles(request: HttpRequest, form: str) -> HttpResponse:
    return _articles(request, form, everything())


@require_safe
@revalidated
def articles_about(request: HttpRequest, kind: str, slug: str, form: str) -> HttpResponse:
    subject = subject_of(kind, slug)
    if subject is None and (moved := formerly(kind, slug)):
        return redirect("feeds:about", kind, moved.slug, form, permanent=True)
    if subject is None:
        raise Absent(_("Deze feed bestaat niet."))
    return _articles(request, form, channel_about(kind, subject))


def _articles(request: HttpRequest, form: str, channel: Channel) -> HttpResponse:
    def discussed(found: list[Article]) -> dict[int, Entry]:
        return replies_to(request, found)

    return answer(feed_of(request, form, channel, discussed))


def replies_to(request: HttpRequest, articles: list[Article]) -> dict[int, Entry]:
    """Where the reactions to each article are, how many, and since when; nothing for a hidden one.

    In two queries, however many articles.
    """
    keys = [article.pk for article in articles]
    discussions = Discussion.objects.in_bulk(keys)
    # Asked for each discussion by its own index: in one condition, SQLite reads all reactions.
    own = Comment.objects.published().filter(discussion=OuterRef("pk"))
    newest = own.order_by("-published_at").values("published_at")[:1]
    shown = Discussion.objects.shown().filter(pk__in=keys).annotate(newest=Subquery(newest))
    latest = dict(shown.values_list("pk", "newest"))
    additions = {}
    for article in articles:
        discussion = discussions.get(article.pk) or Discussion(article=article)
        if not discussion.is_hidden:
            replies = {
                "href": request.build_absolute_uri(
                    reverse("feeds:discussion", args=[article.slug])
                ),
                "count": discussion.published_count,
                "updated": latest.get(article.pk),
            }
            comments = request.build_absolute_uri(f"{article.get_absolute_url()}#reacties")
            additions[article.pk] = {"replies": replies, "comments": comments}
    return additions


@require_safe
@revalidated
def latest(request: HttpRequest) -> HttpResponse:
    site = Publication.current().name
    title = _("Reacties - %(site)s") % {"site": site}
    about = _("De nieuwste reacties op alle artikelen.")
    feed = _atom(request, title, about, reverse("articles:home"), "reacties")
    _add(request, feed, Comment.objects.visible())
    return answer(feed)


@require_safe
@revalidated
def discussion(request: HttpRequest, slug: str) -> HttpResponse:
    article = Article.objects.visible().filter(slug=slug).first()
    if article is None:
        return _moved_or_gone(request, slug)
    found = Discussion.objects.of(article)
    if found.is_hidden:
        raise Absent(_("Bij dit artikel is geen discussie."))
    title = _("Reacties op ‘%(title)s’") % {"title": article.title}
    path = ("artikel", article.pk, "reacties")
    feed = _atom(request, title, article.lead, found.get_absolute_url(), *path)
    for closing in _closing_word(request, found):
        feed.add_item(**closing)
    _add(request, feed, Comment.objects.visible().filter(discussion=found.pk))
    return answer(feed)


def _moved_or_gone(request: HttpRequest, slug: str) -> HttpResponse:
    if Article.objects.gone().filter(slug=slug).exists():
        return gone(request)
    moved = Article.formerly(slug)
    article = get_object_or_404(Article.objects.visible(), pk=moved.pk if moved else None)
    return redirect("feeds:discussion", article.slug, permanent=True)


def _atom(request: HttpRequest, title: str, about: str, link: str, *path: object) -> Atom:
    return Atom(**head(request, Channel(title, about, link, path, Article.objects.none())))


def _add(request: HttpRequest, feed: Atom, comments: CommentQuerySet) -> None:
    newest = comments.newest(LENGTH).defer("body", "discussion__page_starts")
    for comment in newest.select_related("discussion__article", "parent"):
        feed.add_item(**reaction(request, comment))


def reaction(request: HttpRequest, comment: Comment) -> Entry:
    article = comment.discussion.article
    words = {"number": comment.number, "name": comment.name, "title": article.title}
    return {
        "title": _("Reactie %(number)s van %(name)s op ‘%(title)s’") % words,
        "link": request.build_absolute_uri(comment.get_absolute_url()),
        "description": None,
        "content_html": comment.body_html,
        "pubdate": comment.published_at,
        "updateddate": comment.published_at,
        "unique_id": name_for_ever(request, "reactie", comment.pk),
        "language": article.language,
        "authors": [{"name": comment.name}],
        "in_reply_to": _answered(request, article, cast("Comment | None", comment.parent)),
    }


def _answered(request: HttpRequest, article: Article, parent: Comment | None) -> dict[str, str]:
    named = ("reactie", parent.pk) if parent else ("artikel", article.pk)
    return {
        "ref": name_for_ever(request, *named),
        "href": request.build_absolute_uri((parent or article).get_absolute_url()),
        "type": "text/html",
    }


def _closing_word(request: HttpRequest, discussion: Discussion) -> Iterator[Entry]:
    """The word with which a discussion was closed, once it is."""
    policy, article, now = Policy.current(), discussion.article, timezone.now()
    if not discussion.closing_word or discussion.is_open_at(now, policy):
        return
    at = discussion.closing_time(policy, now)
    yield {
        "title": _("Slotbericht bij ‘%(title)s’") % {"title": article.title},
        "link": request.build_absolute_uri(f"{article.get_absolute_url()}#slotbericht"),
        "description": None,
        "content_html": closing_word_html(discussion),
        "pubdate": at,
        "updateddate": at,
        "unique_id": name_for_ever(request, "artikel", article.pk, "slotbericht"),
        "language": article.language,
        "authors": [{"name": Publication.current().name}],
        "in_reply_to": _answered(request, article, None),
    }
