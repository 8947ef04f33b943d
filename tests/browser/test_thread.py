"""What a little JavaScript adds to a discussion: folding it, and what is new in it."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Policy
from comments.models.decision import Reason
from tests.browser.axe import violations
from tests.browser.conftest import Visit
from tests.conftest import React

REMEMBER = "Onthoud op dit apparaat tot waar ik las"
FORGET = "Onthoud dit niet meer"
FIRST = "Naar de eerste nieuwe reactie"
KEPT = "() => Object.keys(localStorage).filter((name) => name.startsWith('gelezen'))"
#: As if the last page of this discussion was read an hour ago.
LATER = """() => {
  const [key] = Object.keys(localStorage);
  const known = JSON.parse(localStorage.getItem(key));
  localStorage.setItem(key, JSON.stringify({ ...known, at: known.at - 3_600_000 }));
}"""


@pytest.fixture
def talk(react: React) -> list[Comment]:
    """Two answers to the first, one to the second; a reaction on its own."""
    first = react("Een.")
    second = react("Twee.", first)
    return [first, second, react("Drie.", second), react("Vier.")]


def new(page: Page) -> list[str]:
    return [
        one.get_attribute("id") or "" for one in page.locator(".reaction:has(.badge--new)").all()
    ]


def test_answers_fold_away_and_come_back_by_keyboard(
    visit: Visit, article: Article, talk: list[Comment]
) -> None:
    page = visit(article.get_absolute_url())
    fold = page.locator("#reactie-1 .fold")
    expect(fold).to_have_text("Verberg antwoorden (2) op reactie 1")
    expect(fold).to_have_attribute("aria-expanded", "true")
    fold.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#reactie-2")).to_be_hidden()
    expect(fold).to_have_attribute("aria-expanded", "false")
    expect(fold).to_have_text("Toon antwoorden (2) op reactie 1")
    expect(fold).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator("#reactie-3")).to_be_visible()
    expect(page.locator("#reactie-4 .fold")).to_have_count(0)


def test_a_link_to_what_is_folded_away_opens_it(
    visit: Visit, article: Article, talk: list[Comment], react: React
) -> None:
    react("Zie reactie 3.")
    page = visit(article.get_absolute_url())
    page.locator("#reactie-2 .fold").click()
    page.locator("#reactie-1 .fold").click()
    page.get_by_role("link", name="reactie 3", exact=True).click()
    expect(page.locator("#reactie-3")).to_be_in_viewport()
    expect(page.locator("#reactie-2 .fold")).to_have_attribute("aria-expanded", "true")


def test_answers_to_what_was_taken_away_fold_as_well(
    visit: Visit, article: Article, talk: list[Comment], mo: User
) -> None:
    talk[0].remove(mo, Reason.OFFENSIVE)
    page = visit(article.get_absolute_url())
    expect(page.locator("#reactie-1 .fold")).to_have_text("Verberg antwoorden (2) op reactie 1")


def test_who_only_reads_leaves_nothing_and_without_javascript_all_is_open(
    visit: Visit, article: Article, talk: list[Comment]
) -> None:
    page = visit(article.get_absolute_url())
    expect(page.get_by_role("button", name=REMEMBER)).to_be_visible()
    assert page.evaluate(KEPT) == []
    plain = visit(article.get_absolute_url(), javascript=False)
    expect(plain.locator("#reactie-3")).to_be_visible()
    expect(plain.locator(".fold")).to_have_count(0)


def test_what_came_since_the_last_visit_is_marked_for_who_asked(
    visit: Visit, article: Article, talk: list[Comment], react: React
) -> None:
    page = visit(article.get_absolute_url())
    page.get_by_role("button", name=REMEMBER).click()
    expect(page.get_by_text("Bij uw volgende bezoek ziet u wat nieuw is.")).to_be_focused()
    page.reload()
    expect(page.get_by_text("Niets nieuws sinds uw vorige bezoek.")).to_be_visible()
    react("Vijf.", talk[0])
    page.evaluate(LATER)
    page.reload()
    expect(page.locator("#reactie-5 .badge--new")).to_have_text("nieuw")
    assert new(page) == ["reactie-5"]
    assert violations(page) == []
    page.get_by_role("link", name=FIRST).click()
    expect(page.locator("#reactie-5")).to_be_in_viewport()


def test_what_is_new_stays_new_during_a_visit_and_not_longer(
    visit: Visit, article: Article, talk: list[Comment], react: React
) -> None:
    page = visit(article.get_absolute_url())
    page.get_by_role("button", name=REMEMBER).click()
    react("Vijf.")
    for _again in range(2):
        page.reload()
        expect(page.locator(".badge--new")).to_have_count(1)
    page.evaluate(LATER)
    page.reload()
    expect(page.locator(".badge--new")).to_have_count(0)


def test_what_is_new_on_another_page_is_found(visit: Visit, article: Article, react: React) -> None:
    Policy.get_solo()
    Policy.objects.update(page_size=5)
    for number in range(1, 7):
        react(f"Tekst {number}.")
    page = visit(article.get_absolute_url())
    page.get_by_role("button", name=REMEMBER).click()
    react("Tekst 7.")
    page.reload()
    expect(page.locator(".badge--new")).to_have_count(0)
    page.get_by_role("link", name=FIRST).click()
    expect(page).to_have_url(f"{article.get_absolute_url()}?reacties=2#reactie-7")
    expect(page.locator("#reactie-7 .badge--new")).to_have_text("nieuw")


def test_what_was_remembered_is_forgotten_when_asked(
    visit: Visit, article: Article, talk: list[Comment]
) -> None:
    page = visit(article.get_absolute_url())
    page.get_by_role("button", name=REMEMBER).click()
    assert page.evaluate(KEPT) == [f"gelezen:{article.pk}"]
    page.reload()
    page.get_by_role("button", name=FORGET).click()
    expect(page.get_by_text("Dit apparaat onthoudt niet meer")).to_be_focused()
    assert page.evaluate(KEPT) == []
