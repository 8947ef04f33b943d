from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from django.apps import apps
from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import ngettext

from articles.models import Article
from articles.pictures.fields import PictureField
from articles.pictures.social import FOLDER as SOCIAL

ORIGINALS: Final = "pictures"
MADE: Final = "__processed__"
#: A file is there before the row that names it: one as new as this may still get its row.
NEW: Final = timedelta(days=1)


class Command(BaseCommand):
    help = (
        "Finds picture files that nothing in the database names. Only counts them, unless asked "
        "to --delete."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--delete",
            action="store_true",
            help="Delete the sizes that were made, and social images of what is not on the site: "
            "process_imagefields and draw_social_images can make them again.",
        )
        parser.add_argument(
            "--originals",
            action="store_true",
            help="With --delete: the originals too. An earlier version of an article that is put "
            "back will then miss its picture.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        wanted, before = named(), timezone.now() - NEW
        for folder, delete in (
            (MADE, options["delete"]),
            (ORIGINALS, options["delete"] and options["originals"]),
            (SOCIAL, options["delete"]),
        ):
            names = list(idle(folder, wanted, before))
            size = sum(default_storage.size(name) for name in names) // 1024
            if delete:
                for name in names:
                    default_storage.delete(name)
            self.stdout.write(outcome(folder, len(names), size, delete=delete))


def outcome(folder: str, count: int, size: int, *, delete: bool) -> str:
    facts = {"folder": folder, "count": count, "size": size}
    if delete:
        words = ngettext(
            "%(folder)s: %(count)s ongebruikt bestand verwijderd (%(size)s kB).",
            "%(folder)s: %(count)s ongebruikte bestanden verwijderd (%(size)s kB).",
            count,
        )
    else:
        words = ngettext(
            "%(folder)s: %(count)s ongebruikt bestand (%(size)s kB), niet verwijderd.",
            "%(folder)s: %(count)s ongebruikte bestanden (%(size)s kB), niet verwijderd.",
            count,
        )
    return words % facts


def named() -> set[str]:
    """The files that some row names: its original, and the sizes that are made of it; and the
    social image of what readers see or will see.
    """
    shared = Article.objects.to_share().exclude(social_image="")
    names: set[str] = set(shared.values_list("social_image", flat=True))
    for file in _files():
        names |= {file.name, *file.made_names()}
    return names


def _files() -> Iterator[Any]:
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, PictureField):
                rows = model._base_manager.exclude(**{field.name: ""})
                yield from (getattr(row, field.name) for row in rows.iterator())


def idle(folder: str, wanted: set[str], before: datetime) -> Iterator[str]:
    """The files below this folder that nothing wants, and that are older than `before`."""
    for name in below(folder):
        if name not in wanted and default_storage.get_modified_time(name) < before:
            yield name


def below(folder: str) -> Iterator[str]:
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files)
    for name in folders:
        yield from below(f"{folder}/{name}")
