"""The field of a picture: cleaned on its way in, cut in its sizes around a focal point."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from django import forms
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from imagefield.fields import ImageField, ImageFieldFile

from articles.pictures.intake import ACCEPT, CleanPicture, cleaned
from articles.pictures.sizes import CUTS, KINDS, Size, fitted, format_name, formats


def random_name(_instance: models.Model, filename: str) -> str:
    """Where a picture is kept: under a name that says nothing of its maker (ASVS 5.3.2)."""
    return f"pictures/{uuid4().hex}{Path(filename).suffix.lower()}"


@dataclass(frozen=True)
class Source:
    """One `<source>`: a kind of picture that some browsers know, in the sizes there are of it."""

    type: str
    srcset: str


class PictureFile(ImageFieldFile):  # type: ignore[misc]
    """Nothing here opens a file: a page is shown from names and numbers in the database."""

    def save(self, name: str, content: Any, save: bool = True) -> None:
        clean = cleaned(content)
        super().save(clean.name, clean, save)

    @property
    def own_size(self) -> Size:
        width = getattr(self.instance, self.field.width_field)
        return width or 1, getattr(self.instance, self.field.height_field) or 1

    @property
    def focus(self) -> tuple[float, float]:
        """The point that no crop may lose, as shares of width and height."""
        across, down = self._ppoi()
        return across, down

    def size_of(self, cut: str) -> Size:
        """Width and height of what `getattr(file, cut)` leads to: the largest of this cut."""
        return fitted(self.own_size, CUTS[cut].sizes[-1], crop=CUTS[cut].crop)

    def sources_of(self, cut: str) -> list[Source]:
        return [Source(f"image/{kind}", self._srcset(cut, kind)) for kind in KINDS]

    def _srcset(self, cut: str, kind: str) -> str:
        # By width: a small picture is as wide in the large size as in the small one.
        by_width = {
            fitted(self.own_size, box, crop=CUTS[cut].crop)[0]: format_name(cut, box, kind)
            for box in CUTS[cut].sizes
        }
        return ", ".join(f"{getattr(self, name)} {width}w" for width, name in by_width.items())

    def made_names(self) -> Iterator[str]:
        """The names of all the sizes that belong to this picture, whether they are there or not."""
        for spec in self.field.formats.values():
            yield self._process_context(spec).name


class FocusInput(forms.HiddenInput):
    """A point, as “0.5x0.25”. `focus.js` adds a picture to point at and two numbers."""

    class Media:
        js = ["js/focus.js"]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        words = {
            "data-focus": _("Belangrijkste punt"),
            "data-focus-help": _(
                "Wijs aan wat in beeld moet blijven als de afbeelding wordt bijgesneden, of vul de "
                "getallen in."
            ),
            "data-focus-left": _("Van links, in procenten"),
            "data-focus-top": _("Van boven, in procenten"),
        }
        return super().get_context(name, value, {**words, **(attrs or {})})


class FocusField(models.CharField[str, str]):
    """The point of a picture that no crop may lose: shares of its width and height."""

    default_validators = [
        RegexValidator(
            r"^(0(\.\d{1,6})?|1(\.0{1,6})?)x(0(\.\d{1,6})?|1(\.0{1,6})?)\Z",
            _("Wijs een punt aan dat binnen de afbeelding ligt."),
        )
    ]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"default": "0.5x0.5", "max_length": 20, **options})

    def deconstruct(self) -> Any:
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.CharField", args, options

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**options | {"widget": FocusInput})


class PictureUpload(forms.ImageField):
    """The border: what comes through here is a CleanPicture, or a sentence that says why not."""

    # The name says nothing: what a picture is follows from its bytes, and so does its new name.
    default_validators = []

    def to_python(self, data: Any) -> CleanPicture | None:
        upload = super(forms.ImageField, self).to_python(data)
        return cleaned(upload) if upload else None


class AcceptsPictures:
    """Names the formats one by one: a telephone then sends a JPEG in place of its own format."""

    def get_context(self, name: str, value: Any, attrs: Any) -> Any:
        parent: Any = super()
        return parent.get_context(name, value, {**(attrs or {}), "accept": ACCEPT})


class PictureField(ImageField):  # type: ignore[misc]
    attr_class = PictureFile
    ppoi_field: str | None

    def contribute_to_class(self, cls: Any, name: str, **options: Any) -> None:
        if self.ppoi_field is None:
            self.ppoi_field = f"{name}_ppoi"
        super().contribute_to_class(cls, name, **options)
        FocusField().contribute_to_class(cls, self.ppoi_field)

    def formfield(self, **options: Any) -> Any:
        widget = options.pop("widget", forms.ClearableFileInput)
        chooser = type("PictureChooser", (AcceptsPictures, widget), {})
        return super().formfield(**{"form_class": PictureUpload, **options, "widget": chooser})


LABEL: Final = _("afbeelding")


def picture_field(*cuts: str, label: Any = LABEL, **options: Any) -> Any:
    """A picture that is shown in these cuts, of `CUTS`."""
    return PictureField(
        label, upload_to=random_name, auto_add_fields=True, formats=formats(*cuts), **options
    )
