from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from comments.models.decision import Decision
from comments.models.leaving import Leaving
from comments.models.moderating import TAKEN_OUT
from comments.models.reading import CommentQuerySet
from comments.models.states import RESTRICTED, TAKEN_AWAY, State
from comments.references import anchor_of, permalink_to, with_links
from delivery.storing import store
from markup.reactions import reaction_html
from markup.words import text_of
from search.index import Document, Kind
from search.models import Entry

if TYPE_CHECKING:
    from comments.models.writer import Writer

AFFILIATION_LENGTH: Final = 120


class Comment(Leaving):
    State = State

    name = models.CharField(_("naam"), max_length=80)
    email = models.EmailField(_("e-mailadres"), blank=True)
    affiliation = models.CharField(_("organisatie"), max_length=AFFILIATION_LENGTH, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("medewerker"),
        on_delete=models.PROTECT,
        related_name="comments",
        null=True,
        blank=True,
        help_text=_("Wie namens de redactie of als auteur schreef."),
    )
    has_tip = models.BooleanField(_("bevat een tip"), default=False)
    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("reactie")
        verbose_name_plural = _("reacties")
        permissions = [("moderate_comment", _("Kan reacties beoordelen"))]
        indexes = [
            models.Index(fields=["discussion", "path"], name="comment_thread"),
            models.Index(fields=["state", "created_at"], name="comment_queue"),
            models.Index(fields=["state", "-published_at"], name="comment_newest"),
            models.Index(
                fields=["discussion", "-published_at", "-id"],
                name="comment_newest_here",
                condition=Q(state="published"),
            ),
            models.Index(fields=["created_at"], name="comment_written"),
            models.Index(
                fields=["created_at"],
                name="comment_unread",
                condition=Q(state="published", read_at__isnull=True),
            ),
            models.Index(fields=["discussion", "state", "created_at"], name="comment_queue_here"),
            models.Index(
                fields=["discussion"],
                name="comment_unread_here",
                condition=Q(state="published", read_at__isnull=True),
            ),
            models.Index(fields=["email", "created_at"], name="comment_writer"),
            models.Index(
                fields=["discussion", "-featured_at"],
                name="comment_featured",
                condition=Q(featured_at__isnull=False),
            ),
            models.Index(
                fields=["id"],
                name="comment_to_forget",
                condition=Q(state__in=TAKEN_AWAY, user=None) & ~Q(body=""),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["discussion", "number"], name="comment_number_once"),
            models.CheckConstraint(
                condition=~Q(state__in=["published", "removed"])
                | (Q(number__isnull=False) & ~Q(path="")),
                name="comment_placed_has_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {Truncator(' '.join(self.body.split())).chars(60)}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            self.body_html = self.written(self.body)
        if self.pk:
            super().save(*args, **kwargs)
        else:
            store(self)

    def written(self, body: str) -> str:
        """How readers will see this text: cleaned, and what it names linked."""
        return with_links(reaction_html(body), self.discussion, body)

    def get_absolute_url(self) -> str:
        return permalink_to(self.pk)

    def page_address(self) -> str:
        """Of the page of the discussion on which readers find it, as of its last decision."""
        return self.discussion.page_address(self.discussion.page_of(self.path))

    @property
    def text(self) -> str:
        """What it says on one line, without its markup."""
        return text_of(self.body_html)

    @property
    def anchor(self) -> str:
        return anchor_of(self.number)

    def answers(self, writer: "Writer") -> bool:
        """Whether it answers a reaction from this mailbox."""
        parent: Comment | None = self.parent  # type: ignore[assignment]
        return parent is not None and parent.email.lower() == writer.email

    def told_to_writer(self) -> Decision | None:
        """The decision that keeps it, or a part of it, from readers: its writer may know why (DSA
        art. 17).
        """
        decisions = sorted(self.decisions.all(), key=lambda one: -one.pk)
        if self.state in RESTRICTED:
            return next((one for one in decisions if one.to_state == self.state), None)
        redacted = (one for one in decisions if one.verb == Decision.Verb.REDACT)
        return next(redacted, None) if TAKEN_OUT in self.body else None

    def index(self) -> None:
        """Let it be found as it stands now, or not at all."""
        if self.state == State.PUBLISHED:
            Entry.objects.put(self.document())
        else:
            Entry.objects.drop(Kind.REACTION, self.pk)

    def document(self) -> Document:
        """What of it the search can find: what it says, not who says so."""
        at, body = self.published_at or self.created_at, text_of(self.body_html)
        return Document(Kind.REACTION, self.pk, at, body=body, under=self.discussion_id)
