"""The command that finds picture files of which the database knows nothing."""

import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django.fixtures import Settings

from articles.models import Article, Author
from tests.articles.conftest import Photo
from tests.conftest import Publish


@pytest.fixture
def media(settings: Settings, tmp_path: Path) -> Path:
    """Where files are kept, empty at first."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


def files(media: Path, folder: str = "") -> set[Path]:
    return {path for path in (media / folder).rglob("*") if path.is_file()}


def grow_old(media: Path) -> None:
    for path in files(media):
        os.utime(path, (0, 0))


def tidy(*options: str) -> list[str]:
    out = StringIO()
    call_command("tidy_media", *options, stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture
def replaced(publish: Publish, photo: Photo, media: Path) -> Article:
    """An article whose picture was replaced by another one, long ago."""
    article = publish(image=photo(), decorative=True)
    article.image = photo(size=(90, 60))
    article.save()
    grow_old(media)
    return article


def test_without_being_asked_it_only_counts(replaced: Article, media: Path) -> None:
    before = files(media)
    made, originals, _social = tidy()
    assert made.startswith("__processed__: 11 ongebruikte bestanden (")
    assert made.endswith("kB), niet verwijderd.")
    assert originals.startswith("pictures: 1 ongebruikt bestand (")
    assert files(media) == before


def test_it_removes_the_sizes_of_what_is_gone_and_keeps_the_original(
    replaced: Article, media: Path
) -> None:
    made, originals, _social = tidy("--delete")
    assert made.startswith("__processed__: 11 ongebruikte bestanden verwijderd")
    assert "niet verwijderd" in originals
    assert len(files(media, "pictures")) == 2
    assert files(media, "__processed__") == {media / name for name in replaced.image.made_names()}


def test_an_earlier_version_that_is_put_back_gets_its_sizes_again(
    replaced: Article, media: Path
) -> None:
    (name,) = {path.name for path in files(media, "pictures")} - {Path(replaced.image.name).name}
    tidy("--delete")
    replaced.image = f"pictures/{name}"
    replaced.save()
    assert all((media / made).exists() for made in replaced.image.made_names())


def test_originals_go_only_when_asked(replaced: Article, media: Path) -> None:
    tidy("--originals")
    assert len(files(media, "pictures")) == 2
    _made, originals, _social = tidy("--delete", "--originals")
    assert originals.startswith("pictures: 1 ongebruikt bestand verwijderd")
    assert files(media, "pictures") == {media / replaced.image.name}


def test_sizes_of_another_focal_point_are_idle_too(
    publish: Publish, photo: Photo, media: Path
) -> None:
    article = publish(image=photo(), decorative=True)
    article.image_ppoi = "0.1x0.9"
    article.save()
    grow_old(media)
    assert tidy("--delete")[0].startswith("__processed__: 11 ongebruikte bestanden verwijderd")
    assert all((media / made).exists() for made in article.image.made_names())


def test_what_is_new_may_still_get_its_row(publish: Publish, photo: Photo, media: Path) -> None:
    publish(image=photo(), decorative=True)
    Article.objects.all().delete()
    before = files(media)
    assert tidy("--delete", "--originals")[0].startswith("__processed__: 0 ongebruikte")
    assert files(media) == before


def test_every_picture_in_use_is_left_alone(
    publish: Publish, photo: Photo, media: Path, rich: Article
) -> None:
    publish("Nog een", image=photo(), decorative=True)
    Author.objects.create(name="Cor", slug="cor", portrait=photo())
    grow_old(media)
    before = files(media)
    tidy("--delete", "--originals")
    assert files(media) == before


def test_a_site_without_pictures_has_nothing_to_tidy(db: None, media: Path) -> None:
    assert tidy("--delete") == [
        "__processed__: 0 ongebruikte bestanden verwijderd (0 kB).",
        "pictures: 0 ongebruikte bestanden (0 kB), niet verwijderd.",
        "social: 0 ongebruikte bestanden verwijderd (0 kB).",
    ]
