"""The sum that a browser does: each counts once, and only one of ours counts."""

import base64
import json
from datetime import timedelta
from typing import Any

import altcha
import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from comments.judging import proof
from comments.models import Comment, Decision
from tests.comments.judging.conftest import SetPolicy


def solved(question: str, /, **other: Any) -> str:
    """As static/js/proof.js sends it."""
    asked = json.loads(question)
    found = altcha.solve_challenge(
        asked["challenge"], asked["salt"], asked["algorithm"], asked["maxNumber"]
    )
    assert found is not None
    names = ("algorithm", "challenge", "salt", "signature")
    payload = {name: asked[name] for name in names} | {"number": found.number} | other
    return base64.b64encode(json.dumps(payload).encode()).decode()


def test_a_sum_counts_once() -> None:
    payload = solved(proof.challenge())
    assert [proof.holds(payload), proof.holds(payload)] == [True, False]


@pytest.mark.parametrize(
    "other", [{"number": -1}, {"signature": "0"}, {"challenge": "0"}, {"number": "x"}]
)
def test_a_wrong_sum_does_not_count(other: dict[str, Any]) -> None:
    assert not proof.holds(solved(proof.challenge(), **other))


def test_a_sum_of_another_house_or_of_long_ago_does_not_count() -> None:
    def challenge(key: str, hours: int) -> str:
        until = timezone.now() + timedelta(hours=hours)
        options = altcha.ChallengeOptions(hmac_key=key, max_number=500, expires=until)
        return json.dumps(altcha.create_challenge(options).to_dict())

    own = proof._key()  # noqa: SLF001 - to sign as the site does
    assert proof.holds(solved(challenge(own, 1)))
    assert not proof.holds(solved(challenge(own, -1)))
    assert not proof.holds(solved(challenge("van een ander", 1)))


@given(st.text() | st.binary().map(lambda some: base64.b64encode(some).decode()))
def test_nonsense_does_not_count(payload: str) -> None:
    assert not proof.holds(payload)


@pytest.mark.parametrize(
    "said", [None, 7, [], "x", {}, {"salt": 1}, {"algorithm": [], "challenge": {}, "number": None}]
)
def test_json_of_another_shape_does_not_count(said: Any) -> None:
    assert not proof.holds(base64.b64encode(json.dumps(said).encode()).decode())
    names = ("algorithm", "challenge", "number", "salt", "signature")
    whole = dict.fromkeys(names, said)
    assert not proof.holds(base64.b64encode(json.dumps(whole).encode()).decode())


def test_the_form_asks_it_only_where_the_policy_does(
    client: Client, form: str, set_policy: SetPolicy
) -> None:
    set_policy()
    assert "proof.js" not in client.get(form).text
    set_policy(proof_of_work=True)
    page = client.get(form).text
    assert "proof.js" in page
    assert "data-challenge=" in page


@pytest.mark.parametrize(("done", "state"), [(True, "published"), (False, "pending")])
def test_without_it_a_reaction_is_read_first(
    client: Client,
    form: str,
    fair: dict[str, str],
    set_policy: SetPolicy,
    done: bool,
    state: str,
) -> None:
    set_policy(proof_of_work=True)
    payload = solved(proof.challenge()) if done else ""
    assert client.post(form, {**fair, "proof": payload}).status_code == 302
    assert Comment.objects.get().state == state
    found = Decision.objects.get().evidence["findings"]
    assert ("proof" in {one["code"] for one in found}) is not done
