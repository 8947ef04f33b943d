"""What the checks make of which facts: one line a case."""

from dataclasses import replace
from typing import Any

import pytest

from comments.judging.facts import Facts, Opinion, Record, Sending
from comments.judging.judge import judge
from comments.judging.ruling import Ruling, Verdict
from comments.judging.words import Word
from comments.models import Policy

PUBLISH, HOLD, REFUSE = Verdict.PUBLISH, Verdict.HOLD, Verdict.REFUSE

#: Somebody who was here before, in a browser of which we know that, under a fresh article.
KNOWN = Facts(
    body="Dat herken ik.",
    name="Rik",
    email="rik@voorbeeld.nl",
    confirmed=True,
    record=Record(published=3, judged=1),
    sending=Sending(open_seconds=60, in_ten_minutes=1, in_a_day=1),
    reserved=("Mo Karimi", "Ada Verhoeven", "Li"),
    site="Grensvlak",
)
GOK, SLA = Word("gok*"), Word("rotzak", refuses=True)


def policy(**settings: Any) -> Policy:
    return Policy(**{"mode": "after", **settings})


def ruling(facts: Facts, **settings: Any) -> Ruling:
    return judge(facts, policy(**settings))


def codes(found: Ruling) -> set[str]:
    return {one.code for one in found.findings if one.verdict}


def record(**seen: Any) -> Facts:
    return replace(KNOWN, record=replace(KNOWN.record, **seen))


def sending(**seen: Any) -> Facts:
    return replace(KNOWN, sending=replace(KNOWN.sending, **seen))


def said(body: str, *words: Word) -> Facts:
    return replace(KNOWN, body=body, words=words)


def named(name: str, affiliation: str = "") -> Facts:
    return replace(KNOWN, name=name, affiliation=affiliation)


STRANGER = replace(KNOWN, confirmed=False)
NEW = record(published=0)

