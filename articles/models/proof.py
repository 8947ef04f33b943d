"""Reading a draft without an account: by a signed link, for a guest author or who is quoted."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.blocks import PullQuote

VALID_FOR: Final = timedelta(days=14)


def end_of_validity() -> datetime:
    return timezone.now() + VALID_FOR


class ProofLink(models.Model):
    """A link with which one person reads an article as readers will see it."""

    article = models.ForeignKey(
        Article, verbose_name=_("artikel"), on_delete=models.CASCADE, related_name="proof_links"
    )
    reader = models.CharField(
        _("voor wie"), max_length=120, help_text=_("De naam van wie deze link krijgt.")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gemaakt door"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    made_at = models.DateTimeField(_("gemaakt op"), default=timezone.now)
    expires_at = models.DateTimeField(_("geldig tot"), default=end_of_validity)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    seen_at = models.DateTimeField(_("geopend op"), null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("link om voor te lezen")
        verbose_name_plural = _("links om voor te lezen")

    def __str__(self) -> str:
        return self.reader

    def works_at(self, now: datetime) -> bool:
        return self.withdrawn_at is None and now < self.expires_at


class QuoteRequest(models.Model):
    """That somebody was asked whether they may be quoted in these words, and what they said."""

    class Answer(models.TextChoices):
        ASKED = "asked", _("gevraagd")
        AGREED = "agreed", _("akkoord")
        REWORDED = "reworded", _("andere woorden voorgesteld")

    link = models.ForeignKey(
        ProofLink, verbose_name=_("link"), on_delete=models.CASCADE, related_name="quotes"
    )
    quote = models.ForeignKey(
        PullQuote, verbose_name=_("citaat"), on_delete=models.CASCADE, related_name="requests"
    )
    words = models.TextField(
        _("woorden"), help_text=_("Het citaat zoals het was toen het werd voorgelegd.")
    )
    answer = models.CharField(_("antwoord"), max_length=10, choices=Answer, default=Answer.ASKED)
    proposal = models.TextField(_("voorgestelde woorden"), blank=True)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("voorgelegd citaat")
        verbose_name_plural = _("voorgelegde citaten")
        constraints = [models.UniqueConstraint(fields=["link", "quote"], name="quote_request_once")]

    def __str__(self) -> str:
        return f"{self.link}: {self.get_answer_display()}"


class Remark(models.Model):
    """What the reader of a proof wants the editors to know."""

    link = models.ForeignKey(
        ProofLink, verbose_name=_("link"), on_delete=models.CASCADE, related_name="remarks"
    )
    at = models.DateTimeField(_("op"), default=timezone.now)
    text = models.TextField(_("opmerking"))

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("opmerking")
        verbose_name_plural = _("opmerkingen")

    def __str__(self) -> str:
        return self.text[:60]
