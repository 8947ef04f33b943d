"""In which sizes a picture is made at upload, and which of them a page offers in which place."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from imagefield.backend_base import calculate_crop_box
from imagefield.processing import register
from PIL import Image

type Size = tuple[int, int]
type Spec = list[Any] | Callable[[Any, Any], None]


@dataclass(frozen=True)
class Cut:
    """A way to cut a picture, in these sizes: around the focal point, or the whole of it."""

    sizes: tuple[Size, ...]
    crop: bool = True


CUTS: Final = {
    "column": Cut(((720, 1000), (1440, 2000)), crop=False),
    "wide": Cut(((960, 540), (1600, 900))),
    "card": Cut(((360, 240), (720, 480))),
    "square": Cut(((120, 120), (240, 240))),
}

#: place on a page → (which cut, how wide a browser shows it there)
PLACES: Final = {
    "opening": ("wide", "(min-width: 72rem) 68rem, 94vw"),
    "inline": ("column", "(min-width: 45rem) 42rem, 94vw"),
    "still": ("wide", "(min-width: 45rem) 42rem, 94vw"),
    "first card": ("wide", "(min-width: 72rem) 40rem, (min-width: 52rem) 57vw, 94vw"),
    "card": ("card", "(min-width: 72rem) 21rem, (min-width: 45rem) 45vw, 94vw"),
    "portrait": ("square", "88px"),
}

#: The best first; where a browser knows none of these it takes the one in the picture's own format.
KINDS: Final = ("avif", "webp")
#: AVIF at speed 8 takes a third of the time of the default, for files a few per cent larger.
OPTIONS: Final[dict[str, dict[str, Any]]] = {
    "JPEG": {"quality": 82, "progressive": True, "optimize": True},
    "PNG": {},
    "AVIF": {"quality": 60, "speed": 8},
    "WEBP": {"quality": 78},
}


def fitted(source: Size, box: Size, *, crop: bool) -> Size:
    """How large a picture of size `source` is in this box. It never becomes larger than it was."""
    ratios = [mine / theirs for mine, theirs in zip(box, source, strict=True)]
    if crop:
        scale, whole = min(1, *(1 / ratio for ratio in ratios)), box
    else:
        scale, whole = min(1, *ratios), source
    width, height = (max(1, round(side * scale)) for side in whole)
    return width, height


def formats(*cuts: str) -> dict[str, Spec]:
    """What imagefield makes: of each cut all sizes in all kinds, and one in its own format."""
    made: dict[str, Spec] = {"preview": _in_kind("webp", (400, 400), crop=False)}
    for name in cuts:
        cut = CUTS[name]
        made[name] = ["written", ("scaled", cut.sizes[-1], cut.crop)]
        for box in cut.sizes:
            for kind in KINDS:
                made[format_name(name, box, kind)] = _in_kind(kind, box, crop=cut.crop)
    return made


def format_name(cut: str, box: Size, kind: str) -> str:
    return f"{cut}_{box[0]}_{kind}"


def _in_kind(kind: str, box: Size, *, crop: bool) -> Spec:
    def choose(_file: Any, context: Any) -> None:
        context.extension = f".{kind}"
        context.processors = [("as_kind", kind.upper()), "written", ("scaled", box, crop)]

    return choose


def crop_around(point: Sequence[float], source: Size, size: Size) -> tuple[int, int, int, int]:
    """The largest part of the source in the proportions of `size`: left, top, right, bottom."""
    box = calculate_crop_box(*source, *size, point)
    return box.left, box.top, box.left + box.width, box.top + box.height


@register  # type: ignore[untyped-decorator]
def as_kind(get_image: Any, kind: str) -> Any:
    def process(image: Any, context: Any) -> Any:
        context.save_kwargs["format"] = kind
        return get_image(image, context)

    return process


@register  # type: ignore[untyped-decorator]
def written(get_image: Any) -> Any:
    def process(image: Any, context: Any) -> Any:
        context.save_kwargs |= OPTIONS[context.save_kwargs["format"]]
        return get_image(image, context)

    return process


@register  # type: ignore[untyped-decorator]
def scaled(get_image: Any, box: Size, crop: bool) -> Any:
    def process(image: Any, context: Any) -> Any:
        image = get_image(image, context)
        size = fitted(image.size, box, crop=crop)
        scale = max(mine / theirs for mine, theirs in zip(size, image.size, strict=True))
        # A JPEG is decoded at half the size, or a quarter, where that is enough.
        image.draft(None, [math.ceil(side * scale) for side in image.size])
        part = crop_around(context.ppoi, image.size, size) if crop else None
        return image.resize(size, Image.Resampling.LANCZOS, part, reducing_gap=3.0)

    return process
