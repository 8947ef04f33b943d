"""A reader's whole visit: in the page, without JavaScript, and when things go wrong."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion
from tests.browser.conftest import Visit
from tests.conftest import React

WAITS = "Uw reactie wacht op goedkeuring."


def fill_in(page: Page, text: str = "Dat herken ik.") -> None:
    page.get_by_label("Reactie", exact=True).fill(text)
    page.get_by_label("Naam").fill("Rik")
    page.get_by_label("E-mailadres").fill("rik@voorbeeld.nl")


def post(page: Page) -> None:
    page.get_by_role("button", name="Reactie plaatsen").click()


def open_form(page: Page) -> None:
    page.get_by_role("link", name="Geef een reactie").click()


def test_the_form_opens_in_the_page_and_takes_the_focus(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url())
    open_form(page)
    expect(page.get_by_role("heading", name="Geef een reactie")).to_be_focused()
    assert page.url.endswith(article.get_absolute_url())


def test_the_outcome_is_said_where_the_form_was(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url())
    open_form(page)
    fill_in(page)
    post(page)
    expect(page.get_by_role("status")).to_contain_text(WAITS)
    expect(page.get_by_role("status")).to_be_focused()
    assert Comment.objects.get().state == "pending"


def test_an_error_has_the_focus_leads_to_its_field_and_keeps_the_text(
    visit: Visit, article: Article
) -> None:
    page = visit(article.get_absolute_url())
    open_form(page)
    page.get_by_label("Reactie", exact=True).fill("Mijn lange verhaal.")
    post(page)
    summary = page.get_by_role("alert")
    expect(summary.get_by_role("heading")).to_be_focused()
    summary.get_by_role("link", name="Vul uw naam in.").click()
    name = page.get_by_label("Naam")
    expect(name).to_be_focused()
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_have_accessible_description("Vul uw naam in.")
    expect(page.get_by_label("Reactie", exact=True)).to_have_value("Mijn lange verhaal.")


def test_a_second_click_on_answer_goes_back_to_the_form_with_its_text(
    visit: Visit, article: Article, react: React
) -> None:
    react()
    page = visit(article.get_absolute_url())
    answer = page.get_by_role("link", name="Beantwoorden")
    answer.click()
    text = page.get_by_label("Reactie", exact=True)
    text.fill("Half geschreven")
    answer.click()
    expect(text).to_be_focused()
    expect(text).to_have_value("Half geschreven")
    assert page.locator("form").count() == 1


def test_forms_under_several_reactions_stay_apart(
    visit: Visit, article: Article, react: React
) -> None:
    react("Eerste."), react("Tweede.")
    page = visit(article.get_absolute_url())
    for link in page.get_by_role("link", name="Beantwoorden").all():
        link.click()
    expect(page.locator("form")).to_have_count(2)
    ids = page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))


def test_cancelling_gives_the_focus_back(visit: Visit, article: Article, react: React) -> None:
    react()
    page = visit(article.get_absolute_url())
    answer = page.get_by_role("link", name="Beantwoorden")
    answer.click()
    page.get_by_role("link", name="Reactie annuleren").click()
    expect(answer).to_be_focused()
    assert page.locator("form").count() == 0


def test_a_double_click_on_the_button_stores_one(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url())
    open_form(page)
    fill_in(page)
    page.get_by_role("button", name="Reactie plaatsen").dblclick()
    expect(page.get_by_role("status")).to_contain_text(WAITS)
    assert Comment.objects.count() == 1


def test_when_the_server_is_gone_the_text_stays(
    visit: Visit, article: Article, complaints: list[str]
) -> None:
    page = visit(article.get_absolute_url())
    open_form(page)
    fill_in(page, "Een verhaal van een uur.")
    page.route("**/reageren/**", lambda route: route.abort())
    post(page)
    expect(page.get_by_role("alert")).to_contain_text("Uw tekst staat er nog")
    expect(page.get_by_label("Reactie", exact=True)).to_have_value("Een verhaal van een uur.")
    complaints.clear()  # the browser and htmx report the failure, as they should


@pytest.mark.parametrize("javascript", [True, False])
def test_who_was_typing_when_it_closed_keeps_the_text(
    visit: Visit, article: Article, discussion: Discussion, mo: User, javascript: bool
) -> None:
    page = visit(article.get_absolute_url(), javascript=javascript)
    open_form(page)
    fill_in(page, "Net te laat.")
    discussion.close(mo)
    post(page)
    expect(page.get_by_role("heading", name="Reageren is gesloten.")).to_be_visible()
    expect(page.get_by_text("Uw reactie is niet geplaatst.")).to_be_visible()
    expect(page.get_by_label("Dit was uw tekst.")).to_have_value("Net te laat.")
    assert Comment.objects.count() == 0


def test_without_javascript_the_form_has_a_page_of_its_own(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url(), javascript=False)
    open_form(page)
    post(page)
    assert page.title().startswith("Fout: ")
    fill_in(page)
    post(page)
    assert page.url.endswith("?uitkomst=wacht&waarom=before&mail=adres#uitkomst")
    expect(page.get_by_role("status")).to_contain_text(WAITS)


def test_without_javascript_an_answer_quotes_what_it_answers(
    visit: Visit, article: Article, react: React, mo: User
) -> None:
    first = react("Een *vraag* aan allen.")
    page = visit(article.get_absolute_url(), javascript=False)
    page.get_by_role("link", name="Beantwoorden").click()
    expect(page.locator(".answered blockquote")).to_have_text("Een vraag aan allen.")
    fill_in(page, "Een antwoord.")
    post(page)
    answer = Comment.objects.get(body="Een antwoord.")
    assert answer.parent == first
    answer.approve(mo)
    page.goto(article.get_absolute_url())
    nested = page.locator(".thread .thread .reaction")
    expect(nested).to_contain_text(re.compile("in reactie op\\s+Rik"))


def test_the_author_answers_at_once_with_a_badge(
    visit: Visit, article: Article, react: React, ada: User
) -> None:
    react()
    page = visit(article.get_absolute_url(), as_user=ada)
    page.get_by_role("link", name="Beantwoorden").click()
    assert page.get_by_label("Naam").count() == 0
    page.get_by_label("Reactie", exact=True).fill("Dank u wel.")
    post(page)
    page.get_by_role("link", name="Bekijk uw reactie in het gesprek.").click()
    expect(page.locator(".reaction--author .badge")).to_have_text("Auteur van dit artikel")


def test_the_back_button_brings_the_article_back(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url(), javascript=False)
    open_form(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(article.title)


def test_the_whole_visit_by_keyboard(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url())
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de reacties")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Geef een reactie")
    expect(link).to_be_focused()
    assert link.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Geef een reactie")).to_be_focused()
    for text in ("Dat herken ik.", "Rik", "rik@voorbeeld.nl"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(WAITS)
