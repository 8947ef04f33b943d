"""Reading leaves no trace, fits on a small screen, and runs nothing that a reader wrote."""

import pytest
from playwright.sync_api import Page

from articles.models import Article
from comments.models import Comment
from tests.browser.conftest import Visit
from tests.conftest import React
from tests.markup.hostile import PAYLOADS

STORED = "[localStorage.length, sessionStorage.length, document.cookie]"


def traces(page: Page) -> list[object]:
    return [*page.evaluate(STORED), *page.context.cookies()]


def test_reading_leaves_no_trace(visit: Visit, rich_article: Article, react: React) -> None:
    react()
    page = visit("/")
    page.get_by_role("link", name=rich_article.title, exact=True).click()
    page.get_by_role("link", name="1 reactie").click()
    page.mouse.wheel(0, 20_000)
    page.get_by_role("link", name="Link naar reactie 1").click()
    assert traces(page) == [0, 0, ""]


def test_only_who_opens_the_form_gets_a_cookie(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url())
    page.get_by_role("link", name="Geef een reactie").click()
    page.locator("form").wait_for()
    (cookie,) = page.context.cookies()
    assert cookie["name"] == "formulier"
    assert cookie["httpOnly"]
    assert cookie["expires"] == -1


@pytest.mark.parametrize("path", ["", "reageren/", "reageren/?op=1"])
def test_nothing_sticks_out_of_a_small_screen(
    visit: Visit, rich_article: Article, react: React, path: str
) -> None:
    parent = react("x" * 300 + "\n\n```\n" + "y" * 400 + "\n```")
    for _level in range(5):
        parent = react(f"Antwoord {parent.number}: https://www.voorbeeld.nl/" + "z" * 80, parent)
    page = visit(f"{rich_article.get_absolute_url()}{path}", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_permalink_lands_on_its_reaction(visit: Visit, article: Article, react: React) -> None:
    reactions = [react(f"Reactie nummer {n}. " * 40) for n in range(1, 9)]
    page = visit(reactions[6].get_absolute_url())
    assert page.url.endswith("#reactie-7")
    assert page.locator("#reactie-7").evaluate("one => one.getBoundingClientRect().top") < 900
    assert page.locator("#reactie-7").evaluate("one => one.matches(':target')")


def test_nothing_that_a_reader_writes_runs_or_fetches(
    visit: Visit, article: Article, react: React
) -> None:
    """Also with the content security policy switched off; `visit` fails on dialogs and requests."""
    for body in {payload.strip() for payload in PAYLOADS}:
        if len(body) > 1 and body.isprintable():
            react(body, name=body[:80])
    assert Comment.objects.count() > 100
    page = visit(article.get_absolute_url(), shielded=False)
    page.wait_for_load_state("networkidle")
    inside = ".reaction__text"
    for hostile in ("script", "img", "iframe", "style", "svg", "[style]", "[onclick]", "[id]"):
        assert page.locator(f"{inside} {hostile}").count() == 0
    schemes = page.eval_on_selector_all(f"{inside} a", "all => all.map(one => one.protocol)")
    assert set(schemes) <= {"http:", "https:", "mailto:"}
