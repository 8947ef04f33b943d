"""axe finds nothing at the desk either, narrow or wide, but for what Django or a library makes."""

import pytest
from playwright.sync_api import expect

from accounts.models import User
from articles.models import Article, Author, EmbedBlock, ImageBlock, Series
from comments.models import Comment, Discussion
from tests.browser.axe import faults
from tests.browser.conftest import Visit
from tests.conftest import React


@pytest.fixture
def full(rich_article: Article, react: React) -> Article:
    """An article with every kind of block, in a series, with reactions that wait and do not."""
    series = Series.objects.create(title="Het loket", slug="het-loket")
    Article.objects.update(series=series, series_position=1)
    ImageBlock.objects.create(
        parent=rich_article, region="main", ordering=60, image=rich_article.image.name, alt="Balie"
    )
    EmbedBlock.objects.create(
        parent=rich_article,
        region="main",
        ordering=70,
        address="https://voorbeeld.nl/video/1",
        title="Een dag aan de balie",
    )
    react()
    react("Wacht.", approved=False)
    return rich_article


def test_on_the_door(visit: Visit, db: None) -> None:
    page = visit("/beheer/login/")
    assert faults(page) == []
    page.get_by_label("Gebruikersnaam").fill("els")
    page.get_by_label("Wachtwoord").fill("verkeerd")
    page.get_by_role("button", name="Aanmelden").click()
    expect(page.locator(".errornote")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize(
    "address",
    [
        "",
        "voorkeuren/",
        "password_change/",
        "articles/",
        "articles/article/",
        "articles/article/?q=balie&staat=gepubliceerd",
        "articles/author/",
        "articles/author/add/",
        "articles/series/",
        "articles/topic/",
        "articles/topic/add/",
        "comments/discussion/",
        "comments/comment/?staat=alle",
        "comments/policy/",
        "pages/publication/",
        "pages/textpage/add/",
        "pages/houserules/",
        "pages/contactpage/",
        "pages/privacystatement/",
        "pages/accessibilitystatement/",
        "accounts/user/",
    ],
)
def test_on_a_page_of_the_desk(visit: Visit, full: Article, els: User, address: str) -> None:
    page = visit(f"/beheer/{address}", as_user=els)
    assert page.locator("h1").count() == 1
    assert faults(page) == []


@pytest.mark.parametrize("what", ["change", "history", "delete", "publiceren", "intrekken"])
def test_on_the_pages_of_an_article(visit: Visit, full: Article, els: User, what: str) -> None:
    page = visit(f"/beheer/articles/article/{full.pk}/{what}/", as_user=els)
    assert faults(page) == []


def test_on_the_page_of_an_article_with_everything_open(
    visit: Visit, full: Article, els: User
) -> None:
    page = visit(f"/beheer/articles/article/{full.pk}/change/", as_user=els)
    for name in ("Foto boven het artikel", "Reeks en taal"):
        page.get_by_role("button", name=name).click()
        assert faults(page) == []
    page.locator("#id_title").fill("")
    page.locator("[name=_continue]").click()
    expect(page.locator(".errornote")).to_be_visible()
    assert faults(page) == []


def test_on_a_new_article_with_a_block_of_each_kind(visit: Visit, els: User) -> None:
    page = visit("/beheer/articles/article/add/", as_user=els)
    for kind in ("Tekst", "Citaat", "Tip", "Afbeelding", "Video of bericht"):
        page.get_by_role("button", name="Blok toevoegen aan het einde").click()
        assert faults(page) == [] if kind == "Tekst" else True
        page.locator(".plugin-button", has_text=kind).click()
    expect(page.locator(".block-moves")).to_have_count(5)
    assert faults(page) == []


def test_on_the_pages_of_people_and_conversations(visit: Visit, full: Article, els: User) -> None:
    author, discussion = Author.objects.get(), Discussion.objects.get(pk=full.pk)
    waiting = Comment.objects.waiting().get()
    for address in (
        f"articles/author/{author.pk}/change/",
        f"comments/discussion/{discussion.pk}/change/",
        f"comments/discussion/{discussion.pk}/sluiten/",
        f"comments/comment/{waiting.pk}/change/",
        f"comments/comment/{waiting.pk}/afwijzen/",
    ):
        page = visit(f"/beheer/{address}", as_user=els)
        assert faults(page) == [], address


def test_nothing_at_the_desk_is_wider_than_the_smallest_screen(
    visit: Visit, full: Article, els: User
) -> None:
    page = visit("/beheer/", width=320, as_user=els)
    for address in ("", "articles/article/", f"articles/article/{full.pk}/change/"):
        page.goto(f"/beheer/{address}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
