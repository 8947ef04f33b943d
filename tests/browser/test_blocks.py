"""The blocks of an article by keyboard: putting them in order, and adding one in between."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from articles.models import Article, Block, ImageBlock, PullQuote, TextBlock, Tip
from tests.browser.at_the_desk import BLOCKS, shown, tab_to
from tests.browser.conftest import Visit


@pytest.fixture
def blocks(article: Article) -> list[Block]:
    """Four blocks of three kinds, in the order of the list."""
    text = TextBlock.objects.get(parent=article)
    quote = PullQuote(quote="Eindelijk daglicht.", name="Bo de Wit")
    made: list[Block] = [text, quote, Tip(text="Groet eerst."), Tip(text="Luister dan.")]
    for place, block in enumerate(made, start=1):
        block.parent, block.region, block.ordering = article, "main", place * 10
        block.save()
    return made


@pytest.fixture
def editor(visit: Visit, article: Article, blocks: list[Block], els: User) -> Page:
    page = visit(f"/beheer/articles/article/{article.pk}/change/", as_user=els)
    expect(page.get_by_role("button", name="Citaat omhoog")).to_be_visible()
    return page


def stored(article: Article) -> list[str]:
    """The blocks as they are kept, in order."""
    kinds = (TextBlock, PullQuote, Tip, ImageBlock)
    found = [block for kind in kinds for block in kind.objects.filter(parent=article)]
    return [str(block) for block in sorted(found, key=lambda block: block.ordering)]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label')"))


@pytest.mark.parametrize("width", [320, 1280])
def test_a_block_moves_by_keyboard_and_stays_there(
    editor: Page, article: Article, blocks: list[Block], width: int
) -> None:
    editor.set_viewport_size({"width": width, "height": 900})
    tab_to(editor, "Citaat omlaag")
    editor.keyboard.press("Enter")
    said = editor.locator(".order-machine-wrapper [role=status]")
    expect(said).to_have_text("Citaat staat nu op plaats 3 van 4.")
    assert focused(editor) == "Citaat omlaag"
    editor.keyboard.press("Space")
    expect(said).to_have_text("Citaat staat nu op plaats 4 van 4.")
    editor.keyboard.press("Enter")
    expect(said).to_have_text("Citaat staat al onderaan.")
    assert shown(editor) == ["Tekst:", "Tip:", "Tip:", "Citaat:"]
    text, quote, first, second = map(str, blocks)
    editor.locator("[name=_save]").click()
    expect(editor.locator(".messagelist")).to_be_visible()
    assert stored(article) == [text, first, second, quote]


def test_what_was_typed_moves_along(editor: Page, article: Article) -> None:
    editor.locator(".tiptap").first.click()
    editor.keyboard.press("End")
    editor.keyboard.type(" Daarna wordt het stil.")
    editor.keyboard.press("Alt+Shift+ArrowDown")
    said = editor.locator(".order-machine-wrapper [role=status]")
    expect(said).to_have_text("Tekst staat nu op plaats 2 van 4.")
    editor.keyboard.type(" En dan?")
    editor.locator("[name=_save]").click()
    expect(editor.locator(".messagelist")).to_be_visible()
    text = TextBlock.objects.get(parent=article).text_html
    assert text == "<p>Het begint met een vraag. Daarna wordt het stil. En dan?</p>"
    assert stored(article)[0].startswith("Bo de Wit")


def test_the_menu_of_headings_keeps_its_dutch_name(editor: Page) -> None:
    """It was “heading 3” as soon as the cursor had moved into one."""
    chosen = editor.locator("#articles_textblock_set-0 .prose-menubar__selected")
    editor.locator(".tiptap").first.click()
    expect(chosen.get_by_role("button", name="alinea")).to_be_visible()
    editor.keyboard.press("Home")
    editor.keyboard.type("### ")
    expect(chosen.get_by_role("button", name="kop 3")).to_be_visible()


def test_a_block_is_added_in_between_by_keyboard(editor: Page, article: Article) -> None:
    tab_to(editor, "Blok invoegen vóór Citaat")
    editor.keyboard.press("Enter")
    assert editor.evaluate("document.activeElement.title") == "Tekst"
    editor.keyboard.press("Escape")
    assert focused(editor) == "Blok invoegen vóór Citaat"
    editor.keyboard.press("Enter")
    for _kind in ("Citaat", "Tip"):
        editor.keyboard.press("Tab")
    editor.keyboard.press("Enter")
    editor.keyboard.type("Neem de tijd.")
    assert shown(editor) == ["Tekst:", "Tip:", "Citaat:", "Tip:", "Tip:"]
    editor.locator("[name=_save]").click()
    expect(editor.locator(".messagelist")).to_be_visible()
    assert stored(article)[1] == "Neem de tijd."


def test_after_dragging_the_page_has_the_order_that_is_seen(editor: Page, article: Article) -> None:
    editor.set_viewport_size({"width": 1280, "height": 2400})  # all in sight: no scrolling halfway
    last = editor.locator("#articles_tip_set-1 > h3")
    first = editor.locator("#articles_textblock_set-0 > h3")
    last.drag_to(first, target_position={"x": 20, "y": 2})
    blocks = editor.locator(BLOCKS)
    expect(blocks.first).to_have_id("articles_tip_set-1")
    assert shown(editor) == ["Tip:", "Tekst:", "Citaat:", "Tip:"]
    editor.locator("[name=_save]").click()
    expect(editor.locator(".messagelist")).to_be_visible()
    assert stored(article)[0] == "Luister dan."


def test_a_part_of_the_form_opens_by_keyboard(editor: Page) -> None:
    opener = editor.get_by_role("button", name="Foto boven het artikel")
    opener.focus()
    expect(opener).to_have_attribute("aria-expanded", "false")
    editor.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(editor.get_by_label("Bijschrift").first).to_be_visible()


def test_who_may_only_look_gets_no_buttons(
    visit: Visit, article: Article, blocks: list[Block], mo: User
) -> None:
    page = visit(f"/beheer/articles/article/{article.pk}/change/", as_user=mo)
    expect(page.get_by_text("Eindelijk daglicht.", exact=True)).to_be_visible()
    assert page.locator(".block-move").count() == 0


def test_the_buttons_speak_the_language_of_who_is_signed_in(
    visit: Visit, article: Article, blocks: list[Block], els: User
) -> None:
    User.objects.filter(pk=els.pk).update(language="en")
    page = visit(f"/beheer/articles/article/{article.pk}/change/", as_user=els)
    page.get_by_role("button", name="Quote up").click()
    said = page.locator(".order-machine-wrapper [role=status]")
    expect(said).to_have_text("Quote is now in place 1 of 4.")
