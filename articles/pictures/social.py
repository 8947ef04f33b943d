"""The social image of an article: what others show where somebody shares its address.

1200 by 630 pixels, as Open Graph readers ask. Beside the photo, on paper; or without a photo, the
words alone on the colour of the house.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageDraw

from articles.pictures.lettering import Setting, face, fitting, legible, shortened, width_of
from articles.pictures.sizes import Size, crop_around

SIZE: Final[Size] = (1200, 630)
#: Where they are kept, in the media.
FOLDER: Final = "social"
#: Changes when the drawing does, so that what was drawn before is drawn anew.
EDITION: Final = "1"

MARGIN: Final = 64
PHOTO: Final[Size] = (500, 630)
TITLE_SIZES: Final = (96, 88, 80, 72, 66, 60, 54, 48, 44)
SIZE_OF_NAME: Final = 46
SIZE_OF_REST: Final = 32


@dataclass(frozen=True)
class Colours:
    ground: str
    ink: str
    soft: str
    accent: str
    line: str


ON_PAPER: Final = Colours("#fdfbf7", "#1b2326", "#4d585c", "#a8431f", "#a8431f")
ON_TEAL: Final = Colours("#0b5560", "#fdfbf7", "#d5e4e3", "#f6c3a4", "#f2a681")


@dataclass(frozen=True)
class Words:
    """What the image says. `topic` and `people` may be empty."""

    site: str
    title: str
    topic: str
    people: str


@dataclass(frozen=True)
class Photo:
    image: Any
    focus: tuple[float, float]


def drawn(words: Words, photo: Photo | None) -> bytes:
    """A JPEG."""
    colours = ON_PAPER if photo else ON_TEAL
    sheet = Image.new("RGB", SIZE, colours.ground)
    if photo:
        sheet.paste(_cut(photo), (SIZE[0] - PHOTO[0], 0))
    width = SIZE[0] - 2 * MARGIN - (PHOTO[0] if photo else 0)
    _write(ImageDraw.Draw(sheet), words, width, colours)
    out = BytesIO()
    # Colour at full resolution: otherwise letters get a rim.
    sheet.save(out, "JPEG", quality=86, subsampling=0, optimize=True)
    return out.getvalue()


def _cut(photo: Photo) -> Any:
    image = photo.image
    scale = max(mine / theirs for mine, theirs in zip(PHOTO, image.size, strict=True))
    image.draft("RGB", [round(side * scale) for side in image.size])
    part = crop_around(photo.focus, image.size, PHOTO)
    plain = _without_alpha(image)
    return plain.resize(PHOTO, Image.Resampling.LANCZOS, part, reducing_gap=3.0)


def _without_alpha(image: Any) -> Any:
    """What shines through is paper."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    over = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", over.size, ON_PAPER.ground), over).convert("RGB")


def _write(pen: Any, words: Words, width: int, colours: Colours) -> None:
    top = _write_name(pen, legible(words.site), width, colours)
    foot = [(legible(words.topic), colours.accent), (legible(words.people), colours.soft)]
    bottom = SIZE[1] - MARGIN
    for text, colour in reversed([(text, colour) for text, colour in foot if text]):
        line = shortened(text, width, SIZE_OF_REST)
        pen.text((MARGIN, bottom), line, colour, face(SIZE_OF_REST), anchor="ls")
        bottom -= SIZE_OF_REST + 14
    # A title in a script that the typeface lacks: the name alone is better than an empty sheet.
    said = legible(words.title) or legible(words.site)
    title = fitting(said, width, bottom - top - 28, TITLE_SIZES)
    _write_lines(pen, title, (MARGIN, top + (bottom - top - title.height) // 2), colours.ink)


def _write_name(pen: Any, name: str, width: int, colours: Colours) -> int:
    """The wordmark: the name of the magazine with a line below it, and where that ends."""
    line = shortened(name, width, SIZE_OF_NAME)
    base = MARGIN + 30
    pen.text((MARGIN, base), line, colours.ink, face(SIZE_OF_NAME), anchor="ls")
    if line:
        end = MARGIN + width_of(line, SIZE_OF_NAME)
        pen.rectangle((MARGIN, base + 12, end, base + 17), colours.line)
    return base + 17


def _write_lines(pen: Any, setting: Setting, at: tuple[int, int], colour: str) -> None:
    left, top = at
    for number, line in enumerate(setting.lines):
        # From the baseline: letters with and without tails stand level.
        base = top + number * setting.step + round(setting.size * 0.9)
        pen.text((left, base), line, colour, face(setting.size), anchor="ls")
