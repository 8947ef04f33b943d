"""What becomes of a file that somebody uploads as a picture."""

import random
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.pictures.intake import MOST_BYTES, REFUSALS, CleanPicture, cleaned, fault
from tests.articles.picture_files import (
    HOSTILE,
    SECRET,
    WELCOME,
    camera_jpeg,
    drawn,
    red_is_blue,
    srgb,
)


def clean(content: bytes, name: str = "foto.jpg") -> CleanPicture:
    return cleaned(SimpleUploadedFile(name, content))


def opened(picture: CleanPicture) -> Any:
    picture.seek(0)
    return Image.open(BytesIO(picture.read()))


@pytest.mark.parametrize(
    ("name", "expected"), [(name, code) for name, (_, code) in HOSTILE.items()]
)
def test_what_is_no_picture_for_us_is_refused(name: str, expected: str) -> None:
    with pytest.raises(ValidationError) as refused:
        clean(HOSTILE[name][0](), name)
    assert refused.value.code == expected
    assert refused.value.messages == [str(REFUSALS[expected])]


@pytest.mark.parametrize("name", WELCOME)
def test_what_is_a_picture_is_kept_in_a_format_that_suits_it(name: str) -> None:
    make, expected = WELCOME[name]
    picture = clean(make(), name)
    image = opened(picture)
    assert (image.format, image.size) == (expected, (80, 50))
    assert image.mode in {"RGB", "RGBA"}
    assert picture.name == ("picture.png" if expected == "PNG" else "picture.jpg")


@pytest.mark.parametrize(
    ("size", "moves", "expected"),
    [
        ((16, 16), False, ""),
        ((15, 16), False, "small"),
        ((16, 320), False, ""),
        ((321, 16), False, "stretched"),
        ((8_000, 8_000), False, ""),
        ((8_000, 8_001), False, "large"),
        ((800, 600), True, "moving"),
    ],
)
def test_a_picture_has_a_size_that_makes_sense(
    size: tuple[int, int], moves: bool, expected: str
) -> None:
    assert fault(*size, moves) == expected


@pytest.mark.parametrize(("over", "refused"), [(0, "unknown"), (1, "heavy")])
def test_a_file_has_at_most_twenty_megabytes(over: int, refused: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        clean(b"\0" * (MOST_BYTES + over))
    assert refusal.value.code == refused


def test_nothing_of_the_file_is_kept_but_its_pixels() -> None:
    content = camera_jpeg() + b"<script>alert(1)</script><?php system('ls') ?>"
    assert content.count(SECRET) == 3
    image = opened(clean(content))
    assert dict(image.getexif()) == {}
    assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)
    written = clean(content).read()
    for trace in (SECRET, b"Exif", b"xmpmeta", b"ICC_PROFILE", b"<script>", b"<?php"):
        assert trace not in written


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "AVIF"])
def test_a_program_behind_a_picture_is_lost(kind: str) -> None:
    assert b"alert(1)" not in clean(drawn(kind) + b"*/=1;alert(1)//").read()


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_no_format_keeps_where_it_was_made(kind: str) -> None:
    exif = Image.Exif()
    exif[315] = SECRET.decode()
    content = drawn(kind, exif=exif, icc_profile=srgb())
    assert SECRET in content
    image = opened(clean(content))
    assert dict(image.getexif()) == {}
    assert "icc_profile" not in image.info


def test_a_photo_that_was_held_upright_stands_upright() -> None:
    assert opened(clean(camera_jpeg())).size == (200, 400)


@pytest.mark.parametrize(
    ("size", "kept"), [((6_400, 3_200), (3_200, 1_600)), ((320, 4_000), (256, 3_200))]
)
def test_a_large_picture_is_kept_at_a_size_that_screens_show(
    size: tuple[int, int], kept: tuple[int, int]
) -> None:
    assert opened(clean(drawn("JPEG", size))).size == kept


def test_colours_stay_what_they_were_meant_to_be() -> None:
    content = drawn("PNG", colour=(255, 0, 0), icc_profile=red_is_blue())
    red, green, blue = opened(clean(content)).getpixel((40, 25))
    assert blue > 240 > 20 > max(red, green)


@pytest.mark.parametrize(
    ("name", "colour"),
    [("zestien-bits.png", (156,) * 3), ("zwart-wit.png", (255,) * 3), ("grijs.jpg", (90,) * 3)],
)
def test_greys_keep_their_tone(name: str, colour: tuple[int, int, int]) -> None:
    assert opened(clean(WELCOME[name][0]())).getpixel((40, 25)) == colour


def test_what_could_be_seen_through_still_can() -> None:
    image = opened(clean(drawn("PNG", mode="RGBA", colour=(0, 90, 90, 120))))
    assert image.getpixel((40, 25)) == (0, 90, 90, 120)


def test_a_picture_is_cleaned_once() -> None:
    picture = clean(drawn("JPEG"))
    assert cleaned(picture) is picture


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_damaged_file_gives_a_picture_or_a_sentence(kind: str) -> None:
    """Three hundred times a few bytes wrong: no other error ever comes out."""
    dice, whole = random.Random(kind), drawn(kind, (64, 48))
    ends = {"kept": 0, "refused": 0}
    for _ in range(300):
        damaged = bytearray(whole)
        for _ in range(dice.choice([1, 2, 5])):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        try:
            clean(bytes(damaged[: dice.choice([None, None, len(damaged) // 2])]))
            ends["kept"] += 1
        except ValidationError:
            ends["refused"] += 1
    assert min(ends.values()) > 0
