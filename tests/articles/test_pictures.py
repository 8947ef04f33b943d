"""A picture in its sizes: made at upload, offered by a page that opens no file."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template import Context, Template
from django.test import Client
from PIL import Image

from articles.models import Article, Author, ImageBlock
from articles.models.picture import fault_of_alt, random_name
from articles.pictures.sizes import CUTS, crop_around, fitted
from tests.articles.conftest import Photo
from tests.articles.picture_files import drawn
from tests.conftest import Publish

#: A photo as it hangs in the database: its file is somewhere else, and slow.
FAR_AWAY = "pictures/er-is-geen-bestand.jpg"


def image_behind(url: str) -> Any:
    path = Path(settings.MEDIA_ROOT) / url.removeprefix(settings.MEDIA_URL)
    return Image.open(BytesIO(path.read_bytes()))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({}, None),
        ({"image": FAR_AWAY}, "Beschrijf de afbeelding"),
        ({"image": FAR_AWAY, "alt": "   "}, "Beschrijf de afbeelding"),
        ({"image": FAR_AWAY, "alt": "IMG_0042.jpg"}, "naam van een bestand"),
        ({"image": FAR_AWAY, "alt": "Foto van een stoel."}, "begin met wat er te zien is"),
        ({"image": FAR_AWAY, "alt": "Een stoel."}, None),
        ({"image": FAR_AWAY, "decorative": True}, None),
        ({"image": FAR_AWAY, "decorative": True, "alt": "IMG_0042.jpg"}, None),
        ({"alt": "IMG_0042.jpg"}, None),
    ],
)
def test_a_picture_has_words_or_is_decorative(fields: dict[str, Any], refusal: str | None) -> None:
    picture = Article(image_width=1, image_height=1, **fields)
    if refusal is None:
        picture.clean()
        return
    with pytest.raises(ValidationError, match=refusal) as refused:
        picture.clean()
    assert set(refused.value.message_dict) == {"alt"}


@pytest.mark.parametrize(
    ("alt", "accepted"),
    [
        ("Een stoel in een lege raadzaal.", True),
        ("Fotograaf Cor Post bij de brug.", True),
        ("Een fotoalbum op tafel.", True),
        ("P 2000-meldingen op een scherm", True),
        ("IMG_0042.jpg", False),
        ("img-0042", False),
        ("DSC01234", False),
        ("stoel.webp", False),
        ("Afbeelding van een stoel", False),
        ("een foto van de raadzaal", False),
        ("Picture of a chair", False),
        (" \t", False),
    ],
)
def test_words_for_a_picture_say_what_is_to_be_seen(alt: str, accepted: bool) -> None:
    assert bool(fault_of_alt(alt)) != accepted


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
    ("source", "box", "crop", "size"),
    [
        ((800, 600), (1440, 2000), False, (800, 600)),
        ((2880, 1000), (1440, 2000), False, (1440, 500)),
        ((1000, 4000), (1440, 2000), False, (500, 2000)),
        ((3000, 160), (720, 1000), False, (720, 38)),
        ((3200, 2400), (1600, 900), True, (1600, 900)),
        ((800, 800), (1600, 900), True, (800, 450)),
        ((300, 90), (1600, 900), True, (160, 90)),
        ((16, 320), (240, 240), True, (16, 16)),
    ],
)
def test_a_picture_never_becomes_larger_than_it_was(
    source: tuple[int, int], box: tuple[int, int], crop: bool, size: tuple[int, int]
) -> None:
    assert fitted(source, box, crop=crop) == size


@pytest.mark.parametrize(
    ("point", "part"),
    [
        ((0.5, 0.5), (300, 0, 900, 600)),
        ((0.0, 0.0), (0, 0, 600, 600)),
        ((0.9, 0.2), (600, 0, 1200, 600)),
    ],
)
def test_a_crop_stays_around_the_focal_point(
    point: tuple[float, float], part: tuple[int, int, int, int]
) -> None:
    assert crop_around(point, (1200, 600), (240, 240)) == part


def test_a_picture_is_kept_under_a_name_that_says_nothing() -> None:
    name = random_name(Article(), "Vakantie met Jan.JPG")
    assert name.startswith("pictures/")
    assert name.endswith(".jpg")
    assert "jan" not in name.lower()
    assert name != random_name(Article(), "Vakantie met Jan.JPG")


@pytest.mark.parametrize("size", [(1800, 1200), (500, 800), (90, 40)])
def test_every_size_that_a_page_offers_was_made_at_upload(
    db: None, photo: Photo, size: tuple[int, int]
) -> None:
    article = Article.objects.create(title="A", slug="a", decorative=True, image=photo(size=size))
    block = ImageBlock.objects.create(parent=article, image=photo(size=size), decorative=True)
    author = Author.objects.create(name="Cor Post", slug="cor", portrait=photo(size=size))
    fields = ((article.image, "wide"), (article.image, "card"), (author.portrait, "square"))
    for file, cut in (*fields, (block.image, "column")):
        assert image_behind(getattr(file, cut)).size == file.size_of(cut)
        for source in file.sources_of(cut):
            for url, width in re.findall(r"(\S+) (\d+)w", source.srcset):
                image = image_behind(url)
                assert (f"image/{image.format.lower()}", image.width) == (source.type, int(width))


def shown(file: Any, place: str, alt: str = "") -> str:
    template = Template("{% load pictures %}{% picture file place alt %}")
    return template.render(Context({"file": file, "place": place, "alt": alt}))


def test_a_browser_chooses_from_what_it_knows(publish: Publish, photo: Photo) -> None:
    file = publish(image=photo(size=(3000, 2000)), decorative=True).image
    html = shown(file, "card", 'Een "stoel"')
    assert html == (
        f'<picture><source type="image/avif" srcset="{file.card_360_avif} 360w, '
        f'{file.card_720_avif} 720w" sizes="(min-width: 72rem) 21rem, (min-width: 45rem) 45vw, '
        f'94vw"><source type="image/webp" srcset="{file.card_360_webp} 360w, '
        f'{file.card_720_webp} 720w" sizes="(min-width: 72rem) 21rem, (min-width: 45rem) 45vw, '
        f'94vw"><img src="{file.card}" alt="Een &quot;stoel&quot;" width="720" height="480" '
        'decoding="async" loading="lazy"></picture>'
    )


def test_what_a_reader_sees_first_does_not_wait(publish: Publish, photo: Photo) -> None:
    html = shown(publish(image=photo(), decorative=True).image, "opening")
    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_a_small_picture_is_offered_in_one_size(publish: Publish, photo: Photo) -> None:
    html = shown(publish(image=photo(size=(90, 60)), decorative=True).image, "card")
    assert re.findall(r"\d+w\b", html) == ["90w", "90w"]


def test_a_page_is_shown_without_opening_a_file(client: Client, publish: Publish) -> None:
    article = publish(decorative=True)
    sizes = {"image_width": 3000, "image_height": 2000}
    Article.objects.filter(pk=article.pk).update(image=FAR_AWAY, **sizes)
    for address in ("/", article.get_absolute_url()):
        page = client.get(address).text
        assert 'width="1600" height="900"' in page
        assert 'type="image/avif"' in page


def test_a_drawing_keeps_its_format_and_what_can_be_seen_through(db: None) -> None:
    content = drawn("PNG", (200, 200), "RGBA", (0, 90, 90, 120))
    from_tag = Article(title="T", slug="t", decorative=True)
    from_tag.image.save("teken.png", ContentFile(content))
    for url in (from_tag.image.card, from_tag.image.card_360_webp, from_tag.image.card_720_avif):
        assert image_behind(url).mode == "RGBA"


def test_an_article_takes_a_bearable_number_of_files(publish: Publish, photo: Photo) -> None:
    assert len(set(publish(image=photo(), decorative=True).image.made_names())) == 11
    assert {name: len(cut.sizes) for name, cut in CUTS.items()} == dict.fromkeys(CUTS, 2)
