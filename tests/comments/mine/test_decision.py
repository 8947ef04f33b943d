"""Why a reaction is not to be seen, in the words of the law's statement of reasons."""

import pytest
from django.test import Client

from accounts.models import User
from comments.judging.ruling import Finding, Ruling, Verdict
from comments.models import Comment, Decision
from comments.models.decision import Reason
from tests.comments.mine.conftest import Door
from tests.conftest import React


def test_a_refusal_says_why_who_and_what_can_be_done(
    client: Client, door: Door, react: React, mo: User
) -> None:
    comment = react("Koop hier.", approved=False)
    comment.refuse(mo, Reason.ADVERTISING, "Dit is geen *prikbord*.")
    number = Decision.objects.get(verb="refuse").pk
    assert door("decision", comment) in client.get(door()).text
    page = client.get(door("decision", comment)).text
    for words in (
        "Uw reactie is niet geplaatst",
        "Koop hier.",
        "Uw reactie is reclame.",
        "Dit is geen *prikbord*.",
        "Een mens nam",
        "gratis",
        f"Uw besluitnummer is {number}.",
    ):
        assert words in page, words
    assert "Mo Karimi" not in page


def test_a_removal_and_a_passage_taken_out_are_explained(
    client: Client, door: Door, react: React, mo: User
) -> None:
    removed, redacted = react("Weg."), react("Mijn buurman Cor Post zei het.")
    removed.remove(mo, Reason.LEGAL)
    redacted.redact(mo, "Cor Post")
    assert "Uw reactie is verwijderd" in client.get(door("decision", removed)).text
    page = client.get(door("decision", redacted)).text
    assert "Een deel van uw reactie is weggehaald" in page
    assert "Cor Post" not in page


@pytest.mark.parametrize("verdict", [Verdict.HOLD, Verdict.REFUSE])
def test_what_the_rules_decided_is_told_in_their_words(
    client: Client, door: Door, react: React, verdict: Verdict
) -> None:
    comment = react(approved=False)
    findings = (Finding("links", verdict, (("links", 9),)), Finding("onbekend", Verdict.PUBLISH))
    comment.judged(Ruling(findings))
    assert "Uw reactie bevat veel links." in client.get(door()).text
    answer = client.get(door("decision", comment))
    if verdict == Verdict.HOLD:
        assert answer.status_code == 404  # what waits is not decided on
        return
    assert "Uw reactie bevat veel links." in answer.text
    assert "computerprogramma nam dit besluit" in answer.text


def test_what_is_to_be_seen_has_no_such_decision(
    client: Client, door: Door, react: React, mo: User
) -> None:
    comment = react()
    comment.remove(mo, Reason.LEGAL)
    comment.restore(mo)
    assert client.get(door("decision", comment)).status_code == 404
    assert "/besluit/" not in client.get(door()).text


def test_how_long_waiting_takes_is_told_once_it_is_known(
    client: Client, door: Door, react: React
) -> None:
    react("Wacht.", approved=False)
    assert "Meestal duurt dat" not in client.get(door()).text
    for n in range(5):
        react(f"Geplaatst {n}.", email="iemand@voorbeeld.nl")
    assert "Meestal duurt dat niet langer dan 1 uur." in client.get(door()).text
    Comment.objects.filter(body="Wacht.").get().withdraw()
    assert "Meestal duurt dat" not in client.get(door()).text
