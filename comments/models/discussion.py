from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Self

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from comments.judging.ruling import Ruling
from comments.models.closing import Closing, Opening
from comments.models.counting import Counting
from comments.models.policy import POLICY, Policy
from delivery.compiled import Compiled
from delivery.memory import once
from delivery.turns import in_turn

if TYPE_CHECKING:
    from comments.models.comment import Comment
    from comments.models.follow import Follow

#: How long the same text by the same writer counts as the second click on the button.
SAME_CLICK: Final = timedelta(hours=1)


class Closed(Exception):  # noqa: N818
    """Reageren is gesloten: nothing was stored."""


class ParentGone(Exception):  # noqa: N818
    """The reaction that is answered cannot be seen (any more): nothing was stored."""


class Repeated(Exception):  # noqa: N818
    """The same writer already sent the same text here: nothing was stored again."""


class DiscussionQuerySet(models.QuerySet["Discussion"]):
    def of(self, article: Article) -> "Discussion":
        """The article's discussion, made up in memory where nobody has touched it yet."""
        row = once(("discussion", article.pk), lambda: next(iter(OF.objects(article.pk)), None))
        found: Discussion = row or Discussion(article=article)
        found.article = article
        return found

    def lock(self, article_id: int, article: Article | None = None) -> "Discussion":
        """For a change: nobody else changes this discussion until the transaction ends.

        PostgreSQL locks the row; SQLite's transactions here hold the write lock from their start.
        `article`: as whoever asks knows it; then it is not read again.
        """
        query = LOCKED_ALONE if article else LOCKED
        found = query.objects(article_id)
        if not found:
            self.get_or_create(article_id=article_id)
            found = query.objects(article_id)
        locked: Discussion = found[0]
        if article:
            locked.article = article
        return locked

    def begin_for(self, articles: Iterable[Article]) -> None:
        """Give each article its row, so that a list of discussions has them all."""
        rows = [Discussion(article=article) for article in articles]
        self.bulk_create(rows, ignore_conflicts=True)

    def shown(self) -> Self:
        return self.exclude(opening=Opening.HIDDEN)

    def open_at(self, now: datetime, policy: Policy) -> Self:
        """The same rule as `Discussion.is_open_at`, for many at once."""
        never_closes = Q(closes_at=None)
        if policy.closes_after is not None:
            too_old = Q(article__published_at__lte=now - policy.closes_after)
            never_closes &= ~(Q(opening=Opening.POLICY) & too_old)
        reopened = Q(opening=Opening.CLOSED, reopens_at__lte=now)
        still_open = ~Q(opening__in=(Opening.CLOSED, Opening.HIDDEN))
        return self.filter(reopened | (still_open & (never_closes | Q(closes_at__gt=now))))

    def closed_by_the_clock(self, since: datetime, until: datetime) -> Self:
        """Those that a moderator had planned to close, and that did so in this time."""
        planned = self.filter(opening=Opening.OPEN, closes_at__gt=since, closes_at__lte=until)
        return planned.order_by("closes_at").select_related("article")


class Discussion(Closing, Counting):
    Opening = Opening

    objects = DiscussionQuerySet.as_manager()

    class Meta:
        verbose_name = _("discussie")
        verbose_name_plural = _("discussies")
        permissions = [("close_discussion", _("Kan reageren sluiten en openen"))]
        indexes = [
            models.Index(
                fields=["closes_at"],
                name="discussion_closes",
                condition=Q(closes_at__isnull=False),
            ),
            models.Index(
                fields=["reopens_at"],
                name="discussion_reopens",
                condition=Q(reopens_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.article.title

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#reacties"

    def form_url(self) -> str:
        return reverse("comments:react", args=[self.article.slug])

    @cached_property
    def policy(self) -> Policy:
        """As it was when it was first asked for: for as long as one answer to one reader takes."""
        return POLICY.now()

    # --- Reactions ------------------------------------------------------------------------------

    @in_turn()
    @transaction.atomic
    def post(
        self,
        comment: "Comment",
        now: datetime | None = None,
        ruling: Ruling | None = None,
        *,
        policy: Policy | None = None,
        follow: "Callable[[], Follow | None] | None" = None,
    ) -> None:
        """Store a reaction; those of staff are published at once, others as the ruling says.

        Without a ruling it waits for approval. `follow` stores in the same transaction what its
        writer wants to hear.

        Raises Closed, ParentGone or Repeated; then nothing was stored.
        """
        locked = Discussion.objects.lock(self.pk, self.article)
        if not locked.is_open_at(now or timezone.now(), policy or Policy.get_solo()):
            raise Closed
        if comment.parent_id and not locked.has_published(comment.parent_id):
            raise ParentGone
        if locked.has_from_just_now(comment):
            raise Repeated
        decision = comment.come_in(locked, ruling, now)
        wish = follow() if follow else None
        from comments.letters.arrivals import arrived  # noqa: PLC0415 - letters know the models

        arrived(comment, now, decision, wish)

    def has_from_just_now(self, comment: "Comment") -> bool:
        """Whether the same writer sent the same text to the same place."""
        whose = (comment.parent_id, comment.user_id, comment.email)
        return bool(REPEATED.rows(self.pk, *whose, comment.body, timezone.now() - SAME_CLICK))


def _repeated(
    discussion: int, parent: int | None, user: int | None, email: str, body: str, since: datetime
) -> models.QuerySet[Any, Any]:
    here = Discussion(pk=discussion).comments.filter(parent=parent, user=user)
    return here.filter(email=email, body=body, created_at__gte=since).values("pk")[:1]


REPEATED: Final = Compiled(_repeated)


def _locked(article: int) -> models.QuerySet[Discussion]:
    return Discussion.objects.select_for_update(of=("self",)).filter(pk=article)


LOCKED_ALONE: Final = Compiled(_locked)
LOCKED: Final = Compiled(lambda article: _locked(article).select_related("article"))
OF: Final = Compiled(lambda article: Discussion.objects.filter(pk=article))
