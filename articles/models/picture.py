import re
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

# Migrations know it by this address.
from articles.pictures.fields import picture_field, random_name

__all__ = ["Picture", "picture_field", "random_name"]

#: “IMG_0042.jpg”, “DSC01234”: what a camera says, not what is to be seen.
FILE_NAME: Final = re.compile(
    r"\S+\.(avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)|(img|dsc[nf]?|pxl|mvimg|p)[-_ ]?\d{4}\S*",
    re.IGNORECASE,
)
#: Who listens to a page has heard already that this is a picture.
ANNOUNCED: Final = re.compile(
    r"(een )?(afbeelding|foto|plaatje|image|photo|picture) (van|of)\b", re.IGNORECASE
)


def fault_of_alt(alt: str) -> Any:
    """What is wrong with these words for who cannot see the picture: a sentence, or nothing."""
    words = alt.strip()
    if not words:
        return _("Beschrijf de afbeelding, of geef aan dat zij decoratief is.")
    if FILE_NAME.fullmatch(words):
        return _("Dit is de naam van een bestand. Schrijf wat er op de afbeelding te zien is.")
    if ANNOUNCED.match(words):
        return _("Laat ‘afbeelding van’ of ‘foto van’ weg: begin met wat er te zien is.")
    return ""


class Picture(models.Model):
    """What belongs to a picture wherever it is used. The file itself is `image`.

    Whoever cannot see the picture gets `alt`, or nothing at all where the picture is decorative
    (WCAG 1.1.1); leaving it open is not possible.
    """

    alt = models.CharField(
        _("alternatieve tekst"),
        max_length=250,
        blank=True,
        help_text=_("Wat ziet u op de afbeelding? Voor wie de afbeelding niet kan zien."),
    )
    decorative = models.BooleanField(
        _("decoratief"),
        default=False,
        help_text=_("De afbeelding voegt niets toe aan de tekst: voorlezen hoeft niet."),
    )
    caption = models.CharField(_("bijschrift"), max_length=300, blank=True)
    credit = models.CharField(
        _("maker"), max_length=120, blank=True, help_text=_("Bijvoorbeeld: Foto: Anna de Vries")
    )

    image: Any
    image_width: int | None
    image_height: int | None
    image_ppoi: str

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.image and not self.decorative and (fault := fault_of_alt(self.alt)):
            raise ValidationError({"alt": fault})

    @property
    def alt_text(self) -> str:
        return "" if self.decorative else self.alt
