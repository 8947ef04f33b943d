"""Somebody without an account reads a draft and answers; an editor sees it and adopts the words."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from articles.models import Article, Author, Authorship, ProofLink, PullQuote, QuoteRequest
from tests.browser.axe import violations
from tests.browser.conftest import Visit

WORDS = "Wie belt, heeft haast.\n\nDus nemen wij op."
PROPOSAL = "Wie belt, wil iets weten."


@pytest.fixture
def link(rich_article: Article, ada: User) -> ProofLink:
    """For Bo, about what Bo says in an article with every kind of part, taken back to a draft."""
    Article.objects.update(state=Article.State.DRAFT, published_at=None)
    rich_article.refresh_from_db()
    return ProofLink.objects.share(rich_article, ada, "Bo de Wit", PullQuote.objects.all())


def has_focus(page: Page, selector: str) -> bool:
    return bool(page.evaluate("selector => document.activeElement.matches(selector)", selector))


@pytest.mark.parametrize("javascript", [True, False])
def test_who_is_quoted_proposes_other_words_and_then_agrees(
    visit: Visit, link: ProofLink, javascript: bool
) -> None:
    page = visit(link.get_absolute_url(), javascript=javascript)
    page.get_by_text("Andere woorden voorstellen").click()
    field = page.get_by_label("Ik stel andere woorden voor")
    expect(field).to_have_value(WORDS)
    field.fill(PROPOSAL)
    page.get_by_role("button", name="Stel deze woorden voor").click()
    expect(page.get_by_role("status")).to_contain_text("Uw voorstel is verstuurd.")
    assert has_focus(page, "#uitkomst") or not javascript
    assert QuoteRequest.objects.get().proposal == PROPOSAL
    page.get_by_role("button", name="Akkoord").click()
    expect(page.get_by_role("status")).to_contain_text("dat u akkoord bent")
    expect(page.get_by_text("U ging akkoord met deze woorden")).to_be_visible()
    assert QuoteRequest.objects.get().answer == "agreed"
    assert page.context.cookies() == []


def test_a_remark_that_is_empty_takes_the_reader_to_the_fault(
    visit: Visit, link: ProofLink
) -> None:
    page = visit(link.get_absolute_url())
    page.get_by_role("button", name="Opmerking versturen").click()
    page.get_by_role("alert").wait_for()
    assert page.title().startswith("Fout: ")
    assert has_focus(page, ".error-summary h2")
    page.get_by_role("alert").get_by_role("link").click()
    page.keyboard.type("Het was op dinsdag.")
    page.get_by_role("button", name="Opmerking versturen").click()
    expect(page.get_by_role("status")).to_contain_text("Uw opmerking is verstuurd.")
    expect(page.locator(".question__remarks")).to_contain_text("Het was op dinsdag.")


def test_the_keyboard_reaches_the_answer_from_the_top(visit: Visit, link: ProofLink) -> None:
    page = visit(link.get_absolute_url())
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert has_focus(page, "#mening")
    page.keyboard.press("Tab")
    assert has_focus(page, ".question button")


def test_axe_finds_nothing_and_nothing_sticks_out(visit: Visit, link: ProofLink) -> None:
    link.remark("https://www.voorbeeld.nl/" + "a" * 200)
    link.quotes.get().reword("b" * 300, WORDS)
    page = visit(link.get_absolute_url(), 320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []
    page.get_by_role("button", name="Stel deze woorden voor").click()
    page.get_by_role("status").wait_for()
    page.get_by_label("Ik stel andere woorden voor").fill("")
    page.get_by_role("button", name="Stel deze woorden voor").click()
    page.get_by_role("alert").wait_for()
    assert violations(page) == []


def test_axe_finds_nothing_where_a_link_has_ended(visit: Visit, link: ProofLink, els: User) -> None:
    page = visit(link.get_absolute_url())
    page.get_by_role("textbox", name="Uw opmerking").fill("Ik was net te laat.")
    link.withdraw(els)
    page.get_by_role("button", name="Opmerking versturen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet meer.")
    assert page.get_by_label("Dit was uw tekst.").input_value() == "Ik was net te laat."
    assert violations(page) == []


def test_an_editor_asks_reads_the_answer_and_adopts_the_words(
    visit: Visit, rich_article: Article, els: User
) -> None:
    desk = visit(f"/beheer/articles/article/{rich_article.pk}/change/", as_user=els)
    desk.get_by_role("link", name="Laten proeflezen").click()
    desk.get_by_label("Voor wie?").fill("Bo de Wit")
    desk.get_by_label("Bo de Wit: ‘Wie belt").check()
    desk.get_by_role("button", name="Laten proeflezen").click()
    address = desk.get_by_label("Adres voor Bo de Wit").input_value()
    expect(desk.locator(".consent")).to_have_text("gevraagd")
    QuoteRequest.objects.get().reword(PROPOSAL, WORDS)
    desk.reload()
    expect(desk.locator(".consent")).to_have_text("andere woorden voorgesteld")
    desk.get_by_role("button", name="Neem over").click()
    expect(desk.locator(".consent")).to_have_text("akkoord")
    assert PullQuote.objects.get().quote == PROPOSAL
    reader = visit(address)
    expect(reader.get_by_text("De redactie heeft uw woorden overgenomen.")).to_be_visible()
    desk.get_by_role("button", name="Link intrekken").click()
    expect(desk.locator(".messagelist")).to_contain_text("De link voor Bo de Wit is ingetrokken.")
    reader.reload()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet meer.")


def test_a_quote_in_the_panel_leads_to_its_block(visit: Visit, link: ProofLink, els: User) -> None:
    page = visit(f"/beheer/articles/article/{link.article_id}/change/", as_user=els)
    page.locator(".proofs__list a").first.click()
    block = page.locator("#articles_pullquote_set-0")
    expect(block).to_be_in_viewport()


def test_a_preview_of_a_draft_is_fit_to_be_seen(visit: Visit, ada: User, els: User) -> None:
    new: dict[str, Any] = {"title": "Kladje", "slug": "kladje", "lead": "Nog niet af."}
    draft = Article.objects.create(**new)
    Authorship.objects.create(article=draft, author=Author.objects.get(user=ada))
    page = visit(f"/beheer/articles/article/{draft.pk}/voorbeeld/", 320, as_user=els)
    expect(page.locator(".preview-bar")).to_contain_text("Voorbeeld: concept.")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []
