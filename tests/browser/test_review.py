"""What only a browser shows of checking, planning and saving at the desk."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import User
from articles.models import Article, Author, TextBlock
from tests.browser.at_the_desk import go_to
from tests.browser.axe import violations
from tests.browser.conftest import Visit


@pytest.fixture
def unfinished(article: Article) -> Article:
    """Withdrawn, and not yet what it should be: a heading skips a level."""
    article.withdraw()
    TextBlock.objects.create(
        parent=article, region="main", ordering=20, text_html="<h4>Te diep</h4><p>Thans.</p>"
    )
    return article


def at(article: Article, act: str) -> str:
    return f"/beheer/articles/article/{article.pk}/{act}/"


def test_a_finding_leads_to_its_block_also_when_that_is_folded(
    visit: Visit, unfinished: Article, els: User
) -> None:
    page = visit(at(unfinished, "change"), as_user=els)
    page.locator(".collapse-items").click()
    block = page.locator("#articles_textblock_set-1")
    expect(block).to_have_class(re.compile("collapsed"))
    page.get_by_role("link", name="Controleren").click()
    go_to(page, "slaat een niveau over")
    expect(block).to_be_focused()
    expect(block).to_be_in_viewport()
    expect(block.locator(".tiptap")).to_be_visible()


def test_a_finding_about_the_photo_opens_its_tab(
    visit: Visit, unfinished: Article, els: User
) -> None:
    page = visit(at(unfinished, "controleren"), as_user=els)
    go_to(page, "geen foto boven het artikel")
    expect(page.locator("#id_image")).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("act", ["controleren", "publiceren"])
def test_the_pages_of_the_check_fit_and_are_accessible(
    visit: Visit, unfinished: Article, els: User, act: str, width: int
) -> None:
    page = visit(at(unfinished, act), width, as_user=els, shielded=False)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def test_the_page_to_publish_says_what_the_time_means(
    visit: Visit, article: Article, els: User
) -> None:
    article.withdraw()
    Article.objects.filter(pk=article.pk).update(published_at=None)
    page = visit(at(article, "publiceren"), as_user=els)
    line = page.get_by_role("status")
    expect(line).to_have_text("Laat u de tijd leeg, dan zien lezers dit artikel meteen.")
    page.locator("[name=at_0]").fill("03-02-2199")
    page.locator("[name=at_1]").fill("09:00")
    expect(line).to_have_text("Lezers zien dit artikel vanaf 3 februari 2199 om 09:00.")
    page.locator("[name=at_1]").fill("")
    expect(line).to_have_text("Laat u de tijd leeg, dan zien lezers dit artikel meteen.")


def test_two_windows_on_one_article_lose_nothing(visit: Visit, article: Article, els: User) -> None:
    first = visit(at(article, "change"), as_user=els)
    second = visit(at(article, "change"), as_user=els)
    second.locator("#id_title").fill("Uit het tweede venster")
    second.locator("[name=_continue]").first.click()
    expect(second.locator(".messagelist")).to_be_visible()
    first.locator("#articles_textblock_set-0 .tiptap").click()
    first.keyboard.type("Uit het eerste venster. ")
    first.locator("[name=_continue]").first.click()
    warning = first.get_by_role("alert")
    expect(warning).to_contain_text("Intussen heeft Els Maas dit artikel bewaard")
    expect(first.locator(".tiptap")).to_contain_text("Uit het eerste venster.")
    warning.get_by_role("checkbox").check()
    first.locator("[name=_continue]").first.click()
    expect(first.locator(".messagelist")).to_be_visible()
    assert "Uit het eerste venster." in TextBlock.objects.get().text_html
    assert Author.objects.filter(articles=article).exists()
