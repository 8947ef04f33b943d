"""What a new site begins with; editors change it from there."""

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from pages.models.accessibility import AccessibilityStatement
from pages.models.contact import ContactPage
from pages.models.menu import MenuItem
from pages.models.page import Page
from pages.models.privacy import PrivacyStatement
from pages.models.rules import HouseRules
from pages.models.text import COLOPHON, TextPage

if TYPE_CHECKING:
    from pages.models.publication import Publication

#: The lists that every magazine has.
MENU: Final = (
    ("Onderwerpen", "/onderwerpen/"),
    ("Auteurs", "/auteurs/"),
    ("Reeksen", "/reeksen/"),
    ("Archief", "/archief/"),
    ("Zoeken", "/zoeken/"),
)


def first_pages() -> list[Page]:
    """The pages with a fixed address, in the order of the footer. None is published yet."""
    colophon, _created = TextPage.objects.get_or_create(
        slug=COLOPHON, defaults={"title": _("Colofon")}
    )
    kinds = (AccessibilityStatement, PrivacyStatement, HouseRules, ContactPage)
    return [*(kind.the_one() for kind in kinds), colophon]


def first_items(publication: "Publication") -> list[MenuItem]:
    place = MenuItem.Place
    menu = [MenuItem(place=place.MENU, label=label, address=address) for label, address in MENU]
    footer = [MenuItem(place=place.FOOTER, page_id=page.pk) for page in first_pages()]
    for position, item in enumerate([*menu, *footer], start=1):
        item.publication, item.position = publication, position * 10
    return [*menu, *footer]
