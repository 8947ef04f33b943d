from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from django import template
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article
from comments import in_words
from comments.audience import barred
from comments.closing_word import closing_word_html
from comments.ending import Ending, ending_of
from comments.hours import reading_sentence
from comments.models import Comment, Discussion, Policy
from comments.outcomes import Outcome, outcome_asked
from comments.references import numbers_in
from comments.thread import Thread, page_of_thread
from delivery.compiled import Compiled
from delivery.memory import remembered

register = template.Library()
register.filter("reactions", in_words.reactions)
register.filter("when_read", in_words.when_read)


@dataclass(frozen=True)
class Conversation:
    """A discussion as readers see it at one moment."""

    discussion: Discussion
    is_open: bool
    closing_time: datetime | None
    form_url: str
    thread: Thread
    outcome: Outcome | None
    page: "Page"
    featured: list[Comment]
    policy: Policy
    reading: str = ""  # when somebody reads again, if nobody does now
    ending: Ending | None = None  # of one that is closed
    newer_url: str = ""  # leads to the first reaction after a number that is given with it

    @property
    def kept_for(self) -> str:
        """Whom reacting is kept for. The page is the same for all: it knows no reader."""
        return barred(self.policy, known=False)

    @property
    def terms(self) -> str:
        """On which one reacts, for who is not staff."""
        return in_words.terms(
            is_confirmed=bool(self.kept_for),
            is_read_first=self.discussion.is_read_first(self.policy),
            closes_at=self.closing_time,
            slow_minutes=self.discussion.slow_minutes,
            reading=self.reading,
        )

    @property
    def closing_word_html(self) -> str:
        """Its words are staff's; what it names is linked, on whatever page that stands."""
        return closing_word_html(self.discussion)

    @property
    def used(self) -> frozenset[int]:
        """The reactions that the closing word names, once it is there to read."""
        if self.is_open or not self.discussion.closing_word:
            return frozenset()
        return frozenset(numbers_in(self.discussion.closing_word))

    @property
    def count(self) -> int:
        """Of the whole discussion, not of this page."""
        return self.discussion.published_count


@dataclass(frozen=True)
class Page:
    """Which part of the discussion is shown, and how to get to the others."""

    number: int  # as readers count: with the newest first, 1 is the last one
    last: int
    newest_first: bool
    path: str

    @property
    def is_first(self) -> bool:
        return self.number == 1

    def address(self, number: int, *, newest_first: bool | None = None) -> str:
        newest = self.newest_first if newest_first is None else newest_first
        query: dict[str, object] = {"reacties": number} if number > 1 else {}
        if newest:
            query["volgorde"] = NEWEST
        asked = f"?{urlencode(query)}" if query else ""
        return f"{self.path}{asked}#reacties"

    @property
    def before(self) -> str:
        return self.address(self.number - 1) if self.number > 1 else ""

    @property
    def after(self) -> str:
        return self.address(self.number + 1) if self.number < self.last else ""

    @property
    def turned_round(self) -> str:
        return self.address(1, newest_first=not self.newest_first)


class Addresses(NamedTuple):
    page: str
    form: str
    newer: str  # leads to the first reaction after a number


NEWEST: Final = "nieuwste"
FEATURED: Final = Compiled(lambda pk: Comment.objects.filter(discussion=pk).featured())


def page_asked(query: QueryDict, discussion: Discussion) -> Page:
    """What cannot be is the nearest that can: pages come and go."""
    typed = query.get("reacties", "")
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 7 else 1
    last = discussion.page_count
    path = _addresses(discussion).page
    return Page(min(max(number, 1), last), last, query.get("volgorde") == NEWEST, path)


def _addresses(discussion: Discussion) -> Addresses:
    article = discussion.article
    return remembered(
        ("addresses", article.pk),
        lambda: Addresses(
            article.get_absolute_url(),
            discussion.form_url(),
            reverse("comments:newer", args=[article.slug]),
        ),
    )


@register.simple_tag(takes_context=True)
def conversation_under(context: dict[str, Any], article: Article) -> Conversation | None:
    """The discussion under an article; None where it is hidden."""
    discussion = _discussion_of(article)
    if discussion.is_hidden:
        return None
    policy, now = Policy.current(), timezone.now()
    is_open = discussion.is_open_at(now, policy)
    page, addresses = page_asked(context["request"].GET, discussion), _addresses(discussion)
    return Conversation(
        discussion,
        is_open,
        discussion.closing_time(policy, now),
        addresses.form,
        page_of_thread(
            discussion,
            page.last + 1 - page.number if page.newest_first else page.number,
            article.author_user_ids(),
            newest_first=page.newest_first,
        ),
        outcome_asked(context["request"].GET),
        page,
        FEATURED.objects(discussion.pk) if page.is_first else [],
        policy,
        reading_sentence(now, policy),
        None if is_open else ending_of(discussion, policy, now),
        addresses.newer,
    )


@register.simple_tag
def reactions_are_shown(article: Article) -> bool:
    """Whether the page of the article has a place that reactions are at."""
    return not _discussion_of(article).is_hidden


def _discussion_of(article: Article) -> Discussion:
    """A page asks for it in several places, and the database is asked once."""
    known = Discussion._meta.get_field("article").remote_field
    found: Any = known.get_cached_value(article, default=None)
    return found or Discussion.objects.of(article)


@register.simple_tag(takes_context=True)
def part_of_discussion(context: dict[str, Any]) -> str:
    """Which part of the reactions a page shows, for its title; nothing for the first one."""
    query, words = context["request"].GET, []
    number = query.get("reacties", "")
    if number.isascii() and number.isdecimal() and int(number[:7]) > 1:
        words.append(_("reacties, pagina %(number)s") % {"number": int(number[:7])})
    if query.get("volgorde") == NEWEST:
        words.append(_("nieuwste reacties eerst"))
    return f" ({', '.join(words)})" if words else ""


@register.simple_tag
def with_counts(articles: Iterable[Article]) -> list[tuple[Article, int | None]]:
    """Each article with its number of reactions, in one query for all; None where they are hidden.

    There the page of the article has no place to go to.
    """
    found = Discussion.objects.filter(article__in=articles).only("opening", "published_count")
    counts = {one.pk: None if one.is_hidden else one.published_count for one in found}
    return [(article, counts.get(article.pk, 0)) for article in articles]


@register.simple_tag
def latest_reactions(most: int = 5) -> list[Comment]:
    """The newest reactions on the whole site, each with its article."""
    newest = Comment.objects.visible().newest(most).select_related("discussion__article")
    title = ("discussion__article__title", "discussion__article__language")
    return list(newest.only("name", "body_html", "published_at", *title))
