from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django import template
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from comments.models import Comment, Discussion, Policy
from comments.thread import Thread, thread_of

register = template.Library()

#: What the writer reads after sending. Only these words can come from the address.
OUTCOMES: Final = {
    "wacht": (
        _("Uw reactie wacht op goedkeuring."),
        _("De redactie leest uw reactie voordat wij die plaatsen."),
    ),
    "geplaatst": (_("Uw reactie is geplaatst."), _("U vindt uw reactie hieronder.")),
}


@dataclass(frozen=True)
class Conversation:
    """A discussion as readers see it at one moment."""

    discussion: Discussion
    is_open: bool
    closing_time: datetime | None
    form_url: str
    thread: Thread
    outcome: tuple[Any, Any] | None


@register.simple_tag(takes_context=True)
def conversation_under(context: dict[str, Any], article: Article) -> Conversation | None:
    """The discussion under an article; None where it is hidden."""
    discussion = Discussion.objects.of(article)
    if discussion.is_hidden:
        return None
    policy = Policy.get_solo()
    return Conversation(
        discussion,
        discussion.is_open_at(timezone.now(), policy),
        discussion.closing_time(policy),
        discussion.form_url(),
        thread_of(discussion.comments.placed(), article.author_user_ids()),
        OUTCOMES.get(context["request"].GET.get("uitkomst", "")),
    )


@register.simple_tag
def with_counts(articles: Iterable[Article]) -> list[tuple[Article, int]]:
    """Each article with its number of reactions, in one query for all."""
    shown = Discussion.objects.shown().filter(article__in=articles)
    counts = dict(shown.values_list("pk", "published_count"))
    return [(article, counts.get(article.pk, 0)) for article in articles]


@register.simple_tag
def latest_reactions(most: int = 5) -> list[Comment]:
    """The newest reactions on the whole site, each with its article."""
    newest = Comment.objects.visible().newest(most).select_related("discussion__article")
    title = ("discussion__article__title", "discussion__article__language")
    return list(newest.only("name", "body_html", "published_at", *title))
