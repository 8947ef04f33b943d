"""What a discussion says of itself, in sentences."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils import translation

from comments.in_words import reactions, terms

CONFIRMED = "Hier reageert alleen wie het e-mailadres heeft bevestigd."
UNTIL = "U kunt reageren tot 30 november 2030 om 13:05."
OPEN: dict[str, Any] = {
    "is_confirmed": False,
    "is_read_first": False,
    "closes_at": None,
    "slow_minutes": None,
    "reading": "",
}


@pytest.mark.parametrize(
    ("n", "said"),
    [(0, "0 reacties"), (1, "1 reactie"), (2, "2 reacties"), (1234, "1.234 reacties")],
)
def test_reactions_are_counted_in_words(n: int, said: str) -> None:
    assert reactions(n) == said


def test_the_language_that_is_active_counts() -> None:
    assert reactions(1) == "1 reactie"
    with translation.override("en"):
        assert reactions(1) == "1 comment"
    assert reactions(1) == "1 reactie"


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, "De redactie leest mee."),
        ({"is_read_first": True}, "De redactie leest uw reactie voordat wij die plaatsen."),
        (
            {"is_confirmed": True, "slow_minutes": 1},
            f"{CONFIRMED} De redactie leest mee. U kunt hier eens per minuut reageren.",
        ),
        (
            {"closes_at": datetime(2030, 11, 30, 12, 5, tzinfo=UTC), "slow_minutes": 5},
            f"De redactie leest mee. {UNTIL} U kunt hier eens per 5 minuten reageren.",
        ),
        ({"reading": "Morgen weer."}, "De redactie leest mee. Morgen weer."),
    ],
)
def test_who_reacts_is_told_on_which_terms(known: dict[str, Any], said: str) -> None:
    assert terms(**(OPEN | known)) == said
