from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.people import Author


class Authorship(models.Model):
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="authorships"
    )
    author = models.ForeignKey(
        Author, verbose_name=_("auteur"), on_delete=models.PROTECT, related_name="authorships"
    )
    position = models.PositiveSmallIntegerField(_("volgorde"), default=1)
    contribution = models.CharField(
        _("bijdrage"), max_length=60, blank=True, help_text=_("Bijvoorbeeld: tekst, foto.")
    )

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("auteur van dit artikel")
        verbose_name_plural = _("auteurs van dit artikel")
        constraints = [
            models.UniqueConstraint(fields=["article", "author"], name="authorship_once")
        ]

    def __str__(self) -> str:
        return f"{self.author} ({self.contribution})" if self.contribution else str(self.author)
