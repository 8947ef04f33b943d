"""What ada does before the editors get it: the first half of the day (see test_editors_day)."""

from pathlib import Path
from typing import Final

from playwright.sync_api import Page, expect

from tests.browser.at_the_desk import (
    BLOCKS,
    act,
    add_block,
    confirm,
    focal_point,
    parts,
    shown,
    tab_to,
    told,
)
from tests.browser.test_small_screens import fits

BO: Final = "Eindelijk daglicht."
INA: Final = "Wij gaan er voor de inwoner op vooruit."
PHONE: Final = 360


def write(page: Page, photo: Path) -> None:
    """A block of each kind, and two things that the check will not let pass."""
    page.locator(".model-article").get_by_role("link", name="Toevoegen").click()
    page.locator("#id_title").fill("De balie verhuist")
    page.locator("#id_lead").fill("De balie verhuist in maart.")
    page.locator("#id_tags").fill("dienstverlening, verhuizen")
    page.get_by_role("button", name="Foto boven het artikel").click()
    page.locator("#id_image").set_input_files(photo)
    page.locator("#id_alt").fill("Beeld van een lege balie")
    point_at(page, "#id_image", 0.25, 0.75)
    add_block(page, "Tekst")
    page.keyboard.type("Het begon met een verhuizing.")
    page.keyboard.press("Enter")
    page.keyboard.type("#### Wat er verandert")
    page.keyboard.press("Enter")
    page.keyboard.type("De balie komt aan het plein.")
    quote(page, 0, BO, "Bo de Wit")
    add_block(page, "Tip")
    page.keyboard.type("Neem uw paspoort mee.")
    add_block(page, "Afbeelding")
    page.locator("#id_articles_imageblock_set-0-image").set_input_files(photo)
    page.locator("#id_articles_imageblock_set-0-alt").fill("Een plein met bomen")
    focal_point(page.locator("#articles_imageblock_set-0")).get_by_label("Van links").fill("80")
    add_block(page, "Video of bericht")
    video = "#id_articles_embedblock_set-0"
    page.locator(f"{video}-address").fill("https://youtu.be/grensvlak-0")
    page.locator(f"{video}-title").fill("Een rondleiding")
    page.locator(f"{video}-transcript").fill("Bo loopt door de nieuwe hal.")
    quote(page, 1, INA, "Ina Vos")


def quote(page: Page, number: int, words: str, name: str) -> None:
    add_block(page, "Citaat")
    page.locator(f"#id_articles_pullquote_set-{number}-quote").fill(words)
    page.locator(f"#id_articles_pullquote_set-{number}-name").fill(name)


def point_at(page: Page, field: str, x: float, y: float) -> None:
    image = focal_point(page.locator(".field-image", has=page.locator(field))).locator("img")
    expect(image).to_be_visible()
    box = image.bounding_box()
    assert box is not None
    image.click(position={"x": box["width"] * x, "y": box["height"] * y})


def put_in_order_by_dragging(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 3600})  # all in sight: no scrolling halfway
    image = page.locator("#articles_imageblock_set-0 > h3")
    first = page.locator("#articles_textblock_set-0 > h3")
    image.drag_to(first, target_position={"x": 20, "y": 2})
    expect(page.locator(BLOCKS).first).to_have_id("articles_imageblock_set-0")


def put_in_order_by_keyboard(page: Page) -> None:
    assert shown(page) == [
        "Afbeelding:",
        "Tekst:",
        "Citaat:",
        "Tip:",
        "Video of bericht:",
        "Citaat:",
    ]
    tab_to(page, "Tip omhoog")
    page.keyboard.press("Enter")
    said = page.locator(".order-machine-wrapper [role=status]")
    expect(said).to_have_text("Tip staat nu op plaats 3 van 6.")


def look_as_readers_will(page: Page) -> None:
    page.set_viewport_size({"width": PHONE, "height": 900})
    page.get_by_role("link", name="Voorbeeld").click()
    expect(page.locator(".preview-bar")).to_contain_text("Voorbeeld: concept.")
    assert parts(page) == ["picture", "text", "tips", "pull-quote", "embed", "pull-quote"]
    assert fits(page)
    page.get_by_role("link", name="Terug naar de redactie").click()
    page.set_viewport_size({"width": 1280, "height": 900})


def send_for_review(page: Page) -> None:
    act(page, "Ter beoordeling geven")
    expect(page.locator(".findings--blocking li")).to_have_count(2)
    page.get_by_label("Toelichting").fill("Graag nog vragen of Bo en Ina akkoord zijn.")
    confirm(page)
    told(page, "Ter beoordeling geven: 1 gedaan.")
    expect(page.locator("[name=_continue]")).to_have_count(0)  # now it is with the editors
    page.goto("/beheer/")
    expect(page.locator(".panel", has_text="Bij de redactie")).to_contain_text("De balie verhuist")
