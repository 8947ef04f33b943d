"""A closing word with its preview, and a reader's tip on its way into the article, in a browser."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import User
from articles.models import Article, Tip
from comments.consent import consent_path
from comments.models import Adoption, Discussion
from tests.browser.axe import violations
from tests.browser.conftest import Visit
from tests.conftest import React

TEXT = "Zet de stoelen in een kring."

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def asked(react: React, mo: User) -> Adoption:
    """Mo asked rik whether his reaction may become a tip."""
    comment = react(f"Wat bij ons helpt: {TEXT}", has_tip=True)
    return Adoption.objects.ask(comment, mo, TEXT, "Rik")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_says_yes_by_keyboard_and_finds_the_tip(
    visit: Visit, article: Article, asked: Adoption, javascript: bool
) -> None:
    page = visit(consent_path(asked), javascript=javascript)
    page.get_by_label("De tip mag blijven staan").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Ja, met mijn naam: Rik")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("U vindt het goed")
    assert page.context.cookies() == []
    assert Adoption.objects.get().keeps
    page.goto(article.get_absolute_url())
    page.get_by_role("link", name="Overgenomen als tip 1").click()
    expect(page).to_have_url(re.compile("#tip-1$"))
    page.get_by_role("link", name="reactie 1", exact=True).click()
    expect(page).to_have_url(re.compile("#reactie-1$"))


def test_a_moderator_sees_the_closing_word_before_it_is_there(
    visit: Visit, article: Article, react: React, mo: User
) -> None:
    react("Dat herken ik.")
    address = f"/beheer/comments/discussion/{article.pk}/sluiten/"
    desk = visit(address, as_user=mo, javascript=False)
    desk.get_by_label("Slotbericht").fill("Dank! Wij gebruikten reactie 1 en reactie 9.")
    desk.get_by_role("button", name="Voorbeeld bekijken").click()
    preview = desk.get_by_role("status")
    expect(preview.get_by_role("link", name="reactie 1")).to_be_visible()
    expect(preview).to_contain_text("Reactie 9 bestaat niet in deze discussie.")
    desk.get_by_role("button", name="Reageren sluiten").click()
    reader = visit(article.get_absolute_url())
    reader.get_by_role("link", name="Gebruikt in het slotbericht").click()
    expect(reader.locator("#slotbericht")).to_be_focused()
    expect(reader.locator("#slotbericht")).to_be_in_viewport()


def test_axe_finds_nothing(
    visit: Visit, article: Article, asked: Adoption, discussion: Discussion, mo: User
) -> None:
    Tip.objects.create(parent=article, region="main", ordering=20, text="Luister eerst.")
    desk = visit(f"/beheer/comments/comment/{asked.comment_id}/", as_user=mo, shielded=False)
    assert violations(desk) == []
    page = visit(consent_path(asked), shielded=False)
    assert violations(page) == []
    asked.agree(named=True, keeps=True)
    discussion.close(mo, "Dank! Wij namen de tip uit reactie 1 over.")
    for path in (consent_path(asked), article.get_absolute_url()):
        page.goto(path)
        assert violations(page) == []
    desk.goto(f"/beheer/comments/discussion/{article.pk}/slotbericht/")
    desk.get_by_role("button", name="Voorbeeld bekijken").click()
    assert violations(desk) == []
