from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment
from comments.models.discussion import Discussion
from comments.models.writer import Writer


class FollowQuerySet(models.QuerySet["Follow"]):
    def active(self) -> Self:
        """Those that get mail: asked for, confirmed from the mailbox, and not ended."""
        return self.exclude(confirmed_at=None).filter(ended_at=None)


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

    objects = FollowQuerySet.as_manager()

    class Meta:
        verbose_name = _("volger")
        verbose_name_plural = _("volgers")
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
