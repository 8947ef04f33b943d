"""What an uploaded picture must be, and what is kept of it.

Nothing of the file itself is kept: its pixels are decoded and written anew. So no place where the
photo was made (EXIF, XMP), no comment, and no page or program that somebody hid behind the picture
ever reaches the readers (ASVS 5.2 and 5.3.2). Colours become sRGB, which every screen shows right
without a profile.
"""

import struct
import zlib
from io import BytesIO
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

MOST_BYTES: Final = 20 * 1024 * 1024
#: What the largest cameras make. Decoded it takes four bytes of memory for each pixel at most.
MOST_PIXELS: Final = 64_000_000
LEAST_SIDE: Final = 16
#: The longest side may be this many times the other one.
MOST_STRETCHED: Final = 20
#: No screen shows more; a larger picture is kept at this size, in pixels.
LONGEST_SIDE: Final = 3200

FORMATS: Final = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
ACCEPT: Final = "image/jpeg,image/png,image/webp,image/avif,image/gif"
#: Drawings and screenshots come so, and stay so. A photo is kept as a JPEG.
LOSSLESS: Final = frozenset({"PNG", "GIF"})

REFUSALS: Final = {
    "heavy": _("Dit bestand is groter dan 20 MB. Maak de afbeelding kleiner en kies haar opnieuw."),
    "unknown": _(
        "Dit bestand is geen afbeelding die wij kunnen gebruiken. Kies een JPEG, PNG, WebP, AVIF "
        "of GIF."
    ),
    "broken": _(
        "Deze afbeelding is beschadigd, of niet helemaal aangekomen. Kies het bestand opnieuw."
    ),
    "large": _(
        "Deze afbeelding heeft meer dan 64 miljoen beeldpunten. Maak haar kleiner en kies haar "
        "opnieuw."
    ),
    "small": _("Deze afbeelding is te klein. Kies er een van minstens 16 bij 16 beeldpunten."),
    "stretched": _(
        "Deze afbeelding is te smal of te laag voor haar lengte. Snijd haar bij en kies haar "
        "opnieuw."
    ),
    "moving": _("Deze afbeelding beweegt. Kies een afbeelding die stilstaat."),
}

#: What the decoders raise for bytes that are not what they seem.
BROKEN: Final = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    RuntimeError,
    LookupError,
    TypeError,
    ArithmeticError,
    MemoryError,
    struct.error,
    zlib.error,
)


class CleanPicture(SimpleUploadedFile):
    """A picture that `cleaned` made: pixels, and a name that follows from what it is."""


def cleaned(upload: Any) -> CleanPicture:
    """The picture in this file, written anew; or a ValidationError that says why there is none."""
    if isinstance(upload, CleanPicture):
        return upload
    upload.seek(0)
    content = upload.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise refusal("heavy")
    try:
        return _rewritten(Image.open(BytesIO(content), formats=FORMATS))
    except UnidentifiedImageError:
        raise refusal("unknown") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise refusal("large") from None
    except BROKEN:
        raise refusal("broken") from None


def refusal(code: str) -> ValidationError:
    return ValidationError(REFUSALS[code], code)


def fault(width: int, height: int, moving: bool) -> str:
    """Which of REFUSALS holds for a picture of this size; empty if none does."""
    if width * height > MOST_PIXELS:
        return "large"
    if min(width, height) < LEAST_SIDE:
        return "small"
    if max(width, height) > MOST_STRETCHED * min(width, height):
        return "stretched"
    return "moving" if moving else ""


def _rewritten(image: Any) -> CleanPicture:
    # A telephone's "MPO" is a JPEG with a second view behind it: that does not make it move.
    moving = image.format != "MPO" and getattr(image, "is_animated", False)
    width, height = image.size
    if code := fault(width, height, moving):
        raise refusal(code)
    lossless = image.format in LOSSLESS
    image.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
    image = ImageOps.exif_transpose(image)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return _written(_without_idle_alpha(_in_srgb(image)), lossless)


def _written(image: Any, lossless: bool) -> CleanPicture:
    image.info = {}  # Pillow would write a comment and a profile from here
    out = BytesIO()
    if lossless or image.mode == "RGBA":
        image.save(out, "PNG")
        return CleanPicture("picture.png", out.getvalue(), "image/png")
    image.save(out, "JPEG", quality=90, progressive=True, optimize=True)
    return CleanPicture("picture.jpg", out.getvalue(), "image/jpeg")


def _in_srgb(image: Any) -> Any:
    profile, target = image.info.get("icc_profile"), _mode(image)
    if image.mode.startswith("I"):
        # Sixteen bits: Pillow would clip them, not scale them.
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        image = image.convert(target)
    return (profile and _by_profile(image, profile, target)) or image.convert(target)


def _mode(image: Any) -> str:
    return "RGBA" if image.has_transparency_data else "RGB"


def _by_profile(image: Any, profile: bytes, target: str) -> Any:
    """None where the profile is no use: colours a little off are better than no picture."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, srgb, outputMode=target)
    except (ImageCms.PyCMSError, OSError):
        return None


def _without_idle_alpha(image: Any) -> Any:
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[0] == 255:
        return image.convert("RGB")
    return image
