from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Correction(models.Model):
    """What was wrong in a published article and is now right; readers see it, with its date."""

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("artikel"),
        on_delete=models.CASCADE,
        related_name="corrections",
    )
    at = models.DateTimeField(_("op"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("door"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    text = models.TextField(
        _("correctie"), help_text=_("Wat stond er, en wat klopt er wel? Lezers zien deze tekst.")
    )

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("correctie")
        verbose_name_plural = _("correcties")

    def __str__(self) -> str:
        return self.text[:60]
