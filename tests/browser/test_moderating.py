"""A moderator's whole visit: with JavaScript, without, by keyboard only, and on a small screen."""

from datetime import timedelta
from typing import Any, Final

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import User
from comments.judging.ruling import Finding, Ruling, Verdict
from comments.models import Comment, Decision, Discussion, Measure, Notice, Writer
from tests.browser.at_the_desk import confirm, sign_in, told
from tests.browser.axe import violations
from tests.browser.conftest import Visit
from tests.conftest import React

DESK: Final = "/beheer/comments/comment/"


@pytest.fixture
def queue(react: React, discussion: Discussion, mo: User) -> list[Comment]:
    """Three that wait, the second with all that can bear on a reaction; one placed and reported."""
    placed = react("Wie belt, heeft haast.")
    first = react("Dat klopt, ik belde ook.", placed, approved=False, name="Noor")
    second = Comment(
        name="Sem", email="sem@voorbeeld.nl", body="Win met **gokken**, bel 06-12345678!"
    )
    word = Finding(
        "word", Verdict.HOLD, (("rule", "gok*"), ("field", "body"), ("matched", "gokken"))
    )
    discussion.post(second, ruling=Ruling((word,)))
    third = react("W" * 200, approved=False, name="Kim", email="kim@voorbeeld.nl")
    sem = Writer.objects.of("sem@voorbeeld.nl")
    sem.note = "Belde eerder over de balie."
    sem.save()
    soon = timezone.now() + timedelta(days=7)
    Measure.objects.create(writer=sem, kind="hold", reason="Schold.", until=soon, by=mo)
    placed.redact(mo, "haast")
    Notice.objects.create(
        reference="M-1",
        kind="rules",
        comment=placed,
        snapshot=placed.body,
        explanation="Niet waar.",
    )
    return [first, second, third]


def state(comment: Comment) -> str:
    return Comment.objects.get(pk=comment.pk).state


def heading(comment: Comment) -> str:
    return f"#oordeel-{comment.pk}"


def focused(page: Page) -> Any:
    return page.locator(":focus")


def test_a_visit_with_the_mouse(visit: Visit, queue: list[Comment], mo: User) -> None:
    _first, second, third = queue
    page = visit(DESK)
    sign_in(page, "mo")
    expect(page.locator(".queues [aria-current]")).to_have_text("Wachten 3")
    expect(page.locator(".queues__oldest")).to_contain_text("De oudste reactie wacht")
    page.get_by_role("button", name="Goedkeuren: reactie van Noor").click()
    told(page, "Goedkeuren: 1 gedaan.")
    expect(page.locator(heading(second))).to_be_focused()
    expect(page.locator("mark")).to_have_text("gokken")
    page.get_by_role("link", name="Afwijzen: reactie van Sem").click()
    page.get_by_label("Reden").select_option("advertising")
    confirm(page)
    expect(page.locator(heading(third))).to_be_focused()
    page.get_by_role("button", name="Ongedaan maken").click()
    told(page, "1 besluit ongedaan gemaakt.")
    assert [state(one) for one in queue] == ["published", "pending", "pending"]
    page.get_by_role("link", name="Gemeld 1").click()
    expect(page.get_by_text("Niet waar.")).to_be_visible()


def test_a_visit_by_keyboard_only(visit: Visit, queue: list[Comment], mo: User) -> None:
    first, second, third = queue
    page = visit(DESK, as_user=mo)
    page.keyboard.press("j")
    expect(page.locator(heading(first))).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator(heading(first))).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("a")
    expect(page.locator(heading(second))).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("s")
    expect(page.locator(heading(third))).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("u")
    told(page, "1 besluit ongedaan gemaakt.")
    assert [state(one) for one in queue] == ["published", "pending", "pending"]
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("r")
    tab_to_field(page, "Reden")
    page.keyboard.type("recl")
    page.keyboard.press("Tab")
    page.keyboard.type("ja")  # in a field a letter is a letter
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert state(second) == "refused"
    assert Decision.objects.latest("pk").text == "ja"


def tab_to_field(page: Page, label: str) -> None:
    field = page.get_by_label(label)
    for _step in range(60):
        page.keyboard.press("Tab")
        if field.evaluate("field => field === document.activeElement"):
            return
    pytest.fail(f"‘{label}’ cannot be reached by keyboard")


