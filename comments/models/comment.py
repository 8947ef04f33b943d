from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from comments.models.decision import Decision, Reason
from comments.models.discussion import Discussion
from desk.refused import Refused
from markup.reactions import reaction_html
from markup.words import text_of
from search.index import Document, Kind
from search.models import Entry

if TYPE_CHECKING:
    from accounts.models import User

#: A path is the numbers of the reactions from the first of the conversation down to this one, each
#: this many digits, so that sorting paths as text puts a thread in reading order.
DIGITS: Final = 6
#: Deeper replies stand beside the one they answer: paths stay short, whatever people do.
LEVELS: Final = 10

#: How long the same text by the same writer counts as the second click on the button.
SAME_CLICK: Final = timedelta(hours=1)


@dataclass(frozen=True)
class Ruling:
    """What is decided about a reaction, and by whom or which rule."""

    to: str
    reason: str = ""
    note: str = ""
    by: "User | None" = None
    rule: str = ""
    at: datetime | None = None

    def write_down(self, comment: "Comment", before: str) -> None:
        Decision.objects.create(
            discussion=comment.discussion,
            comment=comment,
            by=self.by,
            rule=self.rule,
            at=self.at or timezone.now(),
            from_state=before,
            to_state=self.to,
            reason=self.reason,
            text=self.note,
        )


class CommentQuerySet(models.QuerySet["Comment"]):
    def published(self) -> Self:
        """What counts as a reaction, within a discussion that is at hand."""
        return self.filter(state=Comment.State.PUBLISHED)

    def placed(self) -> Self:
        """In reading order, everything that has a place in its thread: also what was taken away.

        A removed reaction keeps its place as long as there are answers to it; see `thread`.
        """
        return self.filter(state__in=Comment.PLACED).order_by("path")

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

    def waiting(self) -> Self:
        return self.filter(state=Comment.State.PENDING)

    def repeats_of(self, comment: "Comment") -> Self:
        return self.filter(
            parent=comment.parent,
            email=comment.email,
            user=comment.user,
            body=comment.body,
            created_at__gte=timezone.now() - SAME_CLICK,
        )


