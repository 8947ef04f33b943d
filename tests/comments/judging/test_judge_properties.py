"""What holds of every ruling, whatever the facts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from comments.judging.facts import Facts, Opinion, Record, Sending
from comments.judging.judge import judge
from comments.judging.ruling import Verdict
from comments.judging.words import Word
from comments.models import Policy

LITTLE: Final = st.integers(0, 40)
PERCENT: Final = st.none() | st.integers(1, 100)
WORDS: Final = st.builds(
    Word,
    pattern=st.sampled_from(["gok*", "rotzak", "naakt", "gratis geld", "*zooi"]),
    refuses=st.booleans(),
    inside_words=st.booleans(),
)
TEXT: Final = st.text(max_size=40) | st.sampled_from(
    ["gokken", "Rotzak!", "naaktslak", "GRATIS  GELD VOOR IEDEREEN HIER", "zo'n puinzooi"]
)

records = st.builds(
    Record,
    published=LITTLE,
    judged=st.integers(20, 40),
    refused=st.integers(0, 20),
    in_ten_minutes=LITTLE,
    in_a_day=LITTLE,
    same_elsewhere=st.integers(0, 2),
    seconds_since_here=st.none() | st.integers(0, 5_000),
    held=st.booleans(),
    blocked=st.booleans(),
)
sendings = st.builds(
    Sending,
    trapped=st.booleans(),
    open_seconds=st.none() | st.integers(0, 200_000),
    signed=st.booleans(),
    proof=st.none() | st.booleans(),
    in_ten_minutes=LITTLE,
    in_a_day=LITTLE,
)
opinions = st.builds(
    Opinion, st.just("checker"), st.sampled_from(["publish", "hold", "refuse", "spam", "silent"])
)
all_facts = st.builds(
    Facts,
    body=TEXT,
    name=TEXT,
    affiliation=TEXT,
    email=st.sampled_from(["rik@voorbeeld.nl", "x@mailinator.com", "", "@"]),
    links=LITTLE,
    confirmed=st.booleans(),
    record=records,
    sending=sendings,
    mode=st.sampled_from(["", "before", "after"]),
    slow_minutes=st.none() | st.integers(0, 60),
    article_days=LITTLE,
    outside_hours=st.booleans(),
    reserved=st.just(("Mo Karimi",)),
    site=st.sampled_from(["", "Grensvlak"]),
    words=st.lists(WORDS, max_size=3).map(tuple),
    opinions=st.lists(opinions, max_size=2).map(tuple),
)
policies = st.builds(
    Policy,
    audience=st.sampled_from(["everyone", "confirmed", "staff"]),
    mode=st.sampled_from(["before", "after"]),
    trusted_after=st.none() | st.integers(1, 40),
    keeps_hours=st.booleans(),
    hold_first=st.booleans(),
    hold_unconfirmed=st.booleans(),
    hold_disposable=st.booleans(),
    held_links=st.none() | st.integers(1, 40),
    shouting_percent=PERCENT,
    refused_percent=PERCENT,
    held_after_days=st.none() | LITTLE,
    too_fast_seconds=st.none() | LITTLE,
    form_hours=st.integers(20, 60),
    most_in_ten_minutes=st.integers(1, 40),
    most_in_a_day=st.integers(1, 40),
    proof_of_work=st.booleans(),
)


def _once_more(facts: Facts) -> Facts:
    record = facts.record
    more = replace(record, in_ten_minutes=record.in_ten_minutes + 1, in_a_day=record.in_a_day + 1)
    return replace(facts, record=more)


def _refused_once_more(facts: Facts) -> Facts:
    record = facts.record
    return replace(
        facts, record=replace(record, refused=record.refused + 1, judged=record.judged + 1)
    )


def _sent_once_more(facts: Facts) -> Facts:
    sending = facts.sending
    more = replace(
        sending, in_ten_minutes=sending.in_ten_minutes + 1, in_a_day=sending.in_a_day + 1
    )
    return replace(facts, sending=more)


#: Each makes a case worse for who wrote it, and never better.
WORSE: Final[list[Callable[[Facts], Facts]]] = [
    lambda facts: replace(facts, links=facts.links + 1),
    lambda facts: replace(facts, confirmed=False),
    lambda facts: replace(facts, article_days=facts.article_days + 5),
    lambda facts: replace(facts, outside_hours=True),
    lambda facts: replace(facts, email="x@mailinator.com"),
    lambda facts: replace(facts, name="Mo Karimi" if not facts.words else facts.name),
    lambda facts: replace(facts, words=(*facts.words, Word("rotzak", refuses=True))),
    lambda facts: replace(facts, opinions=(*facts.opinions, Opinion("akismet", "silent"))),
    lambda facts: replace(facts, opinions=(*facts.opinions, Opinion("akismet", "spam"))),
    lambda facts: replace(facts, opinions=(*facts.opinions, Opinion("akismet", "publish"))),
    lambda facts: replace(facts, record=replace(facts.record, published=0)),
    lambda facts: replace(facts, record=replace(facts.record, blocked=True)),
    lambda facts: replace(facts, record=replace(facts.record, held=True)),
    _once_more,
    lambda facts: replace(facts, record=replace(facts.record, same_elsewhere=3)),
    _refused_once_more,
    lambda facts: replace(facts, sending=replace(facts.sending, trapped=True)),
    lambda facts: replace(facts, sending=replace(facts.sending, proof=False)),
    _sent_once_more,
]


@given(all_facts, policies, st.sampled_from(WORSE))
def test_more_evidence_never_softens_a_verdict(
    facts: Facts, policy: Policy, worsen: Callable[[Facts], Facts]
) -> None:
    assert judge(worsen(facts), policy).verdict >= judge(facts, policy).verdict


@given(all_facts, policies)
def test_every_verdict_carries_its_reasons(facts: Facts, policy: Policy) -> None:
    ruling = judge(facts, policy)
    assert bool(ruling.reasons) == (ruling.verdict != Verdict.PUBLISH)
    assert all(one.verdict <= ruling.verdict for one in ruling.findings)
    assert ruling.as_evidence()["verdict"] == ruling.verdict.name.lower()


@given(all_facts, policies)
def test_the_same_facts_get_the_same_ruling(facts: Facts, policy: Policy) -> None:
    assert judge(facts, policy) == judge(replace(facts), policy)


@given(all_facts, policies)
def test_trust_takes_away_the_wait_and_nothing_else(facts: Facts, policy: Policy) -> None:
    known = replace(facts, confirmed=True, record=replace(facts.record, published=40))
    policy.trusted_after = None
    waits = judge(known, policy)
    policy.trusted_after = 1
    trusted = judge(known, policy)
    assert trusted.findings == tuple(one for one in waits.findings if one.code != "before")
