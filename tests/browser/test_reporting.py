"""Reporting a reaction in a real browser: two clicks away, by keyboard, without JavaScript."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Notice
from pages.models import HouseRules
from tests.browser.axe import faults, violations
from tests.browser.conftest import Visit
from tests.browser.test_small_screens import fits
from tests.comments.reports import report_to_law
from tests.conftest import React
from tests.pages.conftest import fill, publication, rules  # noqa: F401 - fixtures

LIGHT = "Deze reactie past niet bij de huisregels"
LAW = "Deze reactie is volgens mij in strijd met de wet"


@pytest.fixture(autouse=True)
def nobody_reported_before() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def reaction(react: React, rules: HouseRules) -> Comment:  # noqa: F811 - a fixture
    """Rik’s, with a word too long for a small screen."""
    return react(f"Koop nu mijn boek over {'arbeidsongeschiktheids' * 5}verzekering.")


def send(page: Page) -> None:
    page.get_by_role("button", name="Melding versturen").click()


def fill_in(page: Page) -> None:
    page.get_by_label("privacy of persoonsgegevens").check()
    page.get_by_label("Waarom is deze reactie").fill("Hier staat een adres van een ander.")
    page.get_by_label("Naam").fill("Bo de Wit")
    page.get_by_label("E-mailadres").fill("bo@voorbeeld.nl")
    page.get_by_label("Ik verklaar").check()


@pytest.mark.parametrize("way", [LIGHT, LAW])
def test_each_form_is_two_clicks_away_without_javascript(
    visit: Visit, article: Article, reaction: Comment, way: str
) -> None:
    page = visit(article.get_absolute_url(), javascript=False)
    page.get_by_role("link", name="Melden").click()
    page.get_by_role("link", name=way).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(way)
    expect(page.get_by_role("button", name="Melding versturen")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_report_by_the_rules(
    visit: Visit, article: Article, reaction: Comment, javascript: bool
) -> None:
    page = visit(f"/reacties/{reaction.pk}/melden/huisregels/", javascript=javascript)
    page.get_by_label("Speel de bal").check()
    send(page)
    notice = Notice.objects.get()
    expect(page.get_by_role("status")).to_contain_text(f"Uw meldingsnummer is {notice.reference}.")
    assert notice.house_rule == "hr-2"
    page.go_back()
    page.get_by_label("Speel de bal").check()
    send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("U hebt deze reactie al gemeld.")
    expect(page.get_by_role("link", name=notice.reference)).to_be_visible()
    assert Notice.objects.count() == 1


def test_what_is_wrong_leads_to_its_field_and_keeps_the_rest(
    visit: Visit, reaction: Comment
) -> None:
    page = visit(f"/reacties/{reaction.pk}/melden/wet/", 320)
    fill_in(page)
    page.get_by_label("Ik verklaar").uncheck()
    page.get_by_label("Naam").fill("")
    send(page)
    assert page.title().startswith("Fout: ")
    expect(page.get_by_role("alert").get_by_role("heading")).to_be_focused()
    page.get_by_role("link", name="Verklaar dat uw melding").click()
    expect(page.get_by_label("Ik verklaar")).to_be_focused()
    expect(page.get_by_label("privacy of persoonsgegevens")).to_be_checked()
    page.get_by_label("Ik verklaar").check()
    page.get_by_label("Naam").fill("Bo de Wit")
    send(page)
    expect(page.get_by_role("status")).to_contain_text("U krijgt een bevestiging per e-mail.")


def test_a_list_of_choices_is_led_to_as_well(visit: Visit, reaction: Comment) -> None:
    page = visit(f"/reacties/{reaction.pk}/melden/wet/")
    send(page)
    page.get_by_role("link", name="Kies waar het om gaat.").click()
    expect(page.get_by_label("haat, discriminatie of smaad")).to_be_focused()


def test_the_whole_way_by_keyboard(visit: Visit, article: Article, reaction: Comment) -> None:
    page = visit(f"{article.get_absolute_url()}#{reaction.anchor}")
    page.get_by_role("link", name="Melden").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name=LIGHT).focus()
    page.keyboard.press("Enter")
    page.get_by_label("Blijf bij het onderwerp").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Speel de bal")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("Dit is reclame.")
    page.keyboard.press("Tab")
    page.keyboard.type("bo@voorbeeld.nl")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Bedankt voor uw melding.")
    notice = Notice.objects.get()
    assert (notice.explanation, notice.notifier_email) == ("Dit is reclame.", "bo@voorbeeld.nl")


def test_axe_finds_nothing_and_everything_fits(
    visit: Visit, article: Article, reaction: Comment, mo: User
) -> None:
    page = visit(f"/reacties/{reaction.pk}/melden/", 320)
    assert fits(page)
    assert violations(page) == []
    for way in ("huisregels", "wet"):
        page.set_viewport_size({"width": 320, "height": 900})
        page.goto(f"/reacties/{reaction.pk}/melden/{way}/")
        assert fits(page)
        assert violations(page) == []
        page.set_viewport_size({"width": 320, "height": 900})
        send(page)
        page.get_by_role("alert").wait_for()
        assert fits(page)
        assert violations(page) == []
    fill_in(page)
    send(page)
    page.get_by_role("status").wait_for()
    assert violations(page) == []
    Notice.objects.get().dismiss(mo, "Dit mag.")
    page.reload()
    page.get_by_role("heading", name="Ons besluit").wait_for()
    assert violations(page) == []


def test_the_desk_of_reports_has_no_fault_either(visit: Visit, reaction: Comment, mo: User) -> None:
    notice = report_to_law(reaction)
    page = visit("/beheer/comments/notice/", as_user=mo)
    page.get_by_role("link", name=notice.reference).click()
    expect(page.get_by_role("link", name="Reactie laten staan")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("link", name="Reactie laten staan").click()
    page.get_by_label("Waarom blijft de reactie staan?").fill("Dit mag.")
    assert faults(page) == []
    page.locator("input[type=submit].default").click()
    expect(page.locator(".messagelist")).to_contain_text("Reactie laten staan")
