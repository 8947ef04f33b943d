"""A form needs its token; without a good one nothing is stored, and nothing typed is lost."""

import re

import pytest
from django.test import Client

from accounts.models import User
from comments.models import Comment, Discussion
from tests.conftest import React

EXPIRED = "Dit formulier is verlopen. Controleer uw tekst en plaats uw reactie opnieuw."


def token_in(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert found
    return found[1]


def test_with_its_token_a_form_is_accepted(
    strict: Client, form: str, form_data: dict[str, str]
) -> None:
    token = token_in(strict.get(form).text)
    assert strict.post(form, {**form_data, "csrfmiddlewaretoken": token}).status_code == 302
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("token", ["", "x", "x" * 64, "\x00", "é" * 32])
@pytest.mark.parametrize("has_cookie", [True, False])
def test_without_a_good_token_the_text_comes_back_in_a_form_that_works(
    strict: Client, form: str, form_data: dict[str, str], token: str, has_cookie: bool
) -> None:
    if has_cookie:
        strict.get(form)
    answer = strict.post(form, {**form_data, "csrfmiddlewaretoken": token})
    assert answer.status_code == 403
    assert EXPIRED in answer.text
    assert all(value in answer.text for value in form_data.values())
    assert "no-store" in answer.headers["Cache-Control"]
    assert not Comment.objects.exists()
    fresh = token_in(answer.text)
    assert strict.post(form, {**form_data, "csrfmiddlewaretoken": fresh}).status_code == 302


def test_an_answer_stays_an_answer(
    strict: Client, form: str, react: React, form_data: dict[str, str]
) -> None:
    react("Een.")
    answer = strict.post(f"{form}?op=1", form_data)
    assert answer.status_code == 403
    assert f'action="{form}?op=1"' in answer.text


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_another_method_without_a_token_is_still_another_method(
    strict: Client, form: str, method: str
) -> None:
    """It once was an error of ours."""
    answer = getattr(strict, method)(form)
    assert answer.status_code == 405
    assert "Dit adres kan niet op deze manier worden gebruikt." in answer.text


@pytest.mark.parametrize("change", ["close", "hide"])
def test_what_cannot_be_reacted_to_says_so_first(
    strict: Client, form: str, discussion: Discussion, mo: User, form_data: dict[str, str],
    change: str,
) -> None:  # fmt: skip
    getattr(discussion, change)(mo)
    answer = strict.post(form, form_data)
    assert answer.status_code == {"close": 403, "hide": 404}[change]
    assert ("Reageren is gesloten." in answer.text) is (change == "close")
    assert EXPIRED not in answer.text


def test_elsewhere_a_page_says_what_to_do(strict: Client, mo: User) -> None:
    strict.force_login(mo)
    answer = strict.post("/beheer/logout/")
    assert answer.status_code == 403
    assert "Dit formulier is verlopen." in answer.text


def test_too_much_without_a_token_is_too_much(strict: Client, form: str) -> None:
    answer = strict.post(form, {"body": "a" * 3_000_000})
    assert answer.status_code in {403, 413}
    assert '<html lang="nl">' in answer.text
