"""What a form carries against machines, and what people notice of it: nothing."""

from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from comments.forms import ReactionForm
from comments.judging.guard import opened_at, sign
from comments.models import Discussion
from tests.comments.judging.conftest import SetPolicy
from tests.conftest import SignIn

ABOUT = "reaction:1"


class Inputs(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, dict[str, str | None]] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "input":
            self.found[dict(attrs)["name"] or ""] = dict(attrs)


def guarded(data: dict[str, str] | None = None) -> ReactionForm:
    form = ReactionForm(data)
    form.guard(ABOUT, 24)
    return form


def test_the_trap_is_out_of_the_way_of_people(client: Client, form: str) -> None:
    page = client.get(form).text
    trap = Inputs(page).found["website"]
    assert (trap["autocomplete"], trap["tabindex"]) == ("off", "-1")
    wrapper = page[: page.index("Laat dit veld leeg")].rpartition("<div")[2]
    assert 'aria-hidden="true"' in wrapper
    assert "field--trap" in wrapper
    assert "(optioneel)" not in page[page.index("Laat dit veld leeg") :][:30]


def test_the_time_is_hidden_and_ours(client: Client, form: str, discussion: Discussion) -> None:
    token = Inputs(client.get(form).text).found["opened"]
    assert token["type"] == "hidden"
    found = opened_at(token["value"] or "", f"reaction:{discussion.pk}")
    assert found is not None
    assert timezone.now() - found < timedelta(minutes=1)


def test_staff_are_not_guarded(sign_in: SignIn, mo: User, form: str) -> None:
    assert not {"website", "opened"} & set(Inputs(sign_in(mo).get(form).text).found)


def test_a_signed_time_says_when_to_the_second() -> None:
    at = datetime(2018, 1, 24, 9, 0, tzinfo=UTC)
    assert opened_at(sign(ABOUT, at), ABOUT) == at


@pytest.mark.parametrize(
    "token",
    ["", "x", "a:b:c", sign("reaction:2"), sign(ABOUT)[:-1], "\x00"],
    ids=["none", "short", "parts", "elsewhere", "cut", "null"],
)
def test_a_token_of_another_form_or_hand_says_nothing(token: str) -> None:
    assert opened_at(token, ABOUT) is None


@given(st.text())
def test_no_text_passes_for_a_token(token: str) -> None:
    assert opened_at(token, ABOUT) is None


def test_a_form_that_comes_back_keeps_its_time() -> None:
    """Who corrects a name in two seconds is not too fast."""
    token = sign(ABOUT, timezone.now() - timedelta(hours=1))
    form = guarded({"opened": token, "body": ""})
    assert not form.is_valid()
    assert form["opened"].value() == token
    assert form.opened_at == opened_at(token, ABOUT)


@pytest.mark.parametrize(
    "token",
    ["", "onzin", sign(ABOUT, datetime(2018, 1, 24, 9, 0, tzinfo=UTC))],
    ids=["none", "nonsense", "old"],
)
def test_a_form_that_comes_back_too_late_has_a_fresh_time(token: str) -> None:
    form = guarded({"opened": token})
    fresh = opened_at(form["opened"].value(), ABOUT)
    assert fresh is not None
    assert timezone.now() - fresh < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("filled", "trapped"), [("", False), (" ", False), ("http://koop.nl", True)]
)
def test_who_fills_in_the_trap_is_trapped(filled: str, trapped: bool) -> None:
    assert guarded({"website": filled}).is_trapped is trapped


def test_a_form_that_was_not_sent_is_not_trapped() -> None:
    assert not guarded().is_trapped
    assert guarded().proof_holds is None


def test_the_trap_says_nothing_about_itself(
    client: Client, form: str, fair: dict[str, str], set_policy: SetPolicy
) -> None:
    """A machine learns nothing: it reads what everybody reads whose reaction waits."""
    set_policy()
    answer = client.post(form, {**fair, "website": "http://koop.nl"})
    assert answer.status_code == 302
    assert "wacht" in answer.url  # type: ignore[attr-defined]
