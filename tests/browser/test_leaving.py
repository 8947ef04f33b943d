"""Leaving an article that has changes which are not saved."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Dialog, Page, expect

from accounts.models import User
from articles.models import Article
from tests.browser.conftest import Visit


@pytest.fixture
def editor(visit: Visit, article: Article, els: User) -> Page:
    return visit(f"/beheer/articles/article/{article.pk}/change/", as_user=els)


@pytest.fixture
def questions(editor: Page, complaints: list[str]) -> Iterator[list[str]]:
    """The kind of each question that the browser asked; the answer is always: stay here."""
    asked: list[str] = []

    def hear(dialog: Dialog) -> None:
        asked.append(dialog.type)

    editor.on("dialog", hear)
    yield asked
    complaints[:] = [line for line in complaints if not line.startswith("dialog")]


def leave(page: Page) -> None:
    page.locator(".breadcrumbs a").first.click(no_wait_after=True)


def title(page: Page) -> None:
    page.locator("#id_title").fill("De nieuwe balie")


def text(page: Page) -> None:
    page.locator(".tiptap").first.click()
    page.keyboard.type("Nog iets: ")


def order(page: Page) -> None:
    page.get_by_role("button", name="Blok toevoegen aan het einde").click()
    page.locator(".plugin-button", has_text="Tip").click()


@pytest.mark.parametrize("change", [title, text, order])
def test_whoever_leaves_unsaved_changes_is_asked(
    editor: Page, questions: list[str], change: Callable[[Page], None]
) -> None:
    change(editor)
    with editor.expect_event("dialog"):
        leave(editor)
    assert questions == ["beforeunload"]


def test_whoever_changed_nothing_just_leaves(editor: Page, questions: list[str]) -> None:
    editor.locator("#id_title").click()
    leave(editor)
    editor.wait_for_url("**/beheer/")
    assert questions == []


def test_a_refused_save_is_not_a_save(editor: Page, questions: list[str], article: Article) -> None:
    editor.locator("#id_lead").fill("")
    editor.locator("[name=_continue]").click()
    expect(editor.locator(".errornote")).to_be_visible()
    editor.locator("#id_title").click()
    with editor.expect_event("dialog"):
        leave(editor)
    assert questions == ["beforeunload"]


def test_ctrl_s_saves_and_asks_nothing(
    editor: Page, questions: list[str], article: Article
) -> None:
    title(editor)
    editor.keyboard.press("Control+s")
    expect(editor.locator(".messagelist")).to_be_visible()
    leave(editor)
    editor.wait_for_url("**/beheer/")
    assert questions == []
    assert Article.objects.get(pk=article.pk).title == "De nieuwe balie"
