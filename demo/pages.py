"""The pages of the demo magazine: what `magazine/pages.toml` says, published by its editor.

What somebody has published or changed in the demo stays as it is.
"""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from markup.editor import article_html
from pages.models import (
    AccessibilityStatement,
    ContactPage,
    HouseRules,
    MenuItem,
    Page,
    PrivacyStatement,
    Publication,
    TextPage,
)

TEXTS: Final = Path(__file__).parent / "magazine" / "pages.toml"
ONE_OF_A_KIND: Final = {
    "accessibility": AccessibilityStatement,
    "contact": ContactPage,
    "privacy": PrivacyStatement,
}

type Entry = dict[str, Any]


@transaction.atomic
def load_pages(editor: User) -> Iterator[str]:
    """Yields a line for each page that was published."""
    entry = tomllib.loads(TEXTS.read_text())
    publication = _publication(entry["publication"])
    for name, kind in ONE_OF_A_KIND.items():
        yield from _write(kind.the_one(), entry[name], editor)
    for text in entry["texts"]:
        running, _created = TextPage.objects.get_or_create(slug=text["slug"])
        yield from _write(running, text, editor)
    yield from _rules(entry["rules"], editor)
    for position, slug in enumerate(entry["publication"]["footer"], start=100):
        place = {"publication": publication, "place": MenuItem.Place.FOOTER}
        page = Page.objects.get(slug=slug)
        MenuItem.objects.get_or_create(page=page, **place, defaults={"position": position})


def _publication(entry: Entry) -> Publication:
    found, created = Publication.objects.get_or_create(pk=Publication.singleton_instance_id)
    if created:
        _fill(found, entry)
    return found


def _write(page: Page, entry: Entry, editor: User) -> Iterator[str]:
    if page.is_published or _was_written(page):
        return
    _fill(page, entry)
    for row in ("purposes", "retentions"):
        for position, fields in enumerate(entry.get(row, ()), start=1):
            getattr(page, row).create(position=position, **fields)
    page.publish(editor, _moment(entry["published_on"]))
    yield page.title


def _was_written(page: Page) -> bool:
    """Also what was withdrawn again is left alone."""
    return bool(page.description)


def _fill(thing: Any, entry: Entry) -> None:
    fields = {field.name for field in thing._meta.concrete_fields}
    for name in fields & set(entry):
        value = entry[name]
        setattr(thing, name, article_html(value) if name.endswith("_html") else value)
    thing.save()


def _rules(entry: Entry, editor: User) -> Iterator[str]:
    """Each version is published in turn, so that there is a history to look at."""
    rules = HouseRules.the_one()
    if rules.is_published or _was_written(rules):
        return
    _fill(rules, entry)
    for version in entry["versions"]:
        for rule in version["rules"]:
            fields = {"title": rule["title"], "text": rule["text"].strip()}
            fields |= {"position": rule["number"] * 10}
            rules.rules.update_or_create(number=rule["number"], defaults=fields)
        for number in version.get("retired", ()):
            rules.rules.filter(number=number).update(retired=True)
        rules.publish(editor, _since(version), version.get("changes", ""))
        yield f"{rules.title}, {rules.latest()}"


def _since(version: Entry) -> datetime:
    """The latest version is always of late, so that the demo shows how readers are told."""
    if "days_ago" in version:
        return timezone.now() - timedelta(days=version["days_ago"])
    return _moment(version["on"])


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, 9))  # noqa: DTZ001