CASES: list[tuple[Facts, dict[str, Any], Verdict, set[str]]] = [
    (KNOWN, {}, PUBLISH, set()),
    # Who may, and when it is read.
    (KNOWN, {"audience": "confirmed"}, PUBLISH, set()),
    (STRANGER, {"audience": "confirmed"}, REFUSE, {"audience"}),
    (KNOWN, {"audience": "staff"}, REFUSE, {"audience"}),
    (KNOWN, {"mode": "before"}, HOLD, {"before"}),
    (replace(KNOWN, mode="before"), {}, HOLD, {"before"}),
    (replace(KNOWN, mode="after"), {"mode": "before"}, PUBLISH, set()),
    (KNOWN, {"mode": "before", "trusted_after": 3}, PUBLISH, set()),
    (KNOWN, {"mode": "before", "trusted_after": 4}, HOLD, {"before"}),
    (STRANGER, {"mode": "before", "trusted_after": 1}, HOLD, {"before"}),
    (said("gokken", GOK), {"mode": "before", "trusted_after": 1}, HOLD, {"word"}),
    (replace(KNOWN, outside_hours=True), {}, PUBLISH, set()),
    (replace(KNOWN, outside_hours=True), {"keeps_hours": True}, HOLD, {"hours"}),
    (KNOWN, {"keeps_hours": True}, PUBLISH, set()),
    (replace(KNOWN, article_days=31), {}, PUBLISH, set()),
    (replace(KNOWN, article_days=31), {"held_after_days": 30}, HOLD, {"old_article"}),
    (replace(KNOWN, article_days=30), {"held_after_days": 30}, PUBLISH, set()),
    (replace(KNOWN, article_days=1), {"held_after_days": 0}, HOLD, {"old_article"}),
    # How it was sent.
    (sending(trapped=True), {}, REFUSE, {"trap"}),
    (sending(open_seconds=3), {}, HOLD, {"fast"}),
    (sending(open_seconds=4), {}, PUBLISH, set()),
    (sending(open_seconds=0), {"too_fast_seconds": None}, PUBLISH, set()),
    (sending(open_seconds=24 * 3_600), {}, PUBLISH, set()),
    (sending(open_seconds=24 * 3_600 + 1), {}, REFUSE, {"expired"}),
    (sending(open_seconds=24 * 3_600 + 1), {"form_hours": 48}, PUBLISH, set()),
    (sending(open_seconds=None, signed=False), {}, HOLD, {"unsigned"}),
    (sending(open_seconds=None), {}, PUBLISH, set()),
    (sending(proof=False), {}, PUBLISH, set()),
    (sending(proof=False), {"proof_of_work": True}, HOLD, {"proof"}),
    (sending(proof=True), {"proof_of_work": True}, PUBLISH, set()),
    (sending(in_ten_minutes=5), {}, PUBLISH, set()),
    (sending(in_ten_minutes=6), {}, REFUSE, {"rate"}),
    (sending(in_ten_minutes=6), {"most_in_ten_minutes": 6}, PUBLISH, set()),
    (sending(in_a_day=30), {}, PUBLISH, set()),
    (sending(in_a_day=31), {}, REFUSE, {"rate"}),
    (record(in_ten_minutes=4), {}, PUBLISH, set()),
    (record(in_ten_minutes=5), {}, REFUSE, {"rate"}),
    (record(in_a_day=29), {}, PUBLISH, set()),
    (record(in_a_day=30), {}, REFUSE, {"rate"}),
    (record(seconds_since_here=10), {}, PUBLISH, set()),
    (replace(record(seconds_since_here=599), slow_minutes=10), {}, REFUSE, {"slow"}),
    (replace(record(seconds_since_here=600), slow_minutes=10), {}, PUBLISH, set()),
    (replace(KNOWN, slow_minutes=10), {}, PUBLISH, set()),
    # What others say.
    (replace(KNOWN, opinions=(Opinion("checker", "publish"),)), {}, PUBLISH, set()),
    (replace(KNOWN, opinions=(Opinion("checker", "silent"),)), {}, HOLD, {"outside_silent"}),
    (replace(KNOWN, opinions=(Opinion("checker", "hold"),)), {}, HOLD, {"outside_hold"}),
    (replace(KNOWN, opinions=(Opinion("checker", "refuse"),)), {}, REFUSE, {"outside_refuse"}),
    (replace(KNOWN, opinions=(Opinion("akismet", "spam"),)), {}, REFUSE, {"outside_spam"}),
    (
        replace(said("gokken", GOK), opinions=(Opinion("checker", "publish"),)),
        {},
        HOLD,
        {"word"},
    ),
    # Who writes.
    (named("Mo Karimi"), {}, HOLD, {"posing"}),
    (named("mo  karimi!"), {}, HOLD, {"posing"}),
    (named("MO KARIMI"), {}, HOLD, {"posing"}),
    (named("Mо Kаrimi"), {}, HOLD, {"posing"}),  # two Cyrillic letters
    (named("M0 Kar1m1"), {}, HOLD, {"posing"}),
    (named("Mo KarimI"), {}, HOLD, {"posing"}),
    (named("Mo Karlmi"), {}, HOLD, {"posing"}),  # an l for an i
    (named("Mó Kärimi"), {}, HOLD, {"posing"}),
    (named("Mo\u200b Karimi"), {}, HOLD, {"posing"}),
    (named("Mo"), {}, PUBLISH, set()),
    (named("Momo Karimir"), {}, PUBLISH, set()),
    (named("Linda"), {}, PUBLISH, set()),
    (named("Redactie"), {}, HOLD, {"posing"}),
    (named("De redactie"), {}, HOLD, {"posing"}),
    (named("Jan, moderator"), {}, HOLD, {"posing"}),
    (named("r3dactie"), {}, HOLD, {"posing"}),
    (named("Rik", "redactie"), {}, HOLD, {"posing"}),
    (named("Gr€nsvlak"), {}, PUBLISH, set()),
    (named("Grensvlak"), {}, HOLD, {"posing"}),
    (named("Team Grensvlak"), {}, HOLD, {"posing"}),
    (named("Rik", "Gemeente Redactiestad"), {}, PUBLISH, set()),
    (named("123"), {}, PUBLISH, set()),
    (NEW, {}, PUBLISH, set()),
    (NEW, {"hold_first": True}, HOLD, {"first"}),
    (KNOWN, {"hold_first": True}, PUBLISH, set()),
    (STRANGER, {"hold_first": True}, HOLD, {"unproven"}),
    (STRANGER, {}, PUBLISH, set()),
    (STRANGER, {"hold_unconfirmed": True}, HOLD, {"unconfirmed"}),
    (KNOWN, {"hold_unconfirmed": True}, PUBLISH, set()),
    (record(held=True), {}, HOLD, {"watched"}),
    (record(blocked=True), {}, REFUSE, {"blocked"}),
    (record(held=True, blocked=True), {}, REFUSE, {"watched", "blocked"}),
    (record(same_elsewhere=1), {}, HOLD, {"duplicate"}),
    (record(judged=10, refused=3), {}, HOLD, {"refused_often"}),
    (record(judged=10, refused=2), {}, PUBLISH, set()),
    (record(judged=1, refused=1), {"refused_percent": None}, PUBLISH, set()),
    (record(judged=0, refused=0), {"refused_percent": 1}, PUBLISH, set()),
    (replace(KNOWN, email="x@mailinator.com"), {}, HOLD, {"disposable"}),
    (replace(KNOWN, email="x@in.MAILINATOR.com"), {}, HOLD, {"disposable"}),
    (replace(KNOWN, email="x@mailinator.com"), {"hold_disposable": False}, PUBLISH, set()),
    (replace(KNOWN, email="x@notmailinator.nl"), {}, PUBLISH, set()),
    (replace(KNOWN, email=""), {}, PUBLISH, set()),
    # What is written.
    (replace(KNOWN, links=2), {}, PUBLISH, set()),
    (replace(KNOWN, links=3), {}, HOLD, {"links"}),
    (replace(KNOWN, links=30), {"held_links": None}, PUBLISH, set()),
    (said("DIT IS EEN SCHANDE VOOR DE GEMEENTE"), {}, HOLD, {"shouting"}),
    (said("DIT IS EEN SCHANDE VOOR DE GEMEENTE"), {"shouting_percent": None}, PUBLISH, set()),
    (said("Het ministerie van BZK en VWS"), {}, PUBLISH, set()),
    (said("BZK, VWS en SZW"), {}, PUBLISH, set()),
    (said("zie https://VOORBEELD.NL/AAAAAAAAAAAAAAAAAAAAAAAAAAAA"), {}, PUBLISH, set()),
    (said("Ik hou van gokken.", GOK), {}, HOLD, {"word"}),
    (said("Een rotzak is het.", SLA), {}, REFUSE, {"word"}),
    (said("Een rotzak die gokt.", GOK, SLA), {}, REFUSE, {"word"}),
    (said("Rozen.", GOK, SLA), {}, PUBLISH, set()),
    (replace(named("Gokpaleis"), words=(GOK,)), {}, HOLD, {"word"}),
    (replace(named("Rik", "Rotzak bv"), words=(SLA,)), {}, REFUSE, {"word"}),
]


