"""Pages behave alike and hold no surprise: reading order 1.3.2, what appears on hover 1.4.13, on
input 3.2.2, navigation and help 3.2.3 and 3.2.6, asking twice 3.3.7, signing in 3.3.8."""

from typing import Final

from playwright.sync_api import Page, expect

from accounts.models import User
from articles.models import Article
from tests.browser.conftest import Visit
from tests.browser.whole_site import Site, go
from tests.conftest import React

#: On a narrow screen everything stands below each other: the eye goes down as the page does.
UPWARDS: Final = """() => {
  const texts = [...document.querySelectorAll("main :is(h1, h2, h3, p, figure, label, textarea)")]
    .filter((one) => one.checkVisibility() && !one.closest(".vh, [aria-hidden=true]"))
    .filter((one) => one.getClientRects().length);
  const top = (one) => one.getBoundingClientRect().top;
  return texts.filter((one, i) => i && top(one) < top(texts[i - 1]) - 4)
    .map((one) => one.outerHTML.slice(0, 90));
}"""
VISIBLE: Final = """() => [...document.querySelectorAll("*")]
  .filter((one) => one.checkVisibility()).length"""


def test_the_eye_and_the_ear_get_the_same_order(visit: Visit, site: Site) -> None:
    page, found = visit("/", 320), {}
    for name, place in site.readers.items():
        go(page, place)
        found[name] = page.evaluate(UPWARDS)
    assert {name: up for name, up in found.items() if up} == {}


def test_nothing_appears_because_the_mouse_is_there(visit: Visit, site: Site) -> None:
    page = visit(site.article.get_absolute_url())
    before = page.evaluate(VISIBLE)
    for kind in ("a", "button", ".badge", "figure"):
        page.locator(f"main {kind}:visible").last.hover()
        assert page.evaluate(VISIBLE) == before
    assert page.locator("main [title]:not(iframe)").count() == 0


def frame(page: Page) -> list[list[str]]:
    """The links of the menu and of the footer, in their order."""
    navigation = (page.get_by_role("navigation", name=name) for name in ("Hoofdmenu", "Over deze"))
    return [one.get_by_role("link").all_inner_texts() for one in navigation]


def test_the_menu_and_the_way_to_help_are_the_same_everywhere(visit: Visit, site: Site) -> None:
    page, frames = visit("/"), {}
    for name, place in site.readers.items():
        go(page, place)
        frames[name] = frame(page)
    first = frames["front"]
    assert {"Toegankelijkheid", "Contact"} <= set(first[1])
    assert {name: one for name, one in frames.items() if one != first} == {}


def test_filling_in_a_form_sends_and_opens_nothing(visit: Visit, site: Site) -> None:
    page = visit("/")
    for name in ("form", "report", "search"):
        go(page, site.readers[name])
        here = page.url
        for field in page.locator("main :is(input, textarea, select):visible").all():
            field.focus()
            page.keyboard.press("ArrowDown")
            page.keyboard.type("1")
            assert field.evaluate("one => one.form.contains(document.activeElement)"), name
        assert page.url == here


def test_nobody_is_asked_twice(visit: Visit, article: Article, react: React, ada: User) -> None:
    """After a fault, in a preview and signed in: what is known is there."""
    page = visit(f"{article.get_absolute_url()}reageren/")
    page.get_by_label("Naam").fill("Rik")
    for button in ("Reactie plaatsen", "Voorbeeld bekijken"):
        page.get_by_role("button", name=button).click()
        page.get_by_role("alert").wait_for()
        expect(page.get_by_label("Naam")).to_have_value("Rik")
        expect(page.get_by_label("Naam")).to_have_attribute("autocomplete", "name")
        expect(page.get_by_label("E-mailadres")).to_have_attribute("autocomplete", "email")
    staff = visit(f"{article.get_absolute_url()}reageren/", as_user=ada)
    expect(staff.get_by_label("Reactie", exact=True)).to_be_visible()
    assert staff.get_by_label("Naam").count() == staff.get_by_label("E-mailadres").count() == 0


def test_a_password_manager_signs_in_and_a_password_can_be_pasted(visit: Visit, els: User) -> None:
    page = visit("/beheer/login/")
    name, word = page.get_by_label("Gebruikersnaam"), page.get_by_label("Wachtwoord")
    expect(name).to_have_attribute("autocomplete", "username")
    expect(word).to_have_attribute("autocomplete", "current-password")
    assert page.locator("main :is(input:not([type=hidden]), img, canvas, iframe)").count() == 3
    name.fill("grensvlak")
    name.select_text()
    page.keyboard.press("Control+X")
    word.press("Control+V")
    name.fill("els")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith("/beheer/")
