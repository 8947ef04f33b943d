"""Reflow at 320 CSS pixels (WCAG 1.4.10) and with the reader's own text spacing (1.4.12)."""

import itertools
from typing import Final

from playwright.sync_api import Page

from articles.models import Article
from comments.models import Comment
from tests.browser.conftest import Visit

#: WCAG 1.4.12, as a reader's own style sheet would say it.
SPACING: Final = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    " word-spacing: .16em !important } p { margin-block-end: 2em !important }"
)

#: Elements that reach past the right edge, leaving out what scrolls inside a box of its own.
STICKING_OUT: Final = """() => [...document.body.querySelectorAll("*")].filter((element) => {
  if (element.closest(".vh")) return false;
  for (let box = element.parentElement; box; box = box.parentElement)
    if (getComputedStyle(box).overflowX === "auto") return false;
  return element.getBoundingClientRect().right > innerWidth + 0.5;
}).map((element) => element.outerHTML.slice(0, 80))"""

#: Boxes that hide a part of their own text.
CLIPPING: Final = """() => [...document.body.querySelectorAll("main *")].filter((element) =>
  getComputedStyle(element).overflowY === "hidden"
  && !element.closest(".vh, .visually-hidden, [aria-hidden=true]")
  && element.scrollHeight > element.clientHeight + 1)
  .map((element) => element.outerHTML.slice(0, 120))"""


def fits(page: Page) -> bool:
    page.wait_for_load_state()  # without its style sheet no page fits
    assert page.evaluate(STICKING_OUT) == []
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_nothing_scrolls_sideways_at_320_pixels(
    visit: Visit, rich_article: Article, deep_thread: list[Comment]
) -> None:
    page = visit("/", 320)
    assert fits(page)
    page.goto(rich_article.get_absolute_url())
    assert fits(page)
    page.locator("[data-hx-get$='op=6']").click()
    page.locator("#reactie-6 [data-in-place]").wait_for()
    assert fits(page)
    page.goto(f"{rich_article.get_absolute_url()}reageren/?op=1")
    assert fits(page)
    page.get_by_role("button", name="Reactie plaatsen").click()
    page.get_by_role("alert").wait_for()
    assert fits(page)


def test_a_reader_s_own_text_spacing_hides_nothing(
    visit: Visit, rich_article: Article, deep_thread: list[Comment]
) -> None:
    page = visit(rich_article.get_absolute_url(), 320, shielded=False)
    page.add_style_tag(content=SPACING)
    assert fits(page)
    assert page.evaluate(CLIPPING) == []
    page.goto(f"{rich_article.get_absolute_url()}reageren/")
    page.add_style_tag(content=SPACING)
    assert fits(page)


def test_answers_move_in_by_at_most_one_letter_s_width_on_a_small_screen(
    visit: Visit, rich_article: Article, deep_thread: list[Comment]
) -> None:
    page = visit(rich_article.get_absolute_url(), 320)
    left = [
        page.locator(f"#reactie-{n}").evaluate("e => e.getBoundingClientRect().left")
        for n in range(1, 7)
    ]
    steps = [after - before for before, after in itertools.pairwise(left)]
    assert all(0 < step <= 16 for step in steps[:3])
    assert steps[3:] == [0, 0]  # the fifth and sixth level stand at the fourth
