"""A video of another site comes after the click, and not before."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from articles.models import Article, EmbedBlock
from tests.browser.axe import violations
from tests.browser.conftest import Visit
from tests.browser.test_reading import traces

PLAYER = "https://www.youtube-nocookie.com/embed/grensvlak-0"
NOTICE = "Door op afspelen te klikken laadt u inhoud van YouTube."


@pytest.fixture
def with_video(article: Article, photo: Path) -> Article:
    """`article` with a video in it: a still, a title and what is said."""
    block = EmbedBlock(
        parent=article,
        region="main",
        ordering=20,
        address="https://youtu.be/grensvlak-0",
        title="Zo klinkt inspreken",
        transcript="Nico zegt: ‘Ja.’",
    )
    with photo.open("rb") as file:
        block.image.save("beeld.jpg", file)
    return article


def other_site(page: Page) -> list[tuple[str, str | None]]:
    """What is asked of the other site, and for whom; it answers with a page of its own."""
    asked: list[tuple[str, str | None]] = []

    def answer(route: Route) -> None:
        asked.append((route.request.url, route.request.header_value("referer")))
        route.fulfill(content_type="text/html", body="<title>Speler</title><p>De video speelt.</p>")

    page.context.route("https://www.youtube-nocookie.com/**", answer)
    return asked


def test_before_the_click_nothing_is_asked_of_another_site(
    visit: Visit, with_video: Article
) -> None:
    page = visit(with_video.get_absolute_url())
    page.locator(".embed").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text(NOTICE)).to_be_visible()
    expect(page.get_by_role("button", name="Video afspelen")).to_be_visible()
    assert page.locator("iframe").count() == 0
    assert page.locator(".embed img").evaluate("img => img.currentSrc").endswith(".avif")


def test_after_the_click_the_video_plays_in_its_place(visit: Visit, with_video: Article) -> None:
    page = visit(with_video.get_absolute_url(), expects=(PLAYER,))
    asked = other_site(page)
    # The name of the site, which YouTube asks for; not which article is read.
    once = [(PLAYER, page.url.removesuffix(with_video.get_absolute_url()) + "/")]
    page.get_by_role("button", name="Video afspelen").press("Enter")
    frame = page.frame_locator("iframe[title='Zo klinkt inspreken']")
    expect(frame.get_by_text("De video speelt.")).to_be_visible()
    assert asked == once
    assert page.evaluate("document.activeElement.title") == "Zo klinkt inspreken"
    expect(page.get_by_text(NOTICE)).to_have_count(0)
    expect(page.get_by_role("link", name="Bekijk deze video op YouTube")).to_be_visible()
    assert traces(page) == [0, 0, ""]
    page.reload()
    expect(page.get_by_role("button", name="Video afspelen")).to_be_visible()
    assert asked == once


def test_a_frame_gets_no_more_than_it_needs(visit: Visit, with_video: Article) -> None:
    page = visit(with_video.get_absolute_url(), expects=(PLAYER,))
    other_site(page)
    page.get_by_role("button", name="Video afspelen").click()
    frame = page.locator("iframe")
    expect(frame).to_have_attribute("allow", "fullscreen; picture-in-picture")
    sandbox = frame.get_attribute("sandbox") or ""
    assert not {"allow-top-navigation", "allow-forms", "allow-modals"} & set(sandbox.split())
    box = frame.bounding_box()
    assert box is not None
    assert abs(box["width"] / box["height"] - 16 / 9) < 0.02


def test_without_javascript_a_video_is_words_and_a_link(visit: Visit, with_video: Article) -> None:
    page = visit(with_video.get_absolute_url(), javascript=False)
    expect(page.get_by_role("link", name="Bekijk deze video op YouTube")).to_be_visible()
    expect(page.get_by_role("button", name="Video afspelen")).to_have_count(0)
    expect(page.get_by_text(NOTICE)).to_be_hidden()
    page.get_by_text("Uitgeschreven tekst").click()
    expect(page.get_by_text("Nico zegt: ‘Ja.’")).to_be_visible()


def test_a_video_fits_and_is_accessible(visit: Visit, with_video: Article) -> None:
    page = visit(with_video.get_absolute_url(), width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []
