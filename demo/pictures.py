from collections.abc import Callable
from functools import cache
from io import BytesIO

from PIL import Image

from .drawing.canal import brug, haven
from .drawing.country import dijk, polder
from .drawing.dusk import buurthuis
from .drawing.faces import FRAME, sit
from .drawing.indoors import loket, raadzaal
from .drawing.railway import station
from .drawing.sheet import Sheet
from .drawing.sitters import SITTERS
from .drawing.streets import markt, plein

LANDSCAPE = (1600, 1000)
SCENES: dict[str, Callable[[Sheet], None]] = {
    "brug": brug,
    "plein": plein,
    "loket": loket,
    "dijk": dijk,
    "markt": markt,
    "station": station,
    "buurthuis": buurthuis,
    "polder": polder,
    "raadzaal": raadzaal,
    "haven": haven,
}


def scene(name: str, size: tuple[int, int] = LANDSCAPE) -> Image.Image:
    draw = SCENES[name]
    sheet = Sheet(size, LANDSCAPE, name)
    draw(sheet)
    return sheet.print()


@cache
def drawing(name: str) -> bytes:
    """A scene as a file: several articles have the same one, and drawing it takes a while."""
    return jpeg(scene(name))


def portrait(number: int, size: int = FRAME) -> Image.Image:
    sitter = SITTERS[number]
    sheet = Sheet((size, size), (FRAME, FRAME), f"portrait {number}")
    sit(sheet, sitter)
    return sheet.print()


def jpeg(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=85, optimize=True, progressive=True)
    return out.getvalue()
