"""The desk in a browser: an editor writes with blocks, a moderator judges and closes."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion
from tests.browser.at_the_desk import add_block, confirm, parts, sign_in
from tests.browser.conftest import Visit
from tests.conftest import React


@pytest.fixture
def draft(visit: Visit, els: User, photo: Path) -> Page:
    """A new article on els's screen, with a block of each kind, not yet saved."""
    page = visit("/beheer/articles/article/add/", as_user=els)
    page.locator("#id_title").fill("De nieuwe balie")
    page.get_by_label("Inleiding").fill("Wat er verandert als de balie verhuist.")
    add_block(page, "Tekst")
    page.locator("#articles_textblock_set-0 .tiptap").click()
    page.keyboard.type("Het begon met een verhuizing.")
    add_block(page, "Citaat")
    page.locator("#id_articles_pullquote_set-0-quote").fill("Eindelijk daglicht.")
    page.locator("#id_articles_pullquote_set-0-name").fill("Bo de Wit")
    for number, tip in enumerate(("Zeg eerst goedemorgen.", "Kijk niet op de klok.")):
        add_block(page, "Tip")
        page.locator(f"#id_articles_tip_set-{number}-text").fill(tip)
    add_block(page, "Afbeelding")
    page.locator("#id_articles_imageblock_set-0-image").set_input_files(photo)
    return page


def test_an_editor_writes_an_article_of_blocks_and_publishes_it(draft: Page, visit: Visit) -> None:
    draft.locator("[name=_continue]").first.click()
    expect(draft.get_by_text("Beschrijf de afbeelding")).to_be_visible()
    expect(draft.locator(".tiptap")).to_contain_text("Het begon met een verhuizing.")
    # A browser gives no file back; the rest of the form is as it was.
    assert draft.locator("#id_articles_tip_set-1-text").input_value() == "Kijk niet op de klok."
    photo = draft.locator("#id_articles_imageblock_set-0-image")
    photo.set_input_files({"name": "b.png", "mimeType": "image/png", "buffer": png()})
    draft.locator("#id_articles_imageblock_set-0-alt").fill("Een lege balie")
    draft.locator("[name=_continue]").first.click()
    draft.get_by_role("link", name="Publiceren").click()
    confirm(draft)
    expect(draft.locator(".messagelist")).to_contain_text("Publiceren: 1 gedaan.")
    page = visit("/artikelen/de-nieuwe-balie/")
    assert parts(page) == ["text", "pull-quote", "tips", "picture"]
    assert page.locator(".tips li").count() == 2
    assert page.get_by_alt_text("Een lege balie").evaluate("img => img.naturalWidth") > 0


def png() -> bytes:
    from io import BytesIO  # noqa: PLC0415

    from PIL import Image  # noqa: PLC0415

    buffer = BytesIO()
    Image.new("RGB", (60, 40), "#8fb3b8").save(buffer, "PNG")
    return buffer.getvalue()


def test_blocks_are_put_in_another_order_by_dragging(draft: Page) -> None:
    draft.locator("#id_articles_imageblock_set-0-decorative").check()
    quote = draft.locator("#articles_pullquote_set-0")
    text = draft.locator("#articles_textblock_set-0")
    quote.locator("h3[draggable]").drag_to(
        text.locator("h3[draggable]"), target_position={"x": 20, "y": 2}
    )
    draft.locator("[name=_save]").first.click()
    expect(draft.locator(".messagelist")).to_contain_text("De nieuwe balie")
    article = Article.objects.get(slug="de-nieuwe-balie")
    quotes, texts = article.articles_pullquote_set, article.articles_textblock_set
    assert quotes.get().ordering < texts.get().ordering


def test_a_moderator_signs_in_approves_and_refuses(visit: Visit, react: React, mo: User) -> None:
    good = react("Goed punt.", approved=False, name="Noor")
    bad = react("Koop nu!", approved=False, name="Sem")
    page = visit("/beheer/comments/comment/")
    sign_in(page, "mo")
    page.get_by_role("link", name="Reactie van Noor", exact=True).click()
    page.get_by_role("button", name="Goedkeuren").click()
    page.goto("/beheer/comments/comment/")
    assert page.get_by_role("link", name="Reactie van Noor", exact=True).count() == 0
    page.get_by_role("link", name="Reactie van Sem", exact=True).click()
    page.get_by_role("link", name="Afwijzen").click()
    confirm(page)
    expect(page.locator(".errorlist")).to_contain_text("Kies een reden.")
    page.get_by_label("Reden").select_option("advertising")
    confirm(page)
    expect(page.locator(".messagelist")).to_contain_text("Afwijzen: 1 gedaan.")
    states = [Comment.objects.get(pk=one.pk).state for one in (good, bad)]
    assert states == ["published", "refused"]


def test_what_was_removed_can_be_put_back(visit: Visit, react: React, mo: User) -> None:
    comment = react("Toch wel goed.")
    page = visit(f"/beheer/comments/comment/{comment.pk}/change/", as_user=mo)
    page.get_by_role("link", name="Verwijderen: reactie 1 van Rik").click()
    page.get_by_label("Reden").select_option("off_topic")
    confirm(page)
    page.get_by_role("button", name="Terugzetten").click()
    expect(page.locator(".messagelist")).to_contain_text("Terugzetten: 1 gedaan.")
    assert Comment.objects.visible().get() == comment


def test_a_moderator_closes_several_discussions_from_the_list(
    visit: Visit, article: Article, rich_article: Article, react: React, mo: User
) -> None:
    react()
    page = visit("/beheer/comments/discussion/", as_user=mo)
    for box in page.locator("#result_list tbody input[type=checkbox]").all():
        box.check()
    page.locator("select[name=action]").select_option("sluiten")
    page.get_by_role("button", name="Uitvoeren").click()
    page.get_by_label("Slotbericht").fill("Dank: reactie 1 nemen wij mee.")
    confirm(page)
    expect(page.locator(".messagelist")).to_contain_text("Reageren sluiten")
    assert set(Discussion.objects.values_list("opening", flat=True)) == {"closed"}
    page = visit(article.get_absolute_url())
    expect(page.get_by_text("Reageren is gesloten.", exact=True)).to_be_visible()
    expect(page.get_by_text("Dank: reactie 1 nemen wij mee.")).to_be_visible()
    assert page.get_by_role("link", name="Beantwoorden").count() == 0


def test_an_editor_closes_from_the_article_and_comes_back_to_it(
    visit: Visit, article: Article, els: User
) -> None:
    address = f"/beheer/articles/article/{article.pk}/change/"
    page = visit(address, as_user=els)
    page.get_by_role("link", name="Reageren sluiten").click()
    confirm(page)
    assert page.url.endswith(address)
    expect(page.get_by_role("link", name="Reageren: gesloten")).to_be_visible()
    page.get_by_role("link", name="Reageren openen").click()
    confirm(page)
    expect(page.get_by_role("link", name="Reageren: open")).to_be_visible()
