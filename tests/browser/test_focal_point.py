"""An editor points out what must stay in a crop: by mouse, and by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from articles.models import Article
from tests.browser.at_the_desk import add_block, focal_point
from tests.browser.axe import violations
from tests.browser.conftest import Visit

type Desk = Callable[[Article], Page]


@pytest.fixture
def desk(visit: Visit, els: User) -> Desk:
    """Els at the page of an article, with the part about the photo open."""

    def open_photo(article: Article) -> Page:
        page = visit(f"/beheer/articles/article/{article.pk}/change/", as_user=els)
        page.get_by_text("Foto boven het artikel").click()
        return page

    return open_photo


def save(page: Page) -> Article:
    page.locator("[name=_save]").first.click()
    expect(page.locator(".messagelist")).to_be_visible()
    return Article.objects.get()


def test_by_mouse_on_a_stored_photo(desk: Desk, rich_article: Article) -> None:
    page = desk(rich_article)
    image = focal_point(page).locator("img")
    box = image.bounding_box()
    assert box is not None
    image.click(position={"x": box["width"] * 0.2, "y": box["height"] * 0.7})
    box, point = image.bounding_box(), focal_point(page).locator(".focus__point").bounding_box()
    assert box is not None
    assert point is not None
    assert abs(point["x"] + point["width"] / 2 - box["x"] - box["width"] * 0.2) < 3
    assert abs(point["y"] + point["height"] / 2 - box["y"] - box["height"] * 0.7) < 3
    assert save(page).image_ppoi == "0.2x0.7"


def test_by_keyboard_on_a_stored_photo(desk: Desk, rich_article: Article) -> None:
    page = desk(rich_article)
    left = focal_point(page).get_by_label("Van links")
    left.focus()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    page.keyboard.type("8")
    assert save(page).image_ppoi == "0.53x0.08"


def test_a_photo_that_was_just_chosen_is_pointed_at_before_it_is_sent(
    desk: Desk, article: Article, photo: Path
) -> None:
    page = desk(article)
    expect(focal_point(page)).to_be_hidden()
    page.locator("#id_image").set_input_files(photo)
    focal_point(page).get_by_label("Van boven").fill("25")
    page.locator("#id_alt").fill("Een lege balie")
    stored = save(page)
    assert stored.image_ppoi == "0.5x0.25"
    assert stored.image


def test_a_number_outside_the_picture_changes_nothing(desk: Desk, rich_article: Article) -> None:
    page = desk(rich_article)
    focal_point(page).get_by_label("Van links").fill("120")
    assert page.locator("#id_image_ppoi").input_value() == "0.5x0.5"


def test_a_new_block_has_it_too(desk: Desk, article: Article, photo: Path) -> None:
    page = desk(article)
    add_block(page, "Video of bericht")
    page.locator("#id_articles_embedblock_set-0-image").set_input_files(photo)
    last = page.get_by_role("group", name="Belangrijkste punt").last
    last.get_by_label("Van links").fill("90")
    assert page.locator("#id_articles_embedblock_set-0-image_ppoi").input_value() == "0.9x0.5"


def test_the_control_itself_is_accessible(desk: Desk, rich_article: Article) -> None:
    page = desk(rich_article)
    expect(focal_point(page)).to_be_visible()
    assert [found for found in violations(page) if ".focus" in found] == []