def test_letters_can_be_switched_off_and_stay_off(
    visit: Visit, queue: list[Comment], mo: User
) -> None:
    page = visit(DESK, as_user=mo)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("a")  # not while a dialog is open
    assert violations(page) == []
    page.get_by_label("Sneltoetsen gebruiken").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.reload()
    page.keyboard.press("a")
    page.keyboard.press("j")
    assert focused(page).count() == 0
    assert state(queue[0]) == "pending"
    page.keyboard.press("?")
    page.get_by_label("Sneltoetsen gebruiken").check()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator(heading(queue[0]))).to_be_focused()


def test_nothing_is_done_while_somebody_types(visit: Visit, queue: list[Comment], mo: User) -> None:
    page = visit(DESK, as_user=mo)
    page.keyboard.press("/")
    expect(page.locator("#searchbar")).to_be_focused()
    page.keyboard.type("asu")
    assert page.locator("#searchbar").input_value() == "asu"
    page.locator("#searchbar").fill("klopt")
    page.keyboard.press("Enter")
    expect(page.locator(".judge")).to_have_count(1)
    assert [state(one) for one in queue] == ["pending"] * 3


def test_a_visit_without_javascript(visit: Visit, queue: list[Comment], mo: User) -> None:
    first, _second, third = queue
    page = visit(DESK, javascript=False, as_user=mo)
    assert page.locator("[data-keys-open]").is_hidden()
    page.get_by_role("button", name="Spam: reactie van Sem").click()
    told(page, "Spam: 1 gedaan.")
    assert page.url.endswith(f"#oordeel-{third.pk}")
    for one in (first, third):
        page.locator(f".judge:has({heading(one)}) .judge__tick").check()
    page.get_by_label("doen").select_option("goedkeuren")
    page.get_by_role("button", name="Uitvoeren").click()
    told(page, "Goedkeuren: 2 gedaan.")
    page.get_by_role("button", name="Ongedaan maken").click()
    told(page, "2 besluiten ongedaan gemaakt.")
    page.get_by_role("link", name="Mijn laatste besluiten").click()
    page.get_by_role("button", name="Ongedaan maken: als spam gemerkt").click()
    assert [state(one) for one in queue] == ["pending"] * 3


def test_a_passage_is_chosen_by_selecting_it(visit: Visit, queue: list[Comment], mo: User) -> None:
    second = queue[1]
    page = visit(f"{DESK}{second.pk}/change/", as_user=mo)
    page.get_by_role("link", name="Deel weghalen").click()
    source = page.get_by_label("De reactie zoals die is getypt")
    start = second.body.index("06")
    source.evaluate("(field, at) => { field.focus(); field.setSelectionRange(at, at + 11) }", start)
    expect(page.get_by_label("Wat u weghaalt")).to_have_value("06-12345678")
    confirm(page)
    expect(page.locator(".judge__text")).to_contain_text("bel [weggehaald door de redactie]!")
    expect(page.locator("del")).to_have_text("06-12345678!")


def test_the_second_of_two_is_told_what_the_first_decided(
    visit: Visit, queue: list[Comment], mo: User, els: User
) -> None:
    theirs = visit(DESK, as_user=els)
    mine = visit(DESK, as_user=mo)
    mine.get_by_role("button", name="Goedkeuren: reactie van Noor").click()
    theirs.get_by_role("button", name="Spam: reactie van Noor").click()
    told(theirs, "Mo Karimi heeft deze reactie om")
    told(theirs, "al goedgekeurd.")
    assert state(queue[0]) == "published"


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_cut_off_and_axe_finds_nothing(
    visit: Visit, queue: list[Comment], mo: User, width: int
) -> None:
    placed = Comment.objects.published().get()
    page = visit("/beheer/", as_user=mo)
    for address in (
        DESK,
        f"{DESK}?staat=alle",
        f"{DESK}?staat=gemeld&schrijver={placed.pk}&van=2020-01-01",
        f"{DESK}?q=bestaat-niet",
        f"{DESK}{queue[1].pk}/change/",
        f"{DESK}{placed.pk}/change/",
        f"{DESK}{queue[1].pk}/weghalen/",
        f"{DESK}{queue[1].pk}/afwijzen/",
        f"{DESK}mijn-besluiten/",
    ):
        page.goto(address)
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, address
        assert page.locator("h1").count() == 1
        assert violations(page) == [], address