class Comment(models.Model):
    class State(models.TextChoices):
        PENDING = "pending", _("wacht op goedkeuring")
        PUBLISHED = "published", _("geplaatst")
        REFUSED = "refused", _("afgewezen")
        SPAM = "spam", _("spam")
        REMOVED = "removed", _("verwijderd")
        WITHDRAWN = "withdrawn", _("ingetrokken door de schrijver")

    PLACED: Final = (State.PUBLISHED, State.REMOVED, State.WITHDRAWN)

    # From which states each verb may be done.
    APPROVABLE: Final = (State.PENDING, State.REFUSED, State.SPAM)
    REFUSABLE: Final = (State.PENDING, State.SPAM)
    REMOVABLE: Final = (State.PUBLISHED,)
    RESTORABLE: Final = (State.REMOVED, State.REFUSED)

    discussion = models.ForeignKey(
        Discussion,
        verbose_name=_("discussie"),
        on_delete=models.PROTECT,
        related_name="comments",
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("in reactie op"),
        on_delete=models.PROTECT,
        related_name="replies",
        null=True,
        blank=True,
    )
    number = models.PositiveIntegerField(_("nummer"), null=True, blank=True, editable=False)
    path = models.CharField(max_length=DIGITS * LEVELS, blank=True, editable=False)
    name = models.CharField(_("naam"), max_length=80)
    email = models.EmailField(_("e-mailadres"), blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("medewerker"),
        on_delete=models.PROTECT,
        related_name="comments",
        null=True,
        blank=True,
        help_text=_("Wie namens de redactie of als auteur schreef."),
    )
    body = models.TextField(_("reactie"))
    body_html = models.TextField(editable=False)
    state = models.CharField(_("staat"), max_length=10, choices=State, default=State.PENDING)
    reason = models.CharField(_("reden"), max_length=20, choices=Reason, blank=True)
    created_at = models.DateTimeField(_("geschreven op"), default=timezone.now)
    published_at = models.DateTimeField(_("geplaatst op"), null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("reactie")
        verbose_name_plural = _("reacties")
        permissions = [("moderate_comment", _("Kan reacties beoordelen"))]
        indexes = [
            models.Index(fields=["discussion", "path"], name="comment_thread"),
            models.Index(fields=["state", "created_at"], name="comment_queue"),
            models.Index(fields=["state", "-published_at"], name="comment_newest"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["discussion", "number"], name="comment_number_once"),
            models.CheckConstraint(
                condition=~Q(state__in=["published", "removed", "withdrawn"])
                | (Q(number__isnull=False) & ~Q(path="")),
                name="comment_placed_has_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {Truncator(' '.join(self.body.split())).chars(60)}"

    def save(self, *args: object, **kwargs: object) -> None:
        if self._state.adding:
            self.body_html = reaction_html(self.body)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("comments:permalink", args=[self.pk])

    @property
    def text(self) -> str:
        """What it says on one line, without its markup."""
        return text_of(self.body_html)

    @property
    def anchor(self) -> str:
        return f"reactie-{self.number}"

    @property
    def depth(self) -> int:
        """1 for the first of a conversation."""
        return len(self.path) // DIGITS

    def has_visible_answers(self) -> bool:
        below = self.discussion.comments.published().filter(path__startswith=self.path)
        return below.exclude(pk=self.pk).exists()

    # --- Verbs: each writes its decision, in the same transaction ---------------------------------
    # `at` is for what happened elsewhere before: an import. Normally it is left out.

    def approve(self, by: "User", at: datetime | None = None) -> None:
        self._decide(Ruling(self.State.PUBLISHED, by=by, at=at), self.APPROVABLE)

    def refuse(self, by: "User", reason: str, note: str = "", at: datetime | None = None) -> None:
        self._decide(Ruling(self.State.REFUSED, reason, note, by, at=at), self.REFUSABLE)

    def remove(self, by: "User", reason: str, note: str = "", at: datetime | None = None) -> None:
        self._decide(Ruling(self.State.REMOVED, reason, note, by, at=at), self.REMOVABLE)

    def withdraw(self, at: datetime | None = None) -> None:
        """By its writer. Answers to it keep their place."""
        self._decide(Ruling(self.State.WITHDRAWN, rule="writer", at=at), self.REMOVABLE)

    @transaction.atomic
    def restore(self, by: "User") -> None:
        """Undo a removal or a refusal: back in its place, or back in the queue."""
        Discussion.objects.lock(self.discussion_id)
        self.refresh_from_db(fields=["state"])
        refused = self.state == self.State.REFUSED
        back_to = self.State.PENDING if refused else self.State.PUBLISHED
        self._decide(Ruling(back_to, by=by), self.RESTORABLE)

    @transaction.atomic
    def _decide(self, ruling: Ruling, allowed: Container[str]) -> None:
        discussion = Discussion.objects.lock(self.discussion_id)
        self.refresh_from_db(fields=["state", "number", "path", "published_at"])
        before = self.state
        if before not in allowed:
            raise Refused(_("is al %(state)s") % {"state": self.State(before).label})
        self.state, self.reason = ruling.to, ruling.reason
        if ruling.to == self.State.PUBLISHED:
            self._take_place(discussion, ruling.at or timezone.now())
        self.save(update_fields=["state", "reason", "number", "path", "published_at"])
        discussion.count(
            came=ruling.to == self.State.PUBLISHED, went=before == self.State.PUBLISHED
        )
        ruling.write_down(self, before)
        self.index()

    def index(self) -> None:
        """Let it be found as it stands now, or not at all."""
        if self.state == self.State.PUBLISHED:
            Entry.objects.put(self.document())
        else:
            Entry.objects.drop(Kind.REACTION, self.pk)

    def document(self) -> Document:
        """What of it the search can find: what it says, not who says so."""
        at, body = self.published_at or self.created_at, text_of(self.body_html)
        return Document(Kind.REACTION, self.pk, at, body=body, under=self.discussion_id)

    def _take_place(self, discussion: Discussion, at: datetime) -> None:
        """At first publication: a number and a place, both for good."""
        if self.number is None:
            self.number = discussion.next_number()
            self.path = path_below(self.parent.path if self.parent else "", self.number)
            self.published_at = at


def path_below(parent: str, number: int) -> str:
    """Where reaction `number` stands when it answers the reaction at `parent` ("" for none)."""
    return parent[: DIGITS * (LEVELS - 1)] + f"{number:0{DIGITS}}"
