"""What followers hear when a discussion ends: that it did, and with which words."""

from django.conf import settings
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from comments.links import absolute
from comments.models import Decision, Discussion, Follow
from comments.stopping import stop_url
from mailing.models import Letter, Mail


def closed(discussion: Discussion, decision: Decision) -> None:
    """Each person once, of each time that it closes; not where readers cannot see it."""
    if not discussion.article.is_visible_at(decision.at):
        return
    here = Q(discussion=discussion) | Q(comment__discussion=discussion)
    told: set[int] = set()
    for follow in Follow.objects.active().filter(here).select_related("writer").order_by("pk"):
        if follow.writer_id not in told:
            told.add(follow.writer_id)
            _tell(follow, discussion, decision)


def _tell(follow: Follow, discussion: Discussion, decision: Decision) -> None:
    context = {
        "article": discussion.article,
        "word": discussion.closing_word,
        "place": absolute(discussion.get_absolute_url()),
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
