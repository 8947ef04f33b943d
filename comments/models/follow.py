from datetime import datetime
from typing import Self

from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment
from comments.models.discussion import Discussion
from comments.models.placing import DIGITS
from comments.models.writer import Writer


class FollowQuerySet(models.QuerySet["Follow"]):
    def active(self) -> Self:
        """Those that get mail: asked for, confirmed from the mailbox, and not ended."""
        return self.exclude(confirmed_at=None).filter(ended_at=None)

    @transaction.atomic
    def ask(
        self,
        writer: Writer,
        what: str,
        *,
        discussion: Discussion | None = None,
        comment: Comment | None = None,
        pace: str = "at_once",
        asked_with: str = "",
        confirmed: bool = False,
    ) -> "Follow":
        """Somebody who typed this address wants mail; `ask_mailbox` asks it whether that is so.

        `confirmed`: whoever asks has already shown to be at that mailbox.
        """
        about = {"what": what, "discussion": discussion, "comment": comment, "ended_at": None}
        new = {"pace": pace, "asked_with": asked_with}
        follow, _is_new = self.get_or_create(writer=writer, **about, defaults=new)
        if confirmed:
            follow.confirm()
        return follow

    def to_tell_of(self, comment: Comment) -> Self:
        """Who follows its discussion, or a reaction that it answers, and is somebody else."""
        path = comment.path
        above = [path[:end] for end in range(DIGITS, len(path), DIGITS)]
        conversation = Q(comment__path__in=above) | Q(comment=comment.parent_id)
        wanted = Q(what=Follow.What.DISCUSSION, discussion=comment.discussion_id) | Q(
            conversation, what=Follow.What.CONVERSATION, comment__discussion=comment.discussion_id
        )
        others = self.active().exclude(writer__email__iexact=comment.email or None)
        return others.filter(wanted).select_related("writer")

    def unanswered(self, before: datetime) -> Self:
        """Asked before then, and the mailbox never said that it was wanted."""
        return self.filter(confirmed_at=None, asked_at__lt=before)

    def behind(self, moment: datetime) -> Self:
        """Those that were not told yet of what came before this moment."""
        return self.filter(known_until__lt=moment)


class Follow(models.Model):
    """Somebody wants mail about a conversation, a discussion or new articles (double opt-in)."""

    class What(models.TextChoices):
        CONVERSATION = "conversation", _("dit gesprek")
        DISCUSSION = "discussion", _("de hele discussie")
        ARTICLES = "articles", _("nieuwe artikelen")

    class Pace(models.TextChoices):
        AT_ONCE = "at_once", _("meteen")
        DAILY = "daily", _("één keer per dag")

    writer = models.ForeignKey(Writer, on_delete=models.CASCADE, related_name="follows")
    what = models.CharField(_("wat"), max_length=12, choices=What)
    discussion = models.ForeignKey(
        Discussion, on_delete=models.CASCADE, related_name="follows", null=True, blank=True
    )
    comment = models.ForeignKey(
        Comment,
        verbose_name=_("gesprek van reactie"),
        on_delete=models.CASCADE,
        related_name="follows",
        null=True,
        blank=True,
        help_text=_("De reactie waarvan de antwoorden worden gevolgd."),
    )
    pace = models.CharField(_("hoe vaak"), max_length=10, choices=Pace, default=Pace.AT_ONCE)
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    asked_with = models.TextField(_("tekst die de lezer zag"), blank=True)
    confirmed_at = models.DateTimeField(_("bevestigd op"), null=True, blank=True)
    ended_at = models.DateTimeField(_("gestopt op"), null=True, blank=True)
    told_until = models.DateTimeField(_("bijgepraat tot"), null=True, blank=True)
    known_until = models.GeneratedField(
        expression=Greatest("confirmed_at", Coalesce("told_until", F("confirmed_at"))),
        output_field=models.DateTimeField(null=True),
        db_persist=True,
        null=True,
    )

    objects = FollowQuerySet.as_manager()

    class Meta:
        verbose_name = _("volger")
        verbose_name_plural = _("volgers")
        indexes = [
            models.Index(
                fields=["asked_at"], name="follow_unanswered", condition=Q(confirmed_at=None)
            ),
            models.Index(
                fields=["pace", "known_until"],
                name="follow_behind",
                condition=Q(confirmed_at__isnull=False, ended_at=None),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["writer", "comment"],
                condition=Q(ended_at=None, what="conversation"),
                name="follow_conversation_once",
            ),
            models.UniqueConstraint(
                fields=["writer", "discussion"],
                condition=Q(ended_at=None, what="discussion"),
                name="follow_discussion_once",
            ),
            models.UniqueConstraint(
                fields=["writer"],
                condition=Q(ended_at=None, what="articles"),
                name="follow_articles_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.writer}: {self.get_what_display()}"

    # --- Verbs ------------------------------------------------------------------------------------

    def ask_mailbox(self) -> None:
        """Whether this is wanted is said from the mailbox itself, where it was not said yet."""
        from comments.letters.following import confirm  # noqa: PLC0415 - letters know the models

        if self.confirmed_at is None:
            confirm(self)

    def confirm(self, now: datetime | None = None) -> None:
        """From the mailbox. What was ended stays so: asking again makes a new row."""
        if self.confirmed_at is None and self.ended_at is None:
            self.confirmed_at = now or timezone.now()
            self.save(update_fields=["confirmed_at"])

    def stop(self, now: datetime | None = None) -> None:
        if self.ended_at is None:
            self.ended_at = now or timezone.now()
            self.save(update_fields=["ended_at"])

    def take_pace(self, pace: str, now: datetime | None = None) -> None:
        """From now on. What was told already is not told again by the other pace."""
        self.pace, self.told_until = pace, now or timezone.now()
        self.save(update_fields=["pace", "told_until"])

    def told(self, until: datetime) -> None:
        self.told_until = until
        self.save(update_fields=["told_until"])
