from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from PIL import ExifTags, Image

from articles.models import Article, Author
from articles.models.picture import FORMATS, random_name
from tests.articles.conftest import Photo
from tests.conftest import Publish

#: A photo as it hangs in the database: its file is somewhere else, and slow.
FAR_AWAY = "pictures/er-is-geen-bestand.jpg"


def size_of(url: str) -> tuple[int, int]:
    with Image.open(file_behind(url)) as image:
        return image.size


def file_behind(url: str) -> Path:
    return Path(settings.MEDIA_ROOT) / url.removeprefix(settings.MEDIA_URL)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "accepted"),
    [
        ({}, True),
        ({"image": FAR_AWAY}, False),
        ({"image": FAR_AWAY, "alt": "   "}, False),
        ({"image": FAR_AWAY, "alt": "Een stoel."}, True),
        ({"image": FAR_AWAY, "decorative": True}, True),
    ],
)
def test_a_picture_has_words_or_is_decorative(fields: dict[str, Any], accepted: bool) -> None:
    picture = Article(image_width=1, image_height=1, **fields)
    if accepted:
        picture.clean()
        return
    with pytest.raises(ValidationError, match="Beschrijf de afbeelding") as refusal:
        picture.clean()
    assert set(refusal.value.message_dict) == {"alt"}


@pytest.mark.parametrize(
    ("fields", "alt"),
    [
        ({"alt": "Een stoel."}, "Een stoel."),
        ({"alt": "Een stoel.", "decorative": True}, ""),
        ({"decorative": True}, ""),
    ],
)
def test_a_decorative_picture_has_an_empty_alt(fields: dict[str, Any], alt: str) -> None:
    assert Article(**fields).alt_text == alt


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((800, 600), (800, 600)),
        ((1440, 2000), (1440, 2000)),
        ((2880, 1000), (1440, 500)),
        ((1000, 4000), (500, 2000)),
        ((6000, 4000), (1440, 960)),
    ],
)
def test_a_picture_is_shown_no_larger_than_the_column(
    size: tuple[int, int], shown: tuple[int, int]
) -> None:
    width, height = size
    picture = Article(image=FAR_AWAY, image_width=width, image_height=height)
    assert picture.column_size == shown


def test_a_picture_is_kept_under_a_name_that_says_nothing() -> None:
    name = random_name(Article(), "Vakantie met Jan.JPG")
    assert name.startswith("pictures/")
    assert name.endswith(".jpg")
    assert "jan" not in name.lower()
    assert name != random_name(Article(), "Vakantie met Jan.JPG")


def test_every_size_is_made_at_upload(publish: Publish, photo: Photo) -> None:
    article = publish(image=photo(size=(1800, 1200)), alt="Een stoel.")
    assert "Vakantie" not in article.image.name
    sizes = {name: size_of(getattr(article.image, name)) for name in FORMATS}
    assert sizes == {"column": (1440, 960), "wide": (1600, 900), "card": (720, 480)}


def test_what_readers_get_does_not_say_where_the_photo_was_made(
    publish: Publish, photo: Photo
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Jan"
    article = publish(image=photo(exif=exif), alt="Een stoel.")
    for name in FORMATS:
        with Image.open(file_behind(getattr(article.image, name))) as made:
            assert dict(made.getexif()) == {}


def test_a_portrait_is_cut_square(db: None, photo: Photo) -> None:
    author = Author.objects.create(name="Cor Post", slug="cor", portrait=photo(size=(300, 500)))
    assert size_of(author.portrait.square) == (240, 240)
