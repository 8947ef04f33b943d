from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """One thing that was done with an article: a line of its history. Only ever added."""

    class Verb(models.TextChoices):
        SUBMITTED = "submitted", _("ter beoordeling gegeven")
        RETURNED = "returned", _("teruggegeven")
        SCHEDULED = "scheduled", _("gepland")
        PUBLISHED = "published", _("gepubliceerd")
        WITHDRAWN = "withdrawn", _("ingetrokken")
        REVISED = "revised", _("weer in bewerking genomen")
        FEATURED = "featured", _("uitgelicht op de voorpagina")
        UNFEATURED = "unfeatured", _("niet meer uitgelicht")
        CORRECTED = "corrected", _("correctie geplaatst")
        RESTORED = "restored", _("eerdere versie teruggezet")
        SHARED = "shared", _("link om te proeflezen gemaakt")
        UNSHARED = "unshared", _("link om te proeflezen ingetrokken")
        REMARKED = "remarked", _("opmerking ontvangen")
        AGREED = "agreed", _("akkoord op citaat ontvangen")
        REWORDED = "reworded", _("andere woorden voor citaat voorgesteld")
        ADOPTED = "adopted", _("tip van een lezer overgenomen")
        DROPPED = "dropped", _("tip van een lezer weggehaald")

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("artikel"),
        on_delete=models.CASCADE,
        related_name="events",
    )
    at = models.DateTimeField(_("op"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("door"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Leeg: iemand zonder account, of een import."),
    )
    verb = models.CharField(_("wat"), max_length=12, choices=Verb)
    note = models.TextField(_("toelichting"), blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")

    def __str__(self) -> str:
        return str(self.Verb(self.verb).label)