@pytest.mark.parametrize(("facts", "settings", "verdict", "found"), CASES)
def test_the_checks_find_this_in_that(
    facts: Facts, settings: dict[str, Any], verdict: Verdict, found: set[str]
) -> None:
    made = ruling(facts, **settings)
    assert (made.verdict, codes(made)) == (verdict, found)


def test_the_table_has_what_it_promises() -> None:
    assert len(CASES) >= 80


def test_staff_answer_for_themselves() -> None:
    facts = replace(said("rotzak", SLA), by_staff=True, links=99)
    assert ruling(facts, audience="staff") == Ruling()


def test_that_somebody_is_new_is_always_said() -> None:
    made = ruling(NEW)
    assert made.verdict == PUBLISH
    assert [one.code for one in made.findings] == ["first"]


def test_all_checks_run_and_every_finding_is_kept() -> None:
    facts = replace(said("GOKKEN IS EEN SCHANDE ROTZAK", GOK, SLA), links=5, confirmed=False)
    made = ruling(replace(facts, record=Record(held=True)), mode="before")
    assert codes(made) == {"before", "watched", "links", "shouting", "word"}
    assert [one.seen("matched") for one in made.reasons] == ["ROTZAK"]


def test_a_word_is_kept_with_its_rule_and_its_place() -> None:
    (found,) = ruling(said("Een leuke gökpartij.", GOK)).findings
    assert dict(found.evidence) == {
        "rule": "gok*",
        "matched": "gökpartij",
        "field": "body",
        "start": 10,
        "end": 19,
    }


@pytest.mark.parametrize(
    ("facts", "wait"),
    [
        (sending(in_ten_minutes=6), 600),
        (sending(in_a_day=31, in_ten_minutes=6), 3_600),
        (replace(record(seconds_since_here=100), slow_minutes=2), 20),
    ],
)
def test_who_is_too_fast_hears_how_long_to_wait(facts: Facts, wait: int) -> None:
    made = ruling(facts)
    assert made.at_the_door
    assert max(int(one.seen("wait") or 0) for one in made.at_the_door) == wait


@pytest.mark.parametrize(
    "facts", [sending(trapped=True), record(blocked=True), said("rotzak", SLA)]
)
def test_what_is_judged_is_not_turned_away_at_the_door(facts: Facts) -> None:
    assert not ruling(facts).at_the_door
