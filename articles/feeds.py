"""Feeds of articles: all of them, or those of a topic, an author or a series."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _

from articles.models import Article, Author, Series, Topic
from articles.models.article import ArticleQuerySet
from articles.syndication import FORMATS, LENGTH, Atom, Entry, Rss, name_for_ever
from delivery.errors import Absent
from pages.models import Publication

type Subject = Topic | Author | Series
#: What others know about each article, by its key: facts to add to its entry.
type Additions = Callable[[list[Article]], dict[int, Entry]]

#: The word in the address → what it is a feed of, and how articles refer to it.
KINDS: Final[dict[str, tuple[type[Subject], str]]] = {
    "onderwerpen": (Topic, "article_topics__tag"),
    "auteurs": (Author, "authors"),
    "reeksen": (Series, "series"),
}


@dataclass(frozen=True)
class Channel:
    """What a feed is about, and where it stands."""

    title: str
    description: str
    link: str
    path: tuple[object, ...]
    articles: ArticleQuerySet


def everything() -> Channel:
    publication = Publication.current()
    description, home = publication.description, reverse("articles:home")
    return Channel(publication.name, description, home, ("artikelen",), Article.objects.visible())


def subject_of(kind: str, slug: str) -> Subject | None:
    return KINDS[kind][0].objects.filter(slug=slug).first()


def formerly(kind: str, slug: str) -> Subject | None:
    return KINDS[kind][0].formerly(slug)


def channel_about(kind: str, subject: Subject) -> Channel:
    """`subject` is what `kind` says it is."""
    everywhere, refers = everything(), KINDS[kind][1]
    about = getattr(subject, "description", "") or everywhere.description
    return Channel(
        f"{subject} - {everywhere.title}",
        about,
        subject.get_absolute_url(),
        (kind, subject.pk),
        everywhere.articles.filter(**{refers: subject}),
    )


def feed_of(request: HttpRequest, form: str, channel: Channel, additions: Additions) -> Atom | Rss:
    """Raises Absent where there is no such form of feed."""
    if form not in FORMATS:
        raise Absent(_("Deze feed bestaat niet."))
    feed = FORMATS[form](**head(request, channel))
    articles = list(channel.articles.newest(LENGTH).with_people())
    added = additions(articles)
    for article in articles:
        feed.add_item(**entry(request, article), **added.get(article.pk, {}))
    return feed


def head(request: HttpRequest, channel: Channel) -> dict[str, Any]:
    return {
        "title": channel.title,
        "link": request.build_absolute_uri(channel.link),
        "description": channel.description,
        "subtitle": channel.description,
        "language": "nl",
        "author_name": Publication.current().name,
        "feed_url": request.build_absolute_uri(request.path),
        "feed_guid": name_for_ever(request, "feed", *channel.path),
    }


def entry(request: HttpRequest, article: Article) -> Entry:
    return {
        "title": article.title,
        "link": request.build_absolute_uri(article.get_absolute_url()),
        "description": escape(article.lead),
        "pubdate": article.published_at,
        "updateddate": article.modified_at,
        "unique_id": name_for_ever(request, "artikel", article.pk),
        "unique_id_is_permalink": False,
        "categories": sorted(topic.name for topic in article.tags.all()),
        "language": article.language,
        "authors": list(_authors(request, article)),
        "picture": _picture(request, article),
    }


def _authors(request: HttpRequest, article: Article) -> Iterable[dict[str, str]]:
    for by in article.authorships.all():
        author: Author = by.author
        uri = request.build_absolute_uri(author.get_absolute_url())
        yield {"name": author.name, "uri": uri}


def _picture(request: HttpRequest, article: Article) -> dict[str, str] | None:
    if not article.image:
        return None
    address = request.build_absolute_uri(article.image.card)
    width, height = article.image.size_of("card")
    return {"url": address, "width": str(width), "height": str(height)}
