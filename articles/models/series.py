from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import Addressed


class Series(Addressed):
    title = models.CharField(_("titel"), max_length=160)
    slug = models.SlugField(_("naam in het adres"), max_length=160, unique=True)
    description = models.TextField(_("beschrijving"), blank=True)

    class Meta:
        ordering = ["title"]
        verbose_name = _("reeks")
        verbose_name_plural = _("reeksen")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:series", args=[self.slug])
