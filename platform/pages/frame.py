"""What stands around every page: the name, the menu and the footer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils import timezone

from delivery.compiled import Compiled
from pages.models import AccessibilityStatement, MenuItem, Page, Publication, RulesVersion
from pages.models.first import MENU


@dataclass(frozen=True)
class Link:
    label: str
    address: str


@dataclass(frozen=True)
class Frame:
    publication: Publication
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    #: The house rules that hold now: number and date only. None: none are published.
    rules: RulesVersion | None = None
    #: Whether there is a privacy statement to refer to.
    tells_privacy: bool = False

    def place_of(self, path: str) -> str:
        """This address, where a menu leads to it: there it is marked."""
        return path if any(path == one.address for one in (*self.menu, *self.footer)) else ""

    @property
    def rules_are_news(self) -> bool:
        return self.rules is not None and self.rules.is_news(timezone.now())


def frame() -> Frame:
    return frame_of(FRAME.objects())


FRAME: Final = Compiled(Publication.objects.with_frame)


def frame_of(rows: Sequence[Any]) -> Frame:
    """From the rows of `with_frame`; without rows, what a new site begins with."""
    if not rows:
        return Frame(Publication(), tuple(Link(*one) for one in MENU), _with_accessibility(()))
    first = rows[0]
    return Frame(
        publication=first,
        menu=tuple(_links(rows, MenuItem.Place.MENU)),
        footer=_with_accessibility(tuple(_links(rows, MenuItem.Place.FOOTER))),
        rules=RulesVersion(number=first.rules_number, at=first.rules_at)
        if first.rules_number
        else None,
        tells_privacy=first.tells_privacy,
    )


def _links(rows: Sequence[Any], place: str) -> Iterator[Link]:
    for row in rows:
        if row.place != place:
            continue
        if row.address:
            yield Link(row.label, row.address)
        elif row.page_is_visible or row.page_slug == AccessibilityStatement.SLUG:
            yield Link(row.label or row.page_title, Page(slug=row.page_slug).get_absolute_url())


def _with_accessibility(footer: tuple[Link, ...]) -> tuple[Link, ...]:
    """Every page refers to the statement, also where there is none yet: the page says so."""
    kind = AccessibilityStatement
    link = Link(str(kind.TITLE), kind(slug=kind.SLUG).get_absolute_url())
    return footer if link.address in {one.address for one in footer} else (*footer, link)
