"""The pages in each dress: light, dark, the reader's own colours, the theme of an organisation."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

from articles.models import Article
from comments.models import Comment
from tests.browser.axe import violations
from tests.browser.conftest import Visit

COLOURS: Final = (
    """() => ["color", "backgroundColor"].map((one) => getComputedStyle(document.body)[one])"""
)
SHIFT: Final = """() => new Promise((done) => new PerformanceObserver((list) => done(
  list.getEntries().reduce((sum, one) => sum + one.value, 0)
)).observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => done(0), 1500))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_article_can_be_read_by_everyone_in_the_dark_and_in_a_theme(
    visit: Visit, rich_article: Article, deep_thread: list[Comment], themed: None, scheme: str
) -> None:
    page = visit(rich_article.get_absolute_url())
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert page.evaluate(COLOURS) == ["rgb(0, 26, 64)", "rgb(255, 255, 255)"]
    assert "Noto Serif" in page.evaluate(
        "getComputedStyle(document.querySelector('h1')).fontFamily"
    )
    assert violations(page) == []


def test_the_dark_has_colours_of_its_own(
    visit: Visit, rich_article: Article, deep_thread: list[Comment]
) -> None:
    page = visit(rich_article.get_absolute_url())
    light = page.evaluate(COLOURS)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(COLOURS) != light
    assert violations(page) == []
    page.goto(f"{rich_article.get_absolute_url()}reageren/")
    page.get_by_role("button", name="Reactie plaatsen").click()
    page.get_by_role("alert").wait_for()
    assert violations(page) == []


def test_the_reader_s_own_colours_leave_every_part_a_border(
    visit: Visit, rich_article: Article, deep_thread: list[Comment]
) -> None:
    page = visit(rich_article.get_absolute_url())
    page.emulate_media(forced_colors="active")
    for part in (".tips", ".badge", ".masthead", ".button"):
        widths = page.locator(part).first.evaluate(
            "one => getComputedStyle(one).borderBlockEndWidth"
        )
        assert widths != "0px", part
    assert violations(page) == []


def test_lines_of_reading_are_neither_short_nor_long(visit: Visit, rich_article: Article) -> None:
    page = visit(rich_article.get_absolute_url())
    page.evaluate("document.fonts.ready")
    ems = page.locator(".lead + .text, .text").first.evaluate(
        """(one) => {
          const probe = document.createElement("span");
          probe.textContent = "Wie aan het nieuwe loket komt, krijgt antwoord van iemand";
          probe.style.cssText = "position: absolute; white-space: nowrap";
          one.append(probe);
          return one.clientWidth / (probe.getBoundingClientRect().width / probe.textContent.length);
        }"""
    )
    assert 60 <= ems <= 75


def test_nothing_moves_while_a_page_comes_in(visit: Visit, rich_article: Article) -> None:
    page = visit("/")
    for path in ("/", rich_article.get_absolute_url()):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(SHIFT) < 0.01


def test_a_page_that_is_printed_says_where_it_stands_and_when(
    visit: Visit, rich_article: Article, deep_thread: list[Comment], tmp_path: Path
) -> None:
    page = visit(rich_article.get_absolute_url())
    assert not page.locator(".printed").is_visible()
    page.get_by_role("button", name="Verberg antwoorden").first.click()
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert (
        f"{rich_article.get_absolute_url()}, afgedrukt op " in page.locator(".printed").inner_text()
    )
    assert page.evaluate(COLOURS) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    for gone in (".menu", ".trail", ".reaction__tools", ".invitation", ".colophon"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.locator("#reactie-6").is_visible(), (
        "folded away on the screen, printed all the same"
    )
    assert page.locator(".reaction__head time").first.is_visible()
    page.pdf(path=tmp_path / "article.pdf", format="A4")
    assert (tmp_path / "article.pdf").stat().st_size > 10_000


FIRST_VISIT: Final = """() => performance.getEntries()
  .filter((one) => ["navigation", "resource"].includes(one.entryType))
  .map((one) => [one.name, one.encodedBodySize])"""


def test_a_first_visit_asks_for_few_things(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url())
    page.wait_for_load_state("networkidle")
    names = [Path(name.split("?")[0]).name for name, _size in page.evaluate(FIRST_VISIT)]
    fonts = {name for name in names if name.endswith(".woff2")}
    assert fonts <= {"newsreader.woff2", "newsreader-display.woff2", "schibsted-grotesk.woff2"}
    assert not any("htmx" in name for name in names)


def outline_of(page: Page, selector: str) -> str:
    outline = page.locator(selector).evaluate("one => getComputedStyle(one).outlineStyle")
    return str(outline)


def test_who_pages_through_reactions_sees_the_heading_marked_and_not_the_whole_page(
    visit: Visit, article: Article, deep_thread: list[Comment]
) -> None:
    page = visit(article.get_absolute_url())
    page.keyboard.press("Tab")
    page.locator("#reacties").focus()
    assert outline_of(page, "#reacties") == "none"
    assert outline_of(page, "#reacties > h2") == "solid"
