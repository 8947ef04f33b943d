"""Larger, wider and narrower text on every kind of page (WCAG 1.4.4, 1.4.10, 1.4.12)."""

from typing import Final

import pytest
from playwright.sync_api import Page

from articles.models import Article
from tests.browser.conftest import Visit
from tests.browser.test_small_screens import CLIPPING, SPACING, STICKING_OUT
from tests.browser.whole_site import Place, Site, go

#: A reader's own style sheet; as such it is beyond the content security policy.
OWN_STYLE: Final = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}"""
TWICE: Final = "html { font-size: 200% !important }"
#: Text that lies over other text: it was given a place that it outgrew.
OVERLAPPING: Final = """() => {
  const texts = [...document.querySelectorAll("main :is(p, h1, h2, h3, li, label, button, a)")]
    .filter((one) => one.checkVisibility())
    .filter((one) => !one.closest(".vh, .visually-hidden, [aria-hidden=true]"));
  const inside = (one, other) => one.contains(other) || other.contains(one);
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 8;
  const boxes = texts.map((one) => [...one.getClientRects()]);
  const found = [];
  texts.forEach((one, i) => texts.slice(i + 1).forEach((other, j) => {
    if (inside(one, other)) return;
    if (boxes[i].some((a) => boxes[i + 1 + j].some((b) => over(a, b))))
      found.push(one.outerHTML.slice(0, 80) + " over " + other.outerHTML.slice(0, 80));
  }));
  return found;
}"""


SETTINGS: Final = {
    "reflow": (320, ""),
    "twice the size": (1280, TWICE),
    "own spacing": (1280, SPACING),
}


def broken(page: Page, places: dict[str, Place]) -> list[str]:
    """What sticks out, is cut off or lies over other text: "page, setting: element"."""
    found = []
    for name, place in places.items():
        go(page, place)
        page.wait_for_load_state()
        for setting, (width, style) in SETTINGS.items():
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(OWN_STYLE, style)
            found += [f"{name}, {setting}: {one}" for one in wrong(page)]
    return found


def wrong(page: Page) -> list[str]:
    faults = [one for test in (STICKING_OUT, CLIPPING, OVERLAPPING) for one in page.evaluate(test)]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append("the page scrolls sideways")
    return faults


def test_pages_of_readers(visit: Visit, site: Site) -> None:
    assert broken(visit("/"), site.readers) == []


def test_pages_of_the_desk(visit: Visit, site: Site) -> None:
    """Not the form of an article: the parts of it that are folded away lie over the others."""
    places = {name: place for name, place in site.desk.items() if name != "editor"}
    assert broken(visit("/beheer/", as_user=site.moderator), places) == []


@pytest.mark.parametrize(
    "style",
    [
        "h1 { block-size: 1em; overflow: hidden; font-size: 4em }",
        "h1 { margin-block-end: -3em }",
        "h1 { min-inline-size: 400px }",
    ],
)
def test_text_that_is_cut_off_or_covered_is_noticed(
    visit: Visit, article: Article, style: str
) -> None:
    page = visit(article.get_absolute_url(), 320)
    assert wrong(page) == []
    page.evaluate(OWN_STYLE, style)
    assert wrong(page) != []
