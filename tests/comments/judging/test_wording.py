"""What is said of a finding, to who wrote and to who reads it."""

import ast
from typing import Final

import pytest

from comments.judging import about_sending, about_text, about_writer
from comments.judging.ruling import AT_THE_DOOR, Finding, Ruling, Verdict
from comments.judging.wording import (
    MODERATOR,
    READ_FIRST,
    for_moderator,
    for_writer,
    marks,
    reasons,
    reasons_of,
    wait_of,
    writer_sentence,
)
from tests.test_layout import ROOT

HOLD, REFUSE = Verdict.HOLD, Verdict.REFUSE
SEEN: Final = {
    "days": 40, "as": "Mo", "refused": 3, "of": 9, "domain": "x.nl", "links": 4, "percent": 90,
    "seconds": 1, "most": 5, "minutes": 10, "source": "checker", "reason": "",
}  # fmt: skip


def codes_in_the_checks() -> set[str]:
    """Every code that a check can give, as the source has it."""
    files = [about_sending, about_text, about_writer]
    sources = [(ROOT / (one.__file__ or "")).read_text() for one in files]
    calls = [node for text in sources for node in ast.walk(ast.parse(text))]
    named = [
        node.args[0].value
        for node in calls
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Finding"
        and isinstance(node.args[0], ast.Constant)
    ]
    outside = [f"outside_{says}" for says in about_sending.HEARD]
    return {str(code) for code in [*named, *outside]}


def test_every_finding_has_words_for_a_moderator() -> None:
    assert codes_in_the_checks() == {*MODERATOR, "word"}


@pytest.mark.parametrize("code", sorted(MODERATOR))
def test_the_words_for_a_moderator_are_a_sentence(code: str) -> None:
    said = for_moderator({"code": code, **SEEN})
    assert said.endswith(".")
    assert "%" not in said


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        ({"code": "links", "links": 4}, "4 links."),
        ({"code": "posing", "as": "Mo Karimi"}, "De naam lijkt op “Mo Karimi”."),
        (
            {"code": "word", "rule": "gok*", "matched": "gökken", "field": "name"},
            "Woordregel “gok*” in de naam: “gökken”.",
        ),
        (
            {"code": "word", "rule": "naakt", "matched": "Naakt", "field": "body"},
            "Woordregel “naakt” in de tekst.",
        ),
        ({"code": "posing"}, "posing"),
        ({"code": "van_vroeger"}, "van_vroeger"),
        ({}, ""),
    ],
)
def test_a_moderator_reads_what_was_seen(finding: dict[str, object], said: str) -> None:
    assert for_moderator(finding) == said


@pytest.mark.parametrize("code", ["", "onzin", "<script>", "trap", "fast", "outside_spam"])
def test_a_code_without_words_for_the_writer_is_told_what_is_always_true(code: str) -> None:
    assert writer_sentence(code) == READ_FIRST


@pytest.mark.parametrize("code", sorted(codes_in_the_checks() | {"audience_staff"}))
def test_a_writer_reads_a_sentence_and_no_numbers_of_ours(code: str) -> None:
    said = for_writer(Finding(code, REFUSE, (("for", "confirmed"), ("wait", 600), ("minutes", 2))))
    assert said.endswith(".")
    assert "%" not in said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (1, "U kunt hier eens per minuut reageren. Uw tekst is bewaard."),
        (10, "U kunt hier eens per 10 minuten reageren. Uw tekst is bewaard."),
    ],
)
def test_slow_mode_says_how_slow(minutes: int, said: str) -> None:
    assert for_writer(Finding("slow", REFUSE, (("minutes", minutes), ("wait", 1)))) == said


def test_who_is_too_fast_reads_the_minutes_rounded_up() -> None:
    assert "over 2 minuten" in for_writer(Finding("rate", REFUSE, (("wait", 61),)))


def test_the_longest_wait_holds() -> None:
    found = [Finding("rate", REFUSE, (("wait", wait),)) for wait in (600, 3_600)]
    assert wait_of(Ruling(tuple(found))) == 3_600
    assert wait_of(Ruling((Finding("expired", REFUSE),))) == 0
    assert wait_of(Ruling()) == 0


def test_a_decision_says_each_thing_once_and_has_its_places_in_order() -> None:
    def word(start: int, field: str = "body") -> Finding:
        seen = (("rule", "gok*"), ("matched", "gokt"), ("field", field))
        return Finding("word", HOLD, (*seen, ("start", start), ("end", start + 4)))

    ruling = Ruling((Finding("first", Verdict.PUBLISH), word(9), word(0), word(3, "name")))
    evidence = ruling.as_evidence()
    assert reasons(evidence) == [
        "Eerste geplaatste reactie van dit adres.",
        "Woordregel “gok*” in de tekst: “gokt”.",
        "Woordregel “gok*” in de naam: “gokt”.",
    ]
    assert reasons_of(ruling) == reasons(evidence)[1:]
    assert marks(evidence) == [(0, 4), (9, 13)]
    assert marks(evidence, "name") == [(3, 7)]
    assert (marks({}), reasons({})) == ([], [])


def test_what_is_answered_at_the_door_can_be_found() -> None:
    assert codes_in_the_checks() >= AT_THE_DOOR
