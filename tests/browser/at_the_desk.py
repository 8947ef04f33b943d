"""What people do at the desk, in a browser: signing in, blocks, saving, acts; and what it makes."""

from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

BLOCKS: Final = ".order-machine > .inline-related:not(.empty-form)"


def sign_in(page: Page, username: str) -> None:
    page.get_by_label("Gebruikersnaam").fill(username)
    page.get_by_label("Wachtwoord").fill("grensvlak")
    page.get_by_role("button", name="Aanmelden").click()


def add_block(page: Page, kind: str) -> None:
    page.locator(".order-machine > .order-machine-insert-target.last").click()
    page.locator(".plugin-buttons .plugin-button", has_text=kind).first.click()


def shown(page: Page) -> list[str]:
    """The blocks as the page has them, for whoever tabs or listens."""
    return page.locator(f"{BLOCKS} > h3 > b").all_inner_texts()


def tab_to(page: Page, name: str) -> None:
    """By keyboard only, from the top of the page."""
    page.evaluate("document.activeElement.blur()")
    for _step in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == name:
            return
    pytest.fail(f"‘{name}’ cannot be reached by keyboard")


def focal_point(part: Page | Locator) -> Locator:
    return part.get_by_role("group", name="Belangrijkste punt").first


def confirm(page: Page) -> None:
    """The page of an act asked something; this is the answer to it."""
    page.locator("input[type=submit].default").click()


def save(page: Page) -> None:
    """And stay; fails when the article was refused."""
    with page.expect_navigation():
        page.locator("[name=_continue]").first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def act(page: Page, name: str) -> None:
    """Open the page of an act from the page of an article."""
    page.locator(".object-tools").get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def go_to(page: Page, finding: str) -> None:
    """From what the check found to the place where it is put right."""
    page.locator(".findings li", has_text=finding).get_by_role("link").click()


def told(page: Page, sentence: str) -> None:
    expect(page.locator(".messagelist")).to_contain_text(sentence)


def parts(page: Page) -> list[str]:
    """What an article consists of on its own page, below its lead."""
    kinds = "all => all.map(one => one.className.split(' ')[0])"
    found: list[str] = page.eval_on_selector_all(".article__body > :not(.lead)", kinds)
    return found
