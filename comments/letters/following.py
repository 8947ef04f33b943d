"""What followers hear: a question to confirm, that somebody reacted, that there is news."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from comments.letters.addressing import Asked
from comments.links import absolute, page_of
from comments.models import Comment, Follow
from comments.stopping import stop_url
from mailing.models import Letter, Mail

#: The letter to a new writer leads to the same page; so soon after it, one is enough.
SAME_VISIT: Final = timedelta(minutes=10)


def confirm(follow: Follow) -> None:
    """Ask the mailbox whether it wants this: somebody typed its address (double opt-in)."""
    writer = follow.writer
    asked = Asked(writer.email)
    if asked.too_often or asked.within(SAME_VISIT, "confirm_address"):
        return
    with translation.override(settings.LANGUAGE_CODE):
        Mail.objects.post(
            Letter(
                key=f"follow-{follow.pk}-{asked.now:%Y%m%d%H%M%S}",
                to=writer.email,
                kind="confirm_follow",
                subject=_("Bevestig uw aanmelding"),
                context={"follow": follow, "page": page_of(writer)},
            )
        )


def tell(comment: Comment) -> None:
    """Those who hear at once of a reaction that readers can see. Each person once."""
    follows = Follow.objects.to_tell_of(comment).filter(pace=Follow.Pace.AT_ONCE)
    for follow in follows.order_by("what", "pk"):
        answers = comment.answers(follow.writer)
        subject = _("Iemand reageerde op uw reactie") if answers else _("Een nieuwe reactie")
        Mail.objects.post(
            Letter(
                key=f"reaction-{comment.pk}-{follow.writer_id}",
                to=follow.writer.email,
                kind="reaction",
                subject=subject,
                context=about(comment) | {"answers": answers, "page": page_of(follow.writer)},
                thread=f"discussie-{comment.discussion_id}",
                stop_url=stop_url(follow),
                about=[comment],
            )
        )


def about(comment: Comment) -> dict[str, Any]:
    return {
        "comment": comment,
        "article": comment.discussion.article,
        "place": absolute(comment.get_absolute_url()),
    }


def tell_article(article: Article, follow: Follow) -> None:
    Mail.objects.post(
        Letter(
            key=f"article-{article.pk}-{follow.writer_id}",
            to=follow.writer.email,
            kind="article",
            subject=_("Een nieuw artikel"),
            context={"article": article, "place": absolute(article.get_absolute_url())},
            thread="artikelen",
            stop_url=stop_url(follow),
            about=[article],
        )
    )


def tell_day(follow: Follow, day: str, items: Sequence[Any], more: int) -> None:
    """One mail with all there was: reactions, or articles."""
    articles = follow.what == Follow.What.ARTICLES
    Mail.objects.post(
        Letter(
            key=f"day-{follow.pk}-{day}",
            to=follow.writer.email,
            kind="articles_of_the_day" if articles else "reactions_of_the_day",
            subject=_("Nieuwe artikelen") if articles else _("Nieuwe reacties"),
            context={
                "items": [(item, absolute(item.get_absolute_url())) for item in items],
                "more": more,
                "follow": follow,
            },
            thread="artikelen" if articles else f"gesprek-{follow.pk}",
            stop_url=stop_url(follow),
            about=items,
        )
    )
