from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Tip
from comments.models.comment import Comment


class Adoption(models.Model):
    """A reader's tip that becomes a numbered tip of the article, if the reader agrees."""

    class State(models.TextChoices):
        ASKED = "asked", _("gevraagd")
        AGREED = "agreed", _("akkoord")
        DECLINED = "declined", _("liever niet")
        ENDED = "ended", _("weer weggehaald")

    comment = models.OneToOneField(
        Comment, verbose_name=_("reactie"), on_delete=models.PROTECT, related_name="adoption"
    )
    text = models.TextField(_("tip"))
    byline = models.CharField(_("naam bij de tip"), max_length=120, blank=True)
    keeps = models.BooleanField(
        _("blijft als de reactie wordt ingetrokken"), null=True, editable=False
    )
    state = models.CharField(_("staat"), max_length=10, choices=State, default=State.ASKED)
    tip = models.OneToOneField(
        Tip,
        verbose_name=_("tip in het artikel"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)

    class Meta:
        verbose_name = _("overgenomen tip")
        verbose_name_plural = _("overgenomen tips")

    def __str__(self) -> str:
        return self.text[:60]
