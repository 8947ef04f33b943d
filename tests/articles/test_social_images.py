"""The image that goes along where somebody shares an article: drawn after publication, by a worker,
and never left behind for what is not public.
"""

import os
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from PIL import Image
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks, Settings

from accounts.models import User
from articles import versions
from articles.models import Article
from articles.social_images import keep_social_image
from articles.tasks import draw_social_image
from pages.models import Publication
from tests.articles.conftest import Photo
from tests.comments.test_race import at_once as run_at_once
from tests.conftest import Publish
from tests.head import Head
from tests.linked_data import graph_of


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    """Where files are kept, empty at first."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture
def at_once(settings: Settings) -> None:
    """What a worker does is done as soon as the transaction is over."""
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}


def images(media: Path) -> list[Path]:
    return sorted((media / "social").glob("*"))


def with_image(article: Article) -> Article:
    assert keep_social_image(article.pk)
    article.refresh_from_db()
    return article


def test_an_image_is_drawn_when_the_publication_is_a_fact(
    publish: Publish,
    media: Path,
    at_once: None,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = publish()
        assert images(media) == []
    [path] = images(media)
    article.refresh_from_db()
    assert article.social_image.name == f"social/{path.name}"
    with Image.open(path) as image:
        assert (image.format, image.size) == ("JPEG", (1200, 630))


def test_the_page_names_it_with_its_size_and_in_words(
    client: Client, publish: Publish, photo: Photo
) -> None:
    bare = with_image(publish("Kaal"))
    shown = with_image(publish("Met foto", image=photo(), alt="Een brug in de mist."))
    meta = Head(client.get(bare.get_absolute_url()).text).meta
    assert meta["og:image"] == [f"http://testserver{bare.social_image.url}"]
    assert meta["og:image:width"] == ["1200"]
    assert meta["og:image:height"] == ["630"]
    assert meta["og:image:alt"] == ["Kaal"]
    assert meta["twitter:card"] == ["summary_large_image"]
    meta = Head(client.get(shown.get_absolute_url()).text).meta
    assert meta["og:image:alt"] == ["Met foto – Een brug in de mist."]


def test_search_engines_hear_of_it_after_the_photo(
    client: Client, publish: Publish, photo: Photo
) -> None:
    bare = with_image(publish("Kaal"))
    told, _trail = graph_of(client, bare)
    assert told["image"]["url"] == f"http://testserver{bare.social_image.url}"
    assert (told["image"]["width"], told["image"]["height"]) == (1200, 630)
    shown = with_image(publish("Met foto", image=photo(), decorative=True))
    told, _trail = graph_of(client, shown)
    assert [image["url"] for image in told["image"]] == [
        f"http://testserver{shown.image.wide}",
        f"http://testserver{shown.social_image.url}",
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda article, photo: Article.objects.filter(pk=article.pk).update(title="Anders"),
        lambda article, photo: article.tags.add("zorg"),
        lambda article, photo: Publication.objects.create(name="Ander blad"),
        lambda article, photo: replace_photo(article, photo()),
        lambda article, photo: Article.objects.filter(pk=article.pk).update(image_ppoi="0.1x0.9"),
        lambda article, photo: default_storage.delete(article.social_image.name),
    ],
    ids=["title", "topic", "site", "photo", "focal point", "lost file"],
)
def test_another_one_takes_its_place_when_what_it_shows_changes(
    publish: Publish, photo: Photo, media: Path, change: Callable[[Article, Photo], Any]
) -> None:
    article = with_image(publish(image=photo(), decorative=True))
    before = article.social_image.name
    change(article, photo)
    assert with_image(article).social_image.name != before
    assert [f"social/{path.name}" for path in images(media)] == [article.social_image.name]


def replace_photo(article: Article, photo: Any) -> None:
    article.image = photo
    article.save(update_fields=["image", "image_width", "image_height"])


def test_nothing_is_drawn_again_while_nothing_changes(article: Article, media: Path) -> None:
    with_image(article)
    [before] = images(media)
    article.lead = "Andere inleiding."
    article.save(update_fields=["lead"])
    assert not keep_social_image(article.pk)
    assert images(media) == [before]


@pytest.mark.parametrize("state", ["draft", "review", "expired", "withdrawn"])
def test_what_is_not_public_gets_none(
    in_every_state: dict[str, Article], media: Path, state: str
) -> None:
    assert not keep_social_image(in_every_state[state].pk)
    assert images(media) == []


def test_what_is_planned_has_one_in_time(in_every_state: dict[str, Article]) -> None:
    """Nothing runs at the moment that it appears."""
    assert keep_social_image(in_every_state["scheduled"].pk)


def test_a_withdrawn_article_leaves_no_image(
    article: Article,
    els: User,
    media: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with_image(article)
    with django_capture_on_commit_callbacks(execute=True):
        article.withdraw(els)
    article.refresh_from_db()
    assert not article.social_image
    assert images(media) == []


def test_a_withdrawal_that_is_undone_keeps_the_image(
    article: Article, els: User, media: Path
) -> None:
    with_image(article)
    article.withdraw(els)  # and its transaction does not end
    assert len(images(media)) == 1


def test_a_task_that_comes_too_late_does_nothing(article: Article, media: Path) -> None:
    article.withdraw()
    draw_social_image.call(article.pk)
    draw_social_image.call(999_999)
    assert images(media) == []


def test_a_lost_photo_is_done_without(publish: Publish, photo: Photo, media: Path) -> None:
    article = publish(image=photo(), decorative=True)
    default_storage.delete(article.image.name)
    assert keep_social_image(article.pk)
    assert len(images(media)) == 1


def test_a_change_of_what_was_published_asks_for_another_one(
    publish: Publish,
    at_once: None,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    article = with_image(publish())
    before = article.social_image.name
    article.title = "Nieuwe titel"
    with django_capture_on_commit_callbacks(execute=True):
        article.save(update_fields=["title"])
        article.written()
    article.refresh_from_db()
    assert article.social_image.name != before


def test_an_earlier_version_that_is_put_back_does_not_bring_its_image(
    article: Article, els: User
) -> None:
    with_image(article)
    versions.keep(article, els)
    [version] = versions.versions_of(article)
    Article.objects.filter(pk=article.pk).update(title="Anders", social_image="")
    versions.restore(article, version.revision, els)
    article.refresh_from_db()
    assert article.title == "Aan de balie"
    assert not article.social_image


def test_the_command_draws_what_is_missing_and_no_more(publish: Publish, media: Path) -> None:
    publish("Een")
    with_image(publish("Twee"))
    publish("Drie").withdraw()
    assert draw() == "1 afbeelding getekend.\n"
    assert draw() == "0 afbeeldingen getekend.\n"
    assert len(images(media)) == 2


def draw() -> str:
    out = StringIO()
    call_command("draw_social_images", stdout=out)
    return out.getvalue()


@pytest.mark.django_db(transaction=True)
def test_workers_and_a_withdrawal_at_once_leave_nothing(publish: Publish, media: Path) -> None:
    article = publish()
    draw = partial(keep_social_image, article.pk)
    run_at_once([draw, draw, article.withdraw])
    article.refresh_from_db()
    assert not article.social_image
    assert images(media) == []


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_leave_one_image(publish: Publish, media: Path) -> None:
    article = publish()
    run_at_once([partial(keep_social_image, article.pk)] * 2)
    article.refresh_from_db()
    assert [f"social/{path.name}" for path in images(media)] == [article.social_image.name]


def test_tidying_takes_what_no_article_on_the_site_names(publish: Publish, media: Path) -> None:
    over, kept = with_image(publish("Over")), with_image(publish("Blijft"))
    Article.objects.filter(pk=over.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    (media / "social" / "wees.jpg").write_bytes(b"")
    long_ago = (timezone.now() - timedelta(days=2)).timestamp()
    for path in images(media):
        os.utime(path, (long_ago, long_ago))
    out = StringIO()
    call_command("tidy_media", "--delete", stdout=out)
    assert "social: 2 ongebruikte bestanden verwijderd" in out.getvalue()
    assert [f"social/{path.name}" for path in images(media)] == [kept.social_image.name]
