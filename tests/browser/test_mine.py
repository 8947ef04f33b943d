"""A writer opens the link from the mail and does what there is to do, in a browser as it is."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from comments.letters.mailbox import link
from comments.models import Comment, Discussion, Follow, Writer
from comments.models.decision import Reason
from mailing.models import Mail
from tests.browser.axe import violations
from tests.browser.conftest import Visit
from tests.conftest import React

State = Comment.State


@pytest.fixture
def address(react: React, mo: User, discussion: Discussion) -> str:
    """The path in rik's mail; he has reactions of all kinds, and asked to follow."""
    react("https://www.voorbeeld.nl/" + "a" * 150, approved=False)
    react("Niet zo netjes.", approved=False).refuse(mo, Reason.OFFENSIVE, "Graag *netjes*.")
    react("Weer weg.").withdraw()
    rik = Writer.objects.of("rik@voorbeeld.nl")
    Follow.objects.create(writer=rik, what="discussion", discussion=discussion)
    link(rik)
    mail = Mail.objects.get(kind="mailbox_link")
    return next(urlsplit(word).path for word in mail.text.split() if "/mijn-reacties/" in word)


def said(page: Page) -> str:
    told = page.get_by_role("status")
    expect(told).to_be_focused()
    return told.inner_text()


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_mail_to_everything_there_is_to_do(
    visit: Visit, address: str, react: React, javascript: bool
) -> None:
    comment = react("Goed.")
    page = visit(address, javascript=javascript)
    page.get_by_role("button", name="Bevestig uw e-mailadres").click()
    assert said(page) == "Uw e-mailadres is bevestigd."
    assert page.context.cookies() == []
    page.get_by_role("button", name="Onthoud dit op dit apparaat").click()
    assert said(page) == "Dit apparaat onthoudt dat dit uw adres is."
    assert [cookie["name"] for cookie in page.context.cookies()] == ["schrijver"]
    page.get_by_role("button", name="Vergeet dit apparaat").click()
    assert said(page) == "Dit apparaat weet niet meer dat dit uw adres is."
    assert page.context.cookies() == []

    mine = page.locator(f"#r{comment.pk}")
    mine.get_by_role("link", name="Corrigeren").click()
    expect(page.get_by_label("Reactie")).to_have_value("Goed.")
    page.get_by_label("Reactie").fill("Beter.")
    page.get_by_role("button", name="Correctie opslaan").click()
    assert said(page).startswith("Uw reactie is gecorrigeerd.")
    expect(mine.locator(".reaction__text")).to_have_text("Beter.")

    mine.get_by_role("link", name="Intrekken").click()
    page.get_by_role("button", name="Reactie intrekken").click()
    assert said(page) == "Uw reactie is ingetrokken."
    mine.get_by_role("button", name="Zet terug").click()
    assert said(page) == "Uw reactie is teruggezet."

    mine.get_by_role("link", name="Wissen").click()
    page.get_by_role("button", name="Reactie wissen").click()
    assert said(page) == "Wij hebben gewist wat u vroeg."
    expect(mine).to_have_count(0)
    page.get_by_role("button", name="Stop met deze berichten").click()
    assert said(page) == "U krijgt hierover geen berichten meer."
    expect(page.get_by_text("U volgt niets.")).to_be_visible()


def test_a_correction_that_comes_too_late_keeps_the_text(
    visit: Visit, address: str, react: React
) -> None:
    comment = react("Goed.")
    page = visit(address)
    page.locator(f"#r{comment.pk}").get_by_role("link", name="Corrigeren").click()
    page.get_by_label("Reactie").fill("Beter.")
    react("Eens.", to=comment, name="Kim", email="kim@voorbeeld.nl")
    page.get_by_role("button", name="Correctie opslaan").click()
    expect(page.get_by_role("alert")).to_contain_text("Iemand heeft al geantwoord.")
    assert page.title().startswith("Fout: ")
    expect(page.get_by_label("Reactie")).to_have_value("Beter.")
    assert violations(page) == []


def test_by_keyboard_alone_a_name_is_taken_away(visit: Visit, address: str) -> None:
    page = visit(address)
    page.get_by_role("link", name="Naam weghalen bij al mijn reacties").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Naam weghalen bij al mijn reacties").wait_for()
    page.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert said(page) == "Uw naam is weggehaald."
    assert set(Comment.objects.values_list("name", flat=True)) == {"Anoniem"}


def test_who_asks_for_a_link_gets_one(visit: Visit, address: str) -> None:
    page = visit("/mijn-reacties/nee/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet meer.")
    assert violations(page) == []
    page.get_by_label("E-mailadres").fill("rik@voorbeeld.nl")
    page.get_by_role("button", name="Stuur mij een link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk in uw e-mail")
    assert Mail.objects.filter(kind="mailbox_link").count() == 2
    assert page.context.cookies() == []


def test_axe_finds_nothing_and_nothing_sticks_out(visit: Visit, address: str, react: React) -> None:
    comment = react("Goed.")
    refused = Comment.objects.get(state=State.REFUSED)
    places = [
        "",
        f"{comment.pk}/corrigeren/",
        f"{comment.pk}/intrekken/",
        f"{refused.pk}/besluit/",
        "wissen/",
    ]
    page = visit("/mijn-reacties/", 320)
    assert violations(page) == []
    for place in places:
        page.set_viewport_size({"width": 320, "height": 900})
        page.goto(f"{address}{place}")
        assert page.evaluate("document.documentElement.scrollWidth") == 320, place
        assert violations(page) == [], place


def test_the_data_is_a_file(visit: Visit, address: str) -> None:
    page = visit(address)
    with page.expect_download() as started:
        page.get_by_role("link", name="Download alles wat wij van u bewaren").click()
    assert started.value.suggested_filename == "mijn-reacties.json"
