"""Whether who is quoted agrees with the words as they are now."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.models import ProofLink, QuoteRequest
from articles.models.proof import same_words
from articles.proofs.consent import Consent, consent_in, consent_to

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def said(
    answer: str = "asked",
    words: str = "oud",
    proposal: str = "",
    *,
    asked: int = 0,
    at: int | None = None,
    withdrawn: bool = False,
) -> QuoteRequest:
    """A question of day `asked`, answered on day `at`."""
    link = ProofLink(
        made_at=START + timedelta(days=asked), withdrawn_at=START if withdrawn else None
    )
    answered_at = None if at is None else START + timedelta(days=at)
    return QuoteRequest(
        link=link, answer=answer, words=words, proposal=proposal, answered_at=answered_at
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ik luister.", "Ik luister.", True),
        ("Ik luister.\n\nEcht.", "Ik luister.\r\n\r\nEcht.", True),
        (" Ik  luister.", "Ik luister.\n", True),
        ("Ik luister.", "ik luister.", False),
        ("Ik luister.", "Ik luister", False),
        ("", "Ik luister.", False),
    ],
)
def test_words_are_the_same_apart_from_white_space(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same


@pytest.mark.parametrize(
    ("answer", "now", "consent"),
    [
        (said(), "oud", Consent.ASKED),
        (said(), "nieuw", Consent.ASKED),
        (said("agreed"), "oud", Consent.AGREED),
        (said("agreed"), "oud\r\n", Consent.AGREED),
        (said("agreed"), "nieuw", Consent.AGREED_EARLIER),
        (said("reworded", proposal="beter"), "oud", Consent.REWORDED),
        (said("reworded", proposal="beter"), "nieuw", Consent.REWORDED),
        (said("reworded", proposal="beter"), "beter", Consent.AGREED),
    ],
)
def test_an_answer_belongs_to_the_words_it_was_given_to(
    answer: QuoteRequest, now: str, consent: Consent
) -> None:
    assert consent_in(answer, now) == consent


AGREED = said("agreed", at=1)
REWORDED = said("reworded", proposal="beter", at=1)


@pytest.mark.parametrize(
    ("requests", "now", "consent"),
    [
        ([], "oud", Consent.NOT_ASKED),
        ([said()], "oud", Consent.ASKED),
        ([said(withdrawn=True)], "oud", Consent.NOT_ASKED),
        ([said("agreed", at=1, withdrawn=True)], "oud", Consent.AGREED),
        ([AGREED], "oud", Consent.AGREED),
        ([AGREED], "nieuw", Consent.AGREED_EARLIER),
        # Asked again, for the first link expired: an agreement to these words stands.
        ([AGREED, said(asked=2)], "oud", Consent.AGREED),
        ([AGREED, said(asked=2)], "nieuw", Consent.ASKED),
        ([AGREED, said(asked=2, withdrawn=True)], "nieuw", Consent.AGREED_EARLIER),
        ([REWORDED, said(asked=2)], "oud", Consent.ASKED),
        ([said(asked=0), REWORDED], "oud", Consent.REWORDED),
        # The last answer counts, in whatever order they are given.
        ([AGREED, said("reworded", proposal="beter", at=2)], "oud", Consent.REWORDED),
        ([said("agreed", at=3), said("reworded", proposal="beter", at=2)], "oud", Consent.AGREED),
        ([REWORDED, said("agreed", words="nieuw", at=2)], "nieuw", Consent.AGREED),
    ],
)
def test_a_quote_stands_as_the_last_answer_says(
    requests: list[QuoteRequest], now: str, consent: Consent
) -> None:
    assert consent_to(now, requests) == consent
    assert consent_to(now, reversed(requests)) == consent


def test_every_standing_has_words_of_its_own() -> None:
    assert [str(one.label) for one in Consent] == [
        "niet gevraagd",
        "gevraagd",
        "akkoord",
        "akkoord met eerdere woorden",
        "andere woorden voorgesteld",
    ]
