"""Files as people, cameras and attackers send them."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any, Final

from PIL import ExifTags, Image, ImageCms

SECRET: Final = b"Geheim adres"


def drawn(
    kind: str,
    size: tuple[int, int] = (80, 50),
    mode: str = "RGB",
    colour: Any = "teal",
    **save: Any,
) -> bytes:
    out = BytesIO()
    Image.new(mode, size, colour).save(out, kind, **save)
    return out.getvalue()


def moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (80, 50), colour) for colour in ("blue", "white")]
    return drawn(kind, colour="red", save_all=True, append_images=frames)


def camera_jpeg(**save: Any) -> bytes:
    """With all that a telephone writes into it: where, by whom, a comment, XMP and a profile."""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = SECRET.decode()
    exif[ExifTags.Base.Orientation] = 6  # held upright: to be turned a quarter
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (52.0, 5.0, 30.0), 3: "E", 4: (4, 54, 0)})
    rest = {"xmp": b"<x:xmpmeta>" + SECRET, "comment": SECRET, "icc_profile": srgb(), **save}
    return drawn("JPEG", (400, 200), exif=exif, **rest)


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def red_is_blue() -> bytes:
    """A profile of a screen that shows blue where others show red."""
    names = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}
    profile = bytearray(srgb())
    (count,) = struct.unpack_from(">I", profile, 128)
    for at in range(132, 132 + 12 * count, 12):
        name = bytes(profile[at : at + 4])
        profile[at : at + 4] = names.get(name, name)
    return bytes(profile)


def png_that_says(width: int, height: int) -> bytes:
    """A few bytes that claim to be a very large picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" * 1000)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


#: What is refused: name of the file → (its bytes, which of REFUSALS).
HOSTILE: Final[dict[str, tuple[Callable[[], bytes], str]]] = {
    "tekst.jpg": (lambda: b"geen foto", "unknown"),
    "begin.jpg": (lambda: b"\xff\xd8\xff", "unknown"),
    "script.svg": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "unknown"),
    "script.png": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "unknown"),
    "scan.tiff": (lambda: drawn("TIFF"), "unknown"),
    "teken.bmp": (lambda: drawn("BMP"), "unknown"),
    "teken.jpg": (lambda: drawn("BMP"), "unknown"),
    "telefoon.heic": (lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 200, "unknown"),
    "laag.psd": (lambda: b"8BPS\0\x01" + b"\0" * 200, "unknown"),
    "boek.pdf": (lambda: drawn("PDF"), "unknown"),
    "half.jpg": (lambda: drawn("JPEG", (800, 600))[:1500], "broken"),
    "half.png": (lambda: drawn("PNG", (800, 600))[:400], "broken"),
    "half.webp": (lambda: drawn("WEBP", (800, 600))[:120], "broken"),
    "bom.png": (lambda: png_that_says(50_000, 50_000), "large"),
    "bommetje.png": (lambda: png_that_says(10_000, 10_000), "large"),
    "groot.png": (lambda: drawn("PNG", (8_001, 8_000), "1", 1), "large"),
    "stip.png": (lambda: drawn("PNG", (1, 1)), "small"),
    "draad.png": (lambda: drawn("PNG", (1, 20_000)), "small"),
    "lint.png": (lambda: drawn("PNG", (20, 2_000)), "stretched"),
    "film.gif": (lambda: moving("GIF"), "moving"),
    "film.webp": (lambda: moving("WEBP"), "moving"),
    "film.png": (lambda: moving("PNG"), "moving"),
    "film.avif": (lambda: moving("AVIF"), "moving"),
}

#: What is kept: name of the file → (its bytes, the format it is kept in).
WELCOME: Final[dict[str, tuple[Callable[[], bytes], str]]] = {
    "foto.jpg": (lambda: drawn("JPEG"), "JPEG"),
    "foto.webp": (lambda: drawn("WEBP"), "JPEG"),
    "foto.avif": (lambda: drawn("AVIF"), "JPEG"),
    "zonder-achtervoegsel": (lambda: drawn("JPEG"), "JPEG"),
    "eigenlijk-een-png.jpg": (lambda: drawn("PNG"), "PNG"),
    "eigenlijk-een-jpeg.html": (lambda: drawn("JPEG"), "JPEG"),
    "teken.png": (lambda: drawn("PNG"), "PNG"),
    "teken.gif": (lambda: drawn("GIF"), "PNG"),
    "doorzichtig.png": (lambda: drawn("PNG", mode="RGBA", colour=(0, 90, 90, 120)), "PNG"),
    "doorzichtig.webp": (lambda: drawn("WEBP", mode="RGBA", colour=(0, 90, 90, 120)), "PNG"),
    "helemaal-dicht.webp": (lambda: drawn("WEBP", mode="RGBA", colour=(0, 90, 90, 255)), "JPEG"),
    "drukwerk.jpg": (lambda: drawn("JPEG", mode="CMYK", colour=(255, 0, 0, 0)), "JPEG"),
    "grijs.jpg": (lambda: drawn("JPEG", mode="L", colour=90), "JPEG"),
    "zestien-bits.png": (lambda: drawn("PNG", mode="I;16", colour=40_000), "PNG"),
    "zwart-wit.png": (lambda: drawn("PNG", mode="1", colour=1), "PNG"),
    "palet.png": (lambda: drawn("PNG", mode="P", colour=3), "PNG"),
    "telefoon.mpo": (lambda: moving("MPO"), "JPEG"),
    "kapot-profiel.jpg": (lambda: drawn("JPEG", icc_profile=b"geen profiel" * 20), "JPEG"),
}
