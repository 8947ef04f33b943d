from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pages.models.page import Page

#: A path of this site, or another site by https: nothing that could run, or go where it looks not.
ADDRESS: Final = r"\A(?:/(?![/\\])[^\s\\]*|https://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?)\Z"


class MenuItem(models.Model):
    """A link in the menu or in the footer of every page."""

    class Place(models.TextChoices):
        MENU = "menu", _("hoofdmenu")
        FOOTER = "footer", _("voettekst")

    publication = models.ForeignKey(
        "pages.Publication", on_delete=models.CASCADE, related_name="items"
    )
    place = models.CharField(_("waar"), max_length=6, choices=Place, default=Place.MENU)
    label = models.CharField(
        _("tekst"), max_length=40, blank=True, help_text=_("Leeg: de titel van de pagina.")
    )
    page = models.ForeignKey(
        Page,
        verbose_name=_("pagina"),
        on_delete=models.CASCADE,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Staat er alleen als de pagina is gepubliceerd."),
    )
    address = models.CharField(
        _("of een adres"),
        max_length=200,
        blank=True,
        validators=[
            RegexValidator(
                ADDRESS,
                _("Begin met / voor een adres op deze site, of met https:// voor een andere site."),
            )
        ],
        help_text=_("Bijvoorbeeld /onderwerpen/ of https://www.voorbeeld.nl/."),
    )
    position = models.PositiveSmallIntegerField(_("plaats"), default=0)

    class Meta:
        ordering = ["place", "position", "pk"]
        verbose_name = _("link in menu of voettekst")
        verbose_name_plural = _("menu en voettekst")
        constraints = [
            models.CheckConstraint(
                condition=Q(page=None) ^ Q(address=""), name="menuitem_page_or_address"
            )
        ]

    def __str__(self) -> str:
        return self.label or self.address or str(self.page)

    def clean(self) -> None:
        if bool(self.page_id) == bool(self.address):
            raise ValidationError(_("Kies een pagina, of vul een adres in."), code="one_of_two")
        if self.address and not self.label:
            raise ValidationError({"label": _("Vul in wat lezers zien staan.")})
