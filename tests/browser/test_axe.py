"""axe finds nothing on any page a reader can meet, narrow or wide."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion
from tests.browser.axe import REST, violations
from tests.browser.conftest import Visit
from tests.conftest import React


def test_axe_sees_a_fault_that_is_there(visit: Visit, article: Article) -> None:
    page = visit()
    page.evaluate("document.querySelector('h1').remove(); document.images[0]?.remove()")
    page.evaluate("document.body.append(document.createElement('button'))")
    found = violations(page)
    assert any(line.startswith("320: button-name") for line in found)
    assert any(line.startswith("1280: page-has-heading-one") for line in found)


def test_what_moves_is_at_its_end_and_is_not_waited_for(visit: Visit, article: Article) -> None:
    """A check of the desk waited for ever for what moved where nothing is drawn."""
    page = visit()
    for timing in ("{ duration: 1e9 }", "{ duration: 1000, iterations: Infinity }"):
        page.evaluate(f"document.body.animate([{{ opacity: 0 }}, {{ opacity: 1 }}], {timing})")
    assert page.evaluate("document.getAnimations().length") == 2
    page.evaluate(REST)
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.body).opacity") == "1"


def test_on_the_home_page(visit: Visit, rich_article: Article, article: Article) -> None:
    assert violations(visit("/")) == []


def test_on_an_article_with_a_deep_thread(
    visit: Visit, rich_article: Article, deep_thread: list[Comment]
) -> None:
    page = visit(rich_article.get_absolute_url())
    assert page.locator(".thread .thread .thread .thread").count() == 1
    assert page.locator(".badge").all_inner_texts() == ["Auteur van dit artikel", "Redactie"]
    assert page.locator(".reaction--gone").count() == 3
    assert violations(page) == []


def test_where_nobody_reacted_yet(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url())
    assert page.get_by_role("heading", name="Nog geen reacties").is_visible()
    assert violations(page) == []


@pytest.mark.parametrize("as_answer", [False, True])
def test_on_the_form_with_and_without_errors(
    visit: Visit, article: Article, react: React, *, as_answer: bool
) -> None:
    number = react().number
    page = visit(f"{article.get_absolute_url()}reageren/{f'?op={number}' if as_answer else ''}")
    assert page.locator(".answered").count() == as_answer
    assert violations(page) == []
    page.get_by_role("button", name="Reactie plaatsen").click()
    page.get_by_role("alert").wait_for()
    assert page.title().startswith("Fout: ")
    assert violations(page) == []


def test_on_two_forms_that_are_open_in_the_page_with_and_without_errors(
    visit: Visit, article: Article, react: React
) -> None:
    react()
    page = visit(article.get_absolute_url())
    page.get_by_role("link", name="Beantwoorden").click()
    page.get_by_role("link", name="Geef een reactie").click()
    forms = page.locator("[data-in-place]")
    forms.nth(1).wait_for()
    assert violations(page) == []
    for form in forms.all():
        form.get_by_role("button", name="Reactie plaatsen").click()
        form.get_by_role("alert").wait_for()
    assert violations(page) == []


def test_on_a_closed_article_with_its_closing_word(
    visit: Visit, article: Article, discussion: Discussion, react: React, mo: User
) -> None:
    react()
    discussion.close(mo, "Dank voor alle reacties.\n\nWij gaan ermee aan de slag.")
    page = visit(article.get_absolute_url())
    assert page.get_by_role("heading", name="Slotbericht").is_visible()
    assert violations(page) == []


def closed_in_the_page(visit: Visit, article: Article, close: Callable[[], None]) -> Page:
    page = visit(article.get_absolute_url())
    page.get_by_role("link", name="Geef een reactie").click()
    page.get_by_label("Reactie", exact=True).fill("Ik was net te laat.")
    close()
    page.get_by_role("button", name="Reactie plaatsen").click()
    page.locator(".closed").wait_for()
    return page


def closed_on_its_own_page(visit: Visit, article: Article, close: Callable[[], None]) -> Page:
    page = visit(f"{article.get_absolute_url()}reageren/")
    page.get_by_label("Reactie", exact=True).fill("Ik was net te laat.")
    close()
    page.get_by_role("button", name="Reactie plaatsen").click()
    page.locator(".closed").wait_for()
    return page


@pytest.mark.parametrize("where", [closed_in_the_page, closed_on_its_own_page])
def test_on_what_a_reader_sees_who_was_typing_when_it_closed(
    visit: Visit,
    article: Article,
    discussion: Discussion,
    mo: User,
    where: Callable[[Visit, Article, Callable[[], None]], Page],
) -> None:
    page = where(visit, article, lambda: discussion.close(mo))
    assert page.get_by_label("Dit was uw tekst.").input_value() == "Ik was net te laat."
    assert violations(page) == []


@pytest.mark.parametrize("outcome", ["wacht", "geplaatst"])
def test_on_the_message_after_reacting(visit: Visit, article: Article, outcome: str) -> None:
    page = visit(f"{article.get_absolute_url()}?uitkomst={outcome}#uitkomst")
    assert page.get_by_role("status").is_visible()
    assert violations(page) == []


def test_on_a_page_that_does_not_exist(visit: Visit, db: None) -> None:
    page = visit("/bestaat-niet/")
    assert page.get_by_role("heading", name="Deze pagina bestaat niet.").is_visible()
    assert violations(page) == []


def test_on_a_page_that_was_withdrawn(visit: Visit, article: Article) -> None:
    article.withdraw()
    page = visit(article.get_absolute_url())
    assert page.get_by_role("heading", name="Deze pagina is verwijderd.").is_visible()
    assert violations(page) == []
