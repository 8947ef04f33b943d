"""Which reactions there are for whom: the only place that says what readers may see."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Final, Self

from django.db.models import Exists, F, OuterRef, Subquery

from articles.models import Article
from comments.models.decision import Decision
from comments.models.discussion import Discussion
from comments.models.placing import end_of
from comments.models.queues import Queues
from comments.models.states import AGAINST, PLACED, TAKEN_AWAY, State

if TYPE_CHECKING:
    from accounts.models import User
    from comments.models.follow import Follow

#: So many stand above a discussion.
FEATURED: Final = 5


class CommentQuerySet(Queues):
    def published(self) -> Self:
        """What counts as a reaction, within a discussion that is at hand."""
        return self.filter(state=State.PUBLISHED)

    def placed(self) -> Self:
        """In reading order, everything that has a place in its thread: also what was taken away.

        A removed reaction keeps its place as long as there are answers to it; see `thread`.
        """
        return self.filter(state__in=PLACED).exclude(path="").order_by("path")

    def between(self, first: str, end: str | None) -> Self:
        """What readers see of a discussion from this path on, and before that one."""
        rows = self.published().filter(path__gte=first).order_by("path")
        return rows if end is None else rows.filter(path__lt=end)

    def below(self, path: str) -> Self:
        """The answers to what stands there, and the answers to those; in a discussion at hand."""
        if not path:  # it has no place, so nothing stands below it
            return self.none()
        return self.filter(path__gt=path, path__lt=end_of(path)).order_by("path")

    def gone_above(self, discussion: Discussion, paths: Iterable[str]) -> Self:
        """Of these places in the discussion, those where it was taken away, and since when."""
        there = self.placed().filter(discussion=discussion, path__in=paths)
        taken_away = Decision.objects.filter(comment=OuterRef("pk"), to_state=OuterRef("state"))
        last = taken_away.exclude(from_state=F("to_state")).order_by("-pk").values("at")[:1]
        return there.exclude(state=State.PUBLISHED).annotate(gone_at=Subquery(last))

    def featured(self) -> Self:
        """What staff put in the light, the last first, of what readers can see."""
        lit = self.published().filter(featured_at__isnull=False)
        return lit.order_by("-featured_at", "-pk")[:FEATURED]

    def on_shown_pages(self, now: datetime | None = None) -> Self:
        """Those with a place in a discussion that readers can open."""
        return self.placed()._shown(now)  # noqa: SLF001 - a queryset of this class

    def _shown(self, now: datetime | None) -> Self:
        its_own = OuterRef("discussion")  # an article and its discussion have one number
        article = Article.objects.visible(now).filter(pk=its_own)
        discussion = Discussion.objects.shown().filter(pk=its_own)
        return self.filter(Exists(article), Exists(discussion))

    def visible(self, now: datetime | None = None) -> Self:
        """What readers may see, anywhere on the site."""
        return self.published()._shown(now)  # noqa: SLF001 - a queryset of this class

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def newest(self, most: int) -> Self:
        """The newest of these, so many. First which they are, and then what they are under: SQLite
        would begin with all articles.
        """
        keys = self.newest_first().values("pk")[:most]
        return type(self)(self.model).filter(pk__in=keys).newest_first()

    def by_mailbox(self, email: str) -> Self:
        """What was written with this address, whatever became of it; not what staff wrote."""
        answers = type(self)(self.model).published().filter(parent=OuterRef("pk"))
        written = self.by_readers([email]).exclude(email="").annotate(answered=Exists(answers))
        with_place = written.select_related("discussion__article")
        return with_place.prefetch_related("decisions").order_by("-created_at", "-pk")

    def by_readers(self, emails: Iterable[str]) -> Self:
        """What came from these mailboxes."""
        return self.filter(user=None, email__in=emails)

    def against(self) -> Self:
        """What speaks against whoever wrote it."""
        return self.filter(state__in=AGAINST)

    def with_place(self) -> Self:
        """With the article they are under and the reaction they answer: for what names both."""
        return self.select_related("discussion__article", "parent")

    def followed_by(self, follow: "Follow") -> Self:
        """What somebody hears of who follows a discussion, or a conversation; in order of time."""
        others = self.exclude(email__iexact=follow.writer.email)
        if follow.comment is None:
            return others.filter(discussion=follow.discussion_id).order_by("published_at", "pk")
        within = others.filter(discussion=follow.comment.discussion_id)
        return within.below(follow.comment.path).order_by("published_at", "pk")

    def under_articles_of(self, user: "User") -> Self:
        """Of others, under what this author wrote; in order of time."""
        theirs = Article.objects.filter(authorships__author__user=user)
        others = self.filter(discussion__in=theirs.values("pk")).exclude(user=user)
        return others.order_by("published_at", "pk")

    def taken_away(self) -> Self:
        """What readers wrote and do not see any more, of which the text is still kept."""
        return self.filter(state__in=TAKEN_AWAY, user=None).exclude(body="")

    def outlived(self, before: datetime) -> Self:
        """What was taken away before then, and nobody came back to."""
        since = Decision.objects.filter(comment=OuterRef("pk"), at__gte=before)
        long_ago = self.taken_away().filter(created_at__lt=before).exclude(Exists(since))
        return long_ago.exclude(pk__in=self.reported().order_by().values("pk"))

    def to_read(self) -> Self:
        """What a moderator has not looked at yet, whether readers see it meanwhile or not."""
        return self.filter(state__in=(State.PENDING, State.PUBLISHED), read_at=None)
