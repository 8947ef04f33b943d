"""A crawl of the demo magazine: no dead end, no page like another, and valid html everywhere."""

import itertools
from collections import Counter

import pytest
from django.test import Client

from tests.demo.crawl import Page, broken_links, crawl
from tests.html.checker import errors_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("magazine")]


@pytest.fixture(scope="module")
def site(magazine: None) -> dict[str, Page]:
    """Every page a reader can come to from the front page, and what machines are offered."""
    return crawl(Client(), "/robots.txt", "/sitemap.xml")


@pytest.fixture(scope="module")
def pages(site: dict[str, Page]) -> list[Page]:
    """Those that people read."""
    return [page for page in site.values() if page.kind == "text/html" and page.status == 200]


def test_the_crawl_comes_everywhere(pages: list[Page]) -> None:
    assert len(pages) > 100


def test_no_link_or_anchor_is_broken(site: dict[str, Page]) -> None:
    assert broken_links(site) == []


def test_a_link_that_leads_nowhere_would_be_found(site: dict[str, Page]) -> None:
    links = ["/nergens/", "/#nergens", "/static/css/nergens.css", "/media/nergens.jpg"]
    lost = Page("http://testserver/x/", 200, "text/html", "", links=links)
    assert len(broken_links({**site, lost.url: lost})) == len(links)


def test_no_two_pages_have_the_same_title(pages: list[Page]) -> None:
    titles = Counter(page.title for page in pages)
    assert "" not in titles
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_says_what_it_is_about(pages: list[Page]) -> None:
    assert [page.url for page in pages if not page.description.strip()] == []


def test_pages_for_search_engines_have_descriptions_of_their_own(pages: list[Page]) -> None:
    indexed = [page for page in pages if "noindex" not in page.robots]
    descriptions = Counter(page.description for page in indexed)
    assert [text for text, count in descriptions.items() if count > 1] == []


def test_every_page_has_one_title_heading_and_skips_no_level(pages: list[Page]) -> None:
    for page in pages:
        assert page.headings.count("h1") == 1, page.url
        levels = [int(heading[1]) for heading in page.headings]
        steps = [after - before for before, after in itertools.pairwise(levels)]
        assert all(step <= 1 for step in steps), page.url


def test_no_id_is_given_twice_in_a_page(pages: list[Page]) -> None:
    for page in pages:
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], page.url


def test_the_html_of_every_page_is_valid(pages: list[Page]) -> None:
    """By the checker that the W3C runs."""
    assert errors_in({page.url: page.text for page in pages}) == []
