from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from imagefield.fields import ImageField

#: The most that the text column shows, in pixels.
COLUMN: Final = (1440, 2000)

#: Sizes made at upload, in pixels; `wide` and `card` are crops around the focal point.
FORMATS: Final = {
    "column": ["default", ("thumbnail", COLUMN)],
    "wide": ["default", ("crop", (1600, 900))],
    "card": ["default", ("crop", (720, 480))],
}


def random_name(_instance: models.Model, filename: str) -> str:
    """Where a picture is kept: under a name that says nothing of its maker (ASVS 5.3.2)."""
    return f"pictures/{uuid4().hex}{Path(filename).suffix.lower()}"


def picture_field(**options: Any) -> ImageField:
    return ImageField(
        _("afbeelding"), upload_to=random_name, auto_add_fields=True, formats=FORMATS, **options
    )


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

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.image and not self.alt.strip() and not self.decorative:
            raise ValidationError(
                {"alt": _("Beschrijf de afbeelding, of geef aan dat zij decoratief is.")}
            )

    @property
    def column_size(self) -> tuple[int, int]:
        """Width and height in pixels of the size for the text column."""
        # Not `image.width`: that opens the file, each time a page is shown.
        width, height = self.image_width or 1, self.image_height or 1
        most_wide, most_high = COLUMN
        scale = min(1, most_wide / width, most_high / height)
        return round(width * scale), round(height * scale)

    @property
    def alt_text(self) -> str:
        return "" if self.decorative else self.alt
