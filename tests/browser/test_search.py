"""Searching in a real browser: without JavaScript, on a small screen, by keyboard."""

import pytest

from articles.models import Article
from tests.browser.axe import violations
from tests.browser.conftest import Visit
from tests.conftest import React


def test_a_reader_searches_by_keyboard_and_narrows_without_javascript(
    visit: Visit, article: Article, react: React
) -> None:
    reaction = react("Aan welke balie was dat?")
    page = visit("/", javascript=False)
    page.get_by_role("link", name="Zoeken", exact=True).click()
    page.get_by_label("Zoekwoorden").fill("balies")
    page.get_by_label("Zoekwoorden").press("Enter")
    assert page.locator("h1").inner_text() == "2 resultaten voor ‘balies’"
    assert page.locator("mark").all_inner_texts() == ["balie", "balie", "balie"]
    page.get_by_label("Zoeken in").select_option("Alleen reacties")
    page.get_by_role("search").get_by_role("button", name="Zoeken").click()
    assert page.locator("h1").inner_text() == "1 resultaat voor ‘balies’"
    page.get_by_role("link", name="Reactie 1 op ‘Aan de balie’").click()
    assert page.url.endswith(f"{article.get_absolute_url()}#{reaction.anchor}")


@pytest.mark.parametrize("query", ["", "?q=balie", "?q=tulp&soort=reacties", f"?q={'w' * 300}"])
def test_axe_finds_nothing_and_it_fits_a_small_screen(
    visit: Visit, article: Article, react: React, query: str
) -> None:
    react("Aan welke balie was dat?")
    page = visit(f"/zoeken/{query}", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []
