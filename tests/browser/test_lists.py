"""The lists and what surrounds an article, as a browser shows them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Author, Correction, Series
from tests.browser.axe import violations
from tests.browser.conftest import Visit
from tests.browser.test_small_screens import fits
from tests.conftest import Publish, React

LONG = "arbeidsongeschiktheids" * 5 + "verzekering"


@pytest.fixture
def magazine(publish: Publish, rich_article: Article, react: React) -> Article:
    """An article with all that can surround it, and enough others for a second page."""
    series = Series.objects.create(title=f"Reeks {LONG}"[:160], slug="reeks", description=LONG)
    rich_article.series, rich_article.series_position = series, 2
    rich_article.word_count = 900
    rich_article.save()
    Author.objects.update(role=LONG, bio=LONG, website="https://ada.voorbeeld.nl/")
    for number in range(1, 22):
        other = publish(f"Artikel {number}")
        other.publish(timezone.now() - timedelta(days=number))
        other.tags.add("participatie")
        other.authorships.create(author=Author.objects.get())
    Article.objects.filter(title="Artikel 1").update(series=series, series_position=1)
    announced = {"series": series, "series_position": 3, "announcement": LONG}
    Article.objects.filter(title="Artikel 2").update(**announced)
    publish("At the counter", language="en", translation_of=rich_article)
    Correction.objects.create(article=rich_article, text=f"Er stond {LONG}.")
    react(LONG)
    return rich_article


def addresses(article: Article) -> list[str]:
    published = timezone.localtime(article.published_at)
    month = f"/archief/{published.year}/{published.month}/"
    return [
        "/",
        "/onderwerpen/",
        "/onderwerpen/participatie/",
        "/onderwerpen/participatie/?pagina=2",
        "/auteurs/",
        "/auteurs/ada-verhoeven/",
        "/reeksen/",
        "/reeksen/reeks/",
        "/archief/",
        f"/archief/{published.year}/",
        month,
        article.get_absolute_url(),
    ]


def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit: Visit, magazine: Article) -> None:
    page = visit("/", 320)
    for address in addresses(magazine):
        page.goto(address)
        page.set_viewport_size({"width": 320, "height": 900})
        assert fits(page)
        assert violations(page) == []


def test_a_reader_goes_through_a_list_without_javascript(visit: Visit, magazine: Article) -> None:
    page = visit("/onderwerpen/", javascript=False)
    page.get_by_role("link", name="#participatie").click()
    page.get_by_role("link", name="Volgende pagina").click()
    paging = page.get_by_role("navigation", name="Paginering")
    assert "Pagina 2 van 2" in paging.inner_text()
    page.get_by_role("link", name="Vorige pagina").click()
    assert page.url.endswith("/onderwerpen/participatie/")


def test_the_byline_leads_to_the_card_and_the_card_to_the_author(
    visit: Visit, magazine: Article
) -> None:
    page = visit(magazine.get_absolute_url())
    page.locator(".byline a").click()
    assert page.url.endswith("#auteur-ada-verhoeven")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/auteurs/ada-verhoeven/")
    assert page.get_by_role("heading", level=1).inner_text() == "Ada Verhoeven"


def test_on_paper_the_ways_elsewhere_are_left_out(visit: Visit, magazine: Article) -> None:
    page = visit(magazine.get_absolute_url())
    page.emulate_media(media="print")
    assert page.locator(".corrections").is_visible()
    assert not page.locator(".related").is_visible()
    assert not page.locator(".series__ways").is_visible()
    page.goto("/archief/")
    assert not page.locator(".ways").is_visible()
