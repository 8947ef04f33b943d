from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment


class Version(models.Model):
    """What a reaction said before its writer corrected it, or before staff took something out."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="versions")
    body = models.TextField(_("tekst"))
    replaced_at = models.DateTimeField(_("vervangen op"), default=timezone.now)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("vervangen door"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Leeg: de schrijver zelf."),
    )

    class Meta:
        ordering = ["-replaced_at", "-pk"]
        verbose_name = _("eerdere tekst")
        verbose_name_plural = _("eerdere teksten")

    def __str__(self) -> str:
        return self.body[:60]
