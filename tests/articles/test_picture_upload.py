"""An upload at the desk: kept clean, or refused with a sentence and nothing left behind."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django.fixtures import Settings

from accounts.models import User
from articles.models import Article, Author, EmbedBlock, ImageBlock
from articles.pictures.intake import REFUSALS
from tests.articles.desk_form import ADD, article_form, block
from tests.articles.picture_files import HOSTILE, SECRET, camera_jpeg, drawn
from tests.conftest import SignIn

AUTHOR: dict[str, str] = {
    "name": "Cor Post",
    "slug": "cor-post",
    "portrait_ppoi": "0.5x0.5",
    "role": "",
    "organisation": "",
    "bio": "",
    "website": "",
    "user": "",
}
VIDEO = {"address": "https://youtu.be/grensvlak-0", "title": "Film", "transcript": ""}


@pytest.fixture
def media(settings: Settings, tmp_path: Path) -> Path:
    """Where files are kept, empty at first; `temp` is where Django keeps a large one meanwhile."""
    settings.MEDIA_ROOT, settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "media", tmp_path / "temp"
    (tmp_path / "temp").mkdir()
    return tmp_path


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def els_at_desk(els: User, sign_in: SignIn) -> Client:
    """Els, signed in."""
    return sign_in(els)


def upload(content: bytes, name: str = "foto.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


#: Every place where a picture comes in: the page, and the form around the file.
FORMS: dict[str, tuple[str, Callable[[Any], dict[str, Any]]]] = {
    "article": (ADD, lambda file: article_form(image=file, alt="Een stoel.")),
    "block": (
        ADD,
        lambda file: article_form(
            imageblock=[block(10, image=file, image_ppoi="0.5x0.5", alt="Een stoel.")]
        ),
    ),
    "video": (
        ADD,
        lambda file: article_form(
            embedblock=[block(10, image=file, image_ppoi="0.5x0.5", **VIDEO)]
        ),
    ),
    "portrait": ("/beheer/articles/author/add/", lambda file: {**AUTHOR, "portrait": file}),
}


def kept(place: str) -> Any:
    models: dict[str, Any] = {
        "article": Article,
        "block": ImageBlock,
        "video": EmbedBlock,
        "portrait": Author,
    }
    found = models[place].objects.first()
    return found and (found.portrait if place == "portrait" else found.image)


@pytest.mark.parametrize("place", FORMS)
def test_a_telephone_is_asked_for_formats_that_we_know(els_at_desk: Client, place: str) -> None:
    page = els_at_desk.get(FORMS[place][0]).text
    assert 'accept="image/jpeg,image/png,image/webp,image/avif,image/gif"' in page
    assert 'accept="image/*"' not in page


@pytest.mark.parametrize("place", FORMS)
def test_nothing_that_is_served_says_where_or_by_whom(
    els_at_desk: Client, media: Path, place: str
) -> None:
    address, form = FORMS[place]
    response = els_at_desk.post(address, form(upload(camera_jpeg() + b"<script>")))
    assert response.status_code == 302
    served = files(media)
    assert {path.suffix for path in served} == {".jpeg", ".avif", ".webp"}
    for path in served:
        for trace in (SECRET, b"GPS", b"Exif", b"xmp", b"ICC", b"<script>"):
            assert trace not in path.read_bytes(), path
        with Image.open(path) as image:
            assert dict(image.getexif()) == {}


@pytest.mark.parametrize("place", FORMS)
def test_a_file_is_named_after_what_it_is(els_at_desk: Client, media: Path, place: str) -> None:
    address, form = FORMS[place]
    els_at_desk.post(address, form(upload(drawn("PNG"), "Vakantie met Jan.html")))
    assert kept(place).name.startswith("pictures/")
    assert kept(place).name.endswith(".png")
    assert not [path for path in files(media) if "Jan" in path.name or path.suffix == ".html"]


@pytest.mark.parametrize("place", FORMS)
def test_every_place_refuses_what_is_no_picture(
    els_at_desk: Client, media: Path, place: str
) -> None:
    address, form = FORMS[place]
    response = els_at_desk.post(address, form(upload(b"<svg onload='x()'/>")))
    assert response.status_code == 200
    assert str(REFUSALS["unknown"]) in response.text
    assert kept(place) is None
    assert files(media) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_a_refusal_says_why_and_leaves_nothing_behind(
    els_at_desk: Client, media: Path, name: str
) -> None:
    make, code = HOSTILE[name]
    address, form = FORMS["article"]
    response = els_at_desk.post(address, form(upload(make(), name)))
    assert response.status_code == 200
    assert str(REFUSALS[code]) in response.text
    assert files(media) == []


@pytest.mark.parametrize(
    ("size", "sentence"),
    [(0, "Het verstuurde bestand is leeg."), (40_000_000, REFUSALS["heavy"])],
)
def test_a_file_of_nothing_or_too_much_is_refused(
    els_at_desk: Client, media: Path, size: int, sentence: str
) -> None:
    address, form = FORMS["article"]
    response = els_at_desk.post(address, form(upload(b"\0" * size)))
    assert str(sentence) in response.text
    assert not Article.objects.exists()
    assert files(media) == []


@pytest.mark.parametrize("place", ["article", "block", "video"])
def test_a_fine_picture_in_a_form_that_is_wrong_elsewhere_leaves_nothing_behind(
    els_at_desk: Client, media: Path, place: str
) -> None:
    address, form = FORMS[place]
    response = els_at_desk.post(address, form(upload(drawn("JPEG"))) | {"title": ""})
    assert response.status_code == 200
    assert files(media) == []


@pytest.mark.parametrize(
    ("point", "accepted"),
    [
        ("0.5x0.5", True),
        ("0x1", True),
        ("0.123x0.999", True),
        ("1.1x0.5", False),
        ("-1x0.5", False),
        ("nanxnan", False),
        ("0.5", False),
        ("0.5x0.5\n", True),  # the form takes white space off
    ],
)
def test_a_focal_point_lies_in_the_picture(
    els_at_desk: Client, media: Path, point: str, accepted: bool
) -> None:
    address, form = FORMS["article"]
    response = els_at_desk.post(address, form(upload(drawn("JPEG"))) | {"image_ppoi": point})
    assert Article.objects.exists() == accepted
    assert ("Wijs een punt aan dat binnen de afbeelding ligt." in response.text) != accepted


def test_another_focal_point_makes_other_crops(els_at_desk: Client, media: Path) -> None:
    picture = Image.new("RGB", (1600, 400), "red")
    picture.paste("blue", (1200, 0, 1600, 400))
    picture.save(media / "half.png")
    els_at_desk.post(
        ADD, article_form(image=upload((media / "half.png").read_bytes()), alt="Rood.")
    )
    article = Article.objects.get()
    colours = []
    for point in ("0.1x0.5", "0.95x0.5"):
        form = article_form(alt="Rood.", image_ppoi=point)
        els_at_desk.post(f"/beheer/articles/article/{article.pk}/change/", form)
        file = Article.objects.get().image
        with Image.open(media / "media" / file.card.removeprefix("/media/")) as card:
            colours.append(card.getpixel((card.width - 10, 100)))
    assert colours == [(255, 0, 0), (0, 0, 255)]
