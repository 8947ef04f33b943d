from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import Addressed
from articles.models.findable import index_renamed
from articles.models.picture import picture_field


class Author(Addressed):
    """Someone who is named above an article. A guest author needs no account."""

    name = models.CharField(_("naam"), max_length=120)
    slug = models.SlugField(_("naam in het adres"), max_length=120, unique=True)
    role = models.CharField(_("functie"), max_length=160, blank=True)
    organisation = models.CharField(_("organisatie"), max_length=160, blank=True)
    bio = models.TextField(_("over de auteur"), blank=True)
    portrait = picture_field("square", label=_("portret"), blank=True)
    website = models.URLField(_("website"), blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.SET_NULL,
        related_name="author",
        null=True,
        blank=True,
        help_text=_("Met een account kan een auteur zelf schrijven en op reacties antwoorden."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("auteur")
        verbose_name_plural = _("auteurs")

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        index_renamed(self.name, self.authorships.values_list("article", flat=True))

    def get_absolute_url(self) -> str:
        return reverse("articles:author", args=[self.slug])

    @property
    def affiliation(self) -> str:
        """“Functie, Organisatie”, or the one of the two that is known."""
        return ", ".join(part for part in (self.role, self.organisation) if part)
