"""What only a browser shows of judging: the sum it does, the trap nobody falls into, trying out."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import User
from comments.models import Comment, Discussion, Policy
from tests.browser.axe import faults
from tests.browser.conftest import Visit
from tests.conftest import React


@pytest.fixture
def after(db: None) -> None:
    """Reactions are published, and then read."""
    settings = {"mode": "after", "proof_of_work": True, "too_fast_seconds": 0}
    Policy.objects.update_or_create(pk=1, defaults=settings)


@pytest.mark.usefixtures("after")
def test_the_browser_does_its_sum_while_the_reader_types(
    visit: Visit, discussion: Discussion
) -> None:
    page = visit(discussion.form_url())
    page.get_by_label("Reactie", exact=True).fill("Dat herken ik.")
    page.get_by_label("Naam").fill("Rik")
    page.get_by_label("E-mailadres").fill("rik@voorbeeld.nl")
    expect(page.locator("[name=proof]")).to_have_value(re.compile(".{20,}"))
    page.get_by_role("button", name="Reactie plaatsen").click()
    expect(page.get_by_text("Uw reactie is geplaatst.")).to_be_visible()
    assert Comment.objects.visible().count() == 1


@pytest.mark.usefixtures("after")
def test_a_form_that_came_into_the_page_does_its_sum_too(
    visit: Visit, discussion: Discussion
) -> None:
    page = visit(discussion.article.get_absolute_url())
    page.get_by_role("link", name="Geef een reactie").last.click()
    page.get_by_label("Reactie", exact=True).fill("Dat herken ik.")
    expect(page.locator("[name=proof]")).to_have_value(re.compile(".{20,}"))


@pytest.mark.parametrize("javascript", [True, False])
def test_a_keyboard_does_not_fall_into_the_trap(
    visit: Visit, discussion: Discussion, javascript: bool
) -> None:
    page = visit(discussion.form_url(), 320, javascript=javascript)
    expect(page.get_by_role("textbox", name="Laat dit veld leeg")).to_have_count(0)
    page.get_by_label("Reactie", exact=True).focus()
    stops = []
    for _n in range(8):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.name"))
    assert "email" in stops
    assert "website" not in stops
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [320, 1280])
def test_trying_out_works_at_both_sizes_and_going_back_keeps_what_was_typed(
    visit: Visit, react: React, els: User, width: int
) -> None:
    Policy.objects.update_or_create(pk=1, defaults={"mode": "after"})
    react("KIJK EENS HOE HARD IK SCHREEUW")
    react("Rustig.")
    page = visit("/beheer/comments/policy/", width, as_user=els)
    assert faults(page) == []
    page.get_by_label("Procent hoofdletters").or_(page.locator("#id_shouting_percent")).fill("50")
    page.get_by_role("button", name="Proefdraaien").click()
    expect(page.get_by_role("heading", name="Wat anders wordt")).to_be_visible()
    assert faults(page) == []
    page.go_back()
    expect(page.locator("#id_shouting_percent")).to_have_value("50")
    page.get_by_role("button", name="Proefdraaien").click()
    page.get_by_role("button", name="Zo opslaan").click()
    expect(page.get_by_text("Aan het werk").first).to_be_visible()
    assert Policy.get_solo().shouting_percent == 50
