"""What followers hear when a discussion ends: that it did, and with which words."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from comments.links import absolute
from comments.models import Decision, Discussion, Follow
from comments.stopping import stop_url
from mailing.models import Letter, Mail

#: What closed longer ago is no news, whoever was not told of it.
NEWS: Final = timedelta(days=2)


def tell_planned(until: datetime) -> None:
    """Of what closed by the clock, nobody was called. Safe to run again: each has one mail."""
    for discussion in Discussion.objects.closed_by_the_clock(until - NEWS, until):
        plan = discussion.decisions.filter(verb=Decision.Verb.CLOSE).order_by("-pk").first()
        if plan:
            closed(plan)


def closed(decision: Decision) -> None:
    """Each person once, of each time that it closes; not where readers cannot see it."""
    discussion = decision.discussion
    if discussion.is_hidden or not discussion.article.is_visible_at(timezone.now()):
        return
    here = Q(discussion=discussion) | Q(comment__discussion=discussion)
    told: set[int] = set()
    for follow in Follow.objects.active().filter(here).select_related("writer").order_by("pk"):
        if follow.writer_id not in told:
            told.add(follow.writer_id)
            _tell(follow, discussion, decision)


def _tell(follow: Follow, discussion: Discussion, decision: Decision) -> None:
    place = "slotbericht" if discussion.closing_word else "reacties"
    context = {
        "article": discussion.article,
        "word": discussion.closing_word,
        "place": absolute(f"{discussion.article.get_absolute_url()}#{place}"),
    }
    with translation.override(settings.LANGUAGE_CODE):
        Mail.objects.post(
            Letter(
                key=f"closed-{decision.pk}-{follow.writer_id}",
                to=follow.writer.email,
                kind="closed",
                subject=_("Reageren is gesloten"),
                context=context,
                thread=f"discussie-{discussion.pk}",
                stop_url=stop_url(follow),
                about=[discussion.article],
            )
        )
