"""The pages that editors maintain, in a browser: axe, small screens, the keyboard, and no trace."""

import pytest
from playwright.sync_api import expect

from accounts.models import User
from articles.models import Article
from pages import cookies
from pages.models import AccessibilityStatement, ContactPage, HouseRules, PrivacyStatement
from tests.browser.axe import violations
from tests.browser.conftest import Visit
from tests.browser.test_small_screens import fits
from tests.pages.conftest import Fill, fill, publication  # noqa: F401 - fixtures

ADDRESSES = ("/huisregels/", "/privacy/", "/toegankelijkheid/", "/contact/")


@pytest.fixture
def maintained(fill: Fill, els: User) -> None:  # noqa: F811
    """Every page with a fixed address, published."""
    for kind in (AccessibilityStatement, ContactPage, HouseRules, PrivacyStatement):
        page = kind.the_one()
        fill(page)
        page.publish(els)


@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    visit: Visit, maintained: None, address: str
) -> None:
    page = visit(address, 320)
    assert fits(page)
    assert violations(page) == []


def test_a_long_page_has_a_list_that_leads_to_its_parts(visit: Visit, maintained: None) -> None:
    page = visit("/privacy/", javascript=False)
    page.get_by_role("link", name="Hoe lang wij gegevens bewaren").click()
    assert page.url.endswith("#bewaartermijnen")
    expect(page.get_by_role("heading", name="Hoe lang wij gegevens bewaren")).to_be_in_viewport()


def test_the_menu_is_there_without_javascript_and_wraps_on_a_small_screen(
    visit: Visit, maintained: None
) -> None:
    page = visit("/", 320, javascript=False)
    menu = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link")
    assert menu.all_inner_texts() == ["Onderwerpen", "Auteurs", "Reeksen", "Archief", "Zoeken"]
    heights = menu.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(heights) >= 24
    page.get_by_role("link", name="Huisregels").click()
    here = page.get_by_role("navigation", name="Over deze site").locator("[aria-current=page]")
    expect(here).to_have_text("Huisregels")


def test_reacting_keeps_in_the_browser_only_what_the_list_says(
    visit: Visit, article: Article
) -> None:
    page = visit(article.get_absolute_url())
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.get_by_role("link", name="Geef een reactie").click()
    page.locator("[data-in-place]").wait_for()
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert set(kept) <= {trace.name for trace in cookies.storage()}
    assert [one["name"] for one in page.context.cookies()] == [cookies.cookies()[0].name]


def test_the_door_of_the_desk_leads_to_the_accessibility_page(
    visit: Visit, maintained: None
) -> None:
    page = visit("/beheer/login/", 320)
    assert fits(page)
    page.get_by_role("link", name="Toegankelijkheid").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Toegankelijkheid")
