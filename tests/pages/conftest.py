"""The pages that els maintains, each complete enough to publish."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from accounts.models import User
from pages.models import (
    AccessibilityStatement,
    ContactPage,
    HouseRules,
    Page,
    PrivacyStatement,
    Publication,
    Rule,
    TextPage,
)
from pages.models.privacy import PARTS
from tests.desk.conftest import enter  # noqa: F401 - a fixture

type Fill = Callable[[Page], Page]

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MARCH = datetime(2026, 3, 2, 9, tzinfo=AMSTERDAM)

CONTENTS: dict[type[Page], dict[str, Any]] = {
    AccessibilityStatement: {
        "status": "B",
        "register_url": "https://www.toegankelijkheidsverklaring.nl/register/1",
        "domains": "voorbeeld.nl\nwww.voorbeeld.nl",
        "stated_on": date(2026, 3, 2),
        "signatory": "Directeur",
        "limits_html": "<p>Een oude video.</p>",
        "email": "toegang@voorbeeld.nl",
    },
    ContactPage: {
        "email": "redactie@voorbeeld.nl",
        "authorities_email": "autoriteiten@voorbeeld.nl",
        "postal_address": "Kade 1\nZuidersluis",
    },
    HouseRules: {
        "intro_html": "<p>Wees vriendelijk.</p>",
        "moderation_html": "<p>Een mens beslist.</p>",
    },
    PrivacyStatement: {name: f"<p>Over {anchor}.</p>" for name, anchor in PARTS.items()},
    TextPage: {"text_html": "<h2>Wie wij zijn</h2><p>Wij schrijven.</p>"},
}


@pytest.fixture
def publication(db: None) -> Publication:
    """As it is when an editor first opens it: with a menu, a footer and pages to fill in."""
    return Publication.objects.create(name="De Kade", publisher="Stichting Kade")


@pytest.fixture
def fill(publication: Publication) -> Fill:
    """Fills in all that a page must have."""

    def make(page: Page) -> Page:
        page.description = f"Alles over {page.title}."
        for name, value in CONTENTS[type(page)].items():
            setattr(page, name, value)
        page.save()
        if isinstance(page, HouseRules):
            for title in ("Blijf bij het onderwerp", "Speel de bal"):
                Rule.objects.create(rules=page, title=title, text=f"{title}, en niet anders.")
        if isinstance(page, PrivacyStatement):
            page.purposes.create(purpose="Uw reactie plaatsen", data="Naam", basis="e")
            page.retentions.create(data="Een reactie", term="Zolang het artikel er is")
        return page

    return make


@pytest.fixture
def rules(fill: Fill, els: User) -> HouseRules:
    """Two rules; version 1, since 2 March 2026."""
    page = HouseRules.the_one()
    fill(page)
    page.publish(els, MARCH)
    return page


@pytest.fixture
def privacy(fill: Fill, els: User) -> PrivacyStatement:
    """Published."""
    page = PrivacyStatement.the_one()
    fill(page)
    page.publish(els)
    return page


@pytest.fixture
def statement(fill: Fill, els: User) -> AccessibilityStatement:
    """Published: status B, signed on 2 March 2026."""
    page = AccessibilityStatement.the_one()
    fill(page)
    page.publish(els)
    return page
