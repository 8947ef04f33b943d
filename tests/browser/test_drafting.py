"""What was typed stays until it is sent, and nothing stays that was not typed."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion, Policy
from pages import cookies
from tests.browser.axe import violations
from tests.browser.conftest import Visit
from tests.browser.test_reacting import fill_in, open_form, post
from tests.conftest import React

KEPT = "Uw niet verstuurde tekst staat er nog."


def text(page: Page) -> Locator:
    return page.get_by_label("Reactie", exact=True)


def kept(page: Page) -> dict[str, str]:
    """The drafts in this tab."""
    found: Any = page.evaluate("({...sessionStorage})")
    return {name: value for name, value in found.items() if name.startswith("concept:")}


def type_in(page: Page, words: str) -> None:
    text(page).last.fill(words)


def test_a_text_survives_a_reload_in_the_page(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url())
    open_form(page)
    type_in(page, "Half geschreven")
    page.reload()
    assert page.locator("textarea").count() == 0
    open_form(page)
    expect(text(page)).to_have_value("Half geschreven")
    expect(page.get_by_text(KEPT)).to_be_visible()
    assert violations(page) == []


def test_a_text_survives_a_reload_on_the_page_of_the_form(
    visit: Visit, discussion: Discussion
) -> None:
    page = visit(discussion.form_url())
    type_in(page, "Half geschreven")
    page.reload()
    expect(text(page)).to_have_value("Half geschreven")
    page.get_by_role("button", name="Wis deze tekst").click()
    expect(text(page)).to_have_value("")
    expect(text(page)).to_be_focused()
    assert kept(page) == {}
    page.reload()
    expect(text(page)).to_have_value("")
    assert page.get_by_text(KEPT).count() == 0


def test_nothing_is_kept_before_something_is_typed(visit: Visit, discussion: Discussion) -> None:
    page = visit(discussion.form_url())
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.get_by_label("Naam").fill("Rik")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    type_in(page, "a")
    assert list(kept(page)) == [f"concept:{discussion.form_url()}"]
    assert any(trace.name == "concept:…" for trace in cookies.storage())
    text(page).press("Backspace")
    assert kept(page) == {}


@pytest.mark.parametrize("in_place", [True, False])
def test_what_was_sent_is_not_kept(visit: Visit, article: Article, in_place: bool) -> None:
    page = visit(
        article.get_absolute_url() if in_place else f"{article.get_absolute_url()}reageren/"
    )
    if in_place:
        open_form(page)
    fill_in(page)
    post(page)
    expect(page.get_by_role("status")).to_be_focused()
    assert kept(page) == {}


def test_sending_one_leaves_the_other_that_is_half_written(
    visit: Visit, article: Article, react: React
) -> None:
    """It once wiped every draft of the discussion."""
    react()
    page = visit(article.get_absolute_url())
    page.get_by_role("link", name="Beantwoorden").click()
    type_in(page, "Nog niet af")
    page.get_by_role("link", name="Geef een reactie").click()
    expect(text(page)).to_have_count(2)
    own = page.locator("#geef-een-reactie")
    own.get_by_label("Reactie", exact=True).fill("Wel af.")
    own.get_by_label("Naam").fill("Rik")
    own.get_by_label("E-mailadres").fill("rik@voorbeeld.nl")
    own.get_by_role("button", name="Reactie plaatsen").click()
    expect(own.get_by_role("status")).to_be_focused()
    assert list(kept(page).values()) == ["Nog niet af"]


def test_what_is_typed_after_sending_survives_a_reload_too(visit: Visit, article: Article) -> None:
    """The page that says how it went wiped it each time it was opened."""
    page = visit(f"{article.get_absolute_url()}reageren/")
    fill_in(page)
    post(page)
    expect(page.locator("#uitkomst")).to_be_focused()
    open_form(page)
    type_in(page, "En nog iets")
    page.reload()
    open_form(page)
    expect(text(page)).to_have_value("En nog iets")


@pytest.mark.parametrize("in_place", [True, False])
def test_what_was_not_taken_in_is_kept(
    visit: Visit, discussion: Discussion, mo: User, in_place: bool
) -> None:
    page = visit(discussion.article.get_absolute_url() if in_place else discussion.form_url())
    if in_place:
        open_form(page)
    text(page).fill("Zonder naam")
    post(page)
    expect(page.get_by_role("alert")).to_be_visible()
    assert "Zonder naam" in kept(page).values()
    discussion.close(mo)
    post(page)
    expect(page.get_by_text("Uw reactie is niet geplaatst.")).to_be_visible()
    assert "Zonder naam" in kept(page).values()


def test_cancelling_lets_go_of_the_text(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url())
    open_form(page)
    type_in(page, "Toch maar niet")
    page.get_by_role("link", name="Reactie annuleren").click()
    assert kept(page) == {}


def test_a_browser_that_keeps_nothing_still_reacts(visit: Visit, discussion: Discussion) -> None:
    page = visit()
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage',"
        " {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    page.goto(discussion.form_url())
    fill_in(page, "Zonder geheugen.")
    expect(page.locator(".counter")).to_have_text("Nog 4.984 tekens")
    post(page)
    expect(page.locator("#uitkomst")).to_be_focused()
    assert Comment.objects.get().body == "Zonder geheugen."


# --- The counter ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Hallo", "Nog 4.995 tekens"),
        ("🙂🙂", "Nog 4.998 tekens"),
        ("x" * 5_000, "Nog 0 tekens"),
        ("é" * 6_200, "1.200 tekens te veel"),
    ],
)
def test_the_counter_counts_as_the_server_does(
    visit: Visit, discussion: Discussion, typed: str, says: str
) -> None:
    page = visit(discussion.form_url())
    counter = page.locator(".counter")
    expect(counter).to_have_attribute("role", "status")
    expect(counter).to_have_text("")
    text(page).fill(typed)
    expect(counter).to_have_text(says)
    expect(text(page)).to_have_value(typed)


# --- Preview and quote ----------------------------------------------------------------------------


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("in_place", [True, False])
def test_a_preview_has_the_focus_and_then_it_is_sent(
    visit: Visit, article: Article, javascript: bool, in_place: bool
) -> None:
    start = article.get_absolute_url() if in_place else f"{article.get_absolute_url()}reageren/"
    page = visit(start, 320, javascript=javascript)
    if in_place:
        open_form(page)
    fill_in(page, "Dat is **waar**.")
    page.get_by_role("button", name="Voorbeeld bekijken").click()
    expect(page.get_by_role("heading", name="Zo komt uw reactie eruit te zien")).to_be_focused()
    expect(page.locator(".preview strong")).to_have_text("waar")
    expect(text(page)).to_have_value("Dat is **waar**.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    if javascript:
        assert violations(page) == []
        assert "Dat is **waar**." in kept(page).values()
    assert not Comment.objects.exists()
    post(page)
    expect(page.get_by_role("status").first).to_contain_text("Uw reactie wacht op goedkeuring.")
    assert Comment.objects.get().body == "Dat is **waar**."


@pytest.mark.parametrize("javascript", [True, False])
def test_a_quote_comes_before_the_text_which_has_the_focus(
    visit: Visit, article: Article, react: React, javascript: bool
) -> None:
    react("Ik zag twee balies.", name="Noor")
    page = visit(article.get_absolute_url(), javascript=javascript)
    page.get_by_role("link", name="Beantwoorden").click()
    text(page).fill("Ik drie.")
    for _click in range(2):
        page.get_by_role("button", name="Citeer Noor").click()
        expect(text(page)).to_have_value("> Ik zag twee balies.\n\nIk drie.")
        expect(text(page)).to_be_focused()


# --- Who may --------------------------------------------------------------------------------------


@pytest.mark.parametrize("javascript", [True, False])
def test_who_must_confirm_first_asks_a_link_where_the_form_would_be(
    visit: Visit, article: Article, react: React, javascript: bool
) -> None:
    react()
    Policy.objects.update_or_create(pk=1, defaults={"audience": "confirmed"})
    page = visit(article.get_absolute_url(), 320, javascript=javascript)
    answer = page.get_by_role("link", name="Beantwoorden")
    answer.click()
    heading = page.get_by_role("heading", name="Bevestig eerst uw e-mailadres.")
    expect(heading).to_be_visible()
    if javascript:
        expect(heading).to_be_focused()
        answer.click()
        expect(heading).to_have_count(1)
        assert violations(page) == []
    page.get_by_label("E-mailadres", exact=True).fill("nieuw@voorbeeld.nl")
    page.get_by_role("button", name="Stuur mij een link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk in uw e-mail")
    assert page.context.cookies() == []


def test_where_only_staff_react_the_page_says_so(visit: Visit, article: Article, mo: User) -> None:
    Policy.objects.update_or_create(pk=1, defaults={"audience": "staff"})
    page = visit(article.get_absolute_url())
    expect(page.get_by_text("Reageren kan nu alleen door medewerkers.")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Reageer als medewerker").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Reageren kan nu alleen door medewerkers."
    )
    assert violations(page) == []
