"""The life of an article, verb by verb: from which states, to which, and what history says."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Correction, Event, TextBlock
from desk.refused import Refused
from tests.articles.conftest import JANUARY, Stack
from tests.conftest import Publish

STATES = ("draft", "review", "scheduled", "published", "expired", "withdrawn")
TOMORROW = timezone.now() + timedelta(days=1)

type Verb = Callable[[Article, User], None]

#: verb → what it does, from which states it may, the state after, and the line in history
VERBS: dict[str, tuple[Verb, set[str], str, str]] = {
    "submit": (lambda a, by: a.submit(by), {"draft"}, "ter beoordeling", "submitted"),
    "send_back": (lambda a, by: a.send_back(by), {"review"}, "concept", "returned"),
    "publish": (
        lambda a, by: a.publish(by=by),
        {"draft", "review", "withdrawn"},
        "gepubliceerd",
        "published",
    ),
    "publish later": (
        lambda a, by: a.publish(TOMORROW, by),
        {"draft", "review", "withdrawn"},
        "gepland",
        "scheduled",
    ),
    "reschedule now": (
        lambda a, by: a.reschedule(by),
        {"scheduled", "expired"},
        "gepubliceerd",
        "published",
    ),
    "reschedule end": (
        lambda a, by: a.reschedule(by, until=TOMORROW),
        {"published"},
        "gepubliceerd",
        "scheduled",
    ),
    "withdraw": (
        lambda a, by: a.withdraw(by),
        {"scheduled", "published", "expired"},
        "ingetrokken",
        "withdrawn",
    ),
    "revise": (lambda a, by: a.revise(by), {"withdrawn"}, "concept", "revised"),
    "correct": (lambda a, by: a.correct(by, "x"), {"published"}, "gepubliceerd", "corrected"),
}
ALSO_ALLOWED = {
    ("reschedule now", "published"),
    ("reschedule end", "scheduled"),
    ("reschedule end", "expired"),
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", STATES)
def test_a_verb_goes_from_some_states_and_is_refused_from_others(
    in_every_state: dict[str, Article], els: User, verb: str, state: str
) -> None:
    act, allowed, after, line = VERBS[verb]
    article = in_every_state[state]
    article.refresh_from_db()
    before, lines = article.state_label(), article.events.count()
    if state in allowed:
        act(article, els)
        article.refresh_from_db()
        assert article.state_label() == after
        event = article.events.first()
        assert event is not None
        assert (event.verb, event.by, article.events.count()) == (line, els, lines + 1)
    elif (verb, state) not in ALSO_ALLOWED:
        with pytest.raises(Refused, match=f"^is (al )?{before}$"):
            act(article, els)
        article.refresh_from_db()
        assert article.events.count() == lines


def test_history_keeps_what_was_said(els: User, ada: User, publish: Publish) -> None:
    article = publish()
    article.withdraw(els, "Er staat een fout in.")
    article.revise(els)
    article.submit(ada, "Ik heb het opgelost.")
    article.send_back(els, "Nog één zin.")
    notes = [(str(one), one.by, one.note) for one in article.events.all()[:4]]
    assert notes == [
        ("teruggegeven", els, "Nog één zin."),
        ("ter beoordeling gegeven", ada, "Ik heb het opgelost."),
        ("weer in bewerking genomen", els, ""),
        ("ingetrokken", els, "Er staat een fout in."),
    ]


def test_history_says_from_when_till_when(els: User, publish: Publish) -> None:
    article = publish()
    article.withdraw()
    end = datetime(2199, 7, 1, 8, tzinfo=JANUARY.tzinfo)
    article.publish(JANUARY, els, end)
    assert [one.note for one in article.events.all()[:1]] == ["24-01-2018 15:23 – 01-07-2199 08:00"]


@pytest.mark.parametrize("verb", ["publish", "withdraw", "submit"])
def test_of_two_who_do_the_same_at_once_the_second_is_told(
    in_every_state: dict[str, Article], els: User, verb: str
) -> None:
    start = {"publish": "review", "withdraw": "published", "submit": "draft"}[verb]
    pk = in_every_state[start].pk
    first, second = Article.objects.get(pk=pk), Article.objects.get(pk=pk)
    VERBS[verb][0](first, els)
    lines = Event.objects.count()
    with pytest.raises(Refused):
        VERBS[verb][0](second, els)
    assert Event.objects.count() == lines


def test_a_scheduled_article_that_is_withdrawn_and_comes_back_comes_now(
    publish: Publish, els: User
) -> None:
    article = publish()
    article.publish(TOMORROW)
    article.withdraw(els)
    article.publish(by=els)
    assert article.is_visible_at(timezone.now())


def test_the_plan_of_a_scheduled_article_can_be_changed(publish: Publish, els: User) -> None:
    article = publish()
    article.publish(TOMORROW)
    later = TOMORROW + timedelta(days=1)
    article.reschedule(els, later, later + timedelta(days=1))
    article.refresh_from_db()
    assert (article.published_at, article.expires_at) == (later, later + timedelta(days=1))


def test_the_date_that_readers_saw_is_a_fact(publish: Publish, els: User) -> None:
    article = publish()
    was = article.published_at
    with pytest.raises(Refused, match="de datum van publicatie ligt vast"):
        article.reschedule(els, TOMORROW)
    article.reschedule(els, until=TOMORROW)
    article.refresh_from_db()
    assert (article.published_at, article.expires_at) == (was, TOMORROW)


def test_what_is_over_can_come_back(in_every_state: dict[str, Article], els: User) -> None:
    article = in_every_state["expired"]
    was = article.published_at
    article.reschedule(els)
    article.refresh_from_db()
    assert article.is_visible_at(timezone.now())
    assert (article.published_at, article.expires_at) == (was, None)


def test_an_import_brings_its_own_date(publish: Publish) -> None:
    article = publish()
    article.publish(JANUARY)
    article.refresh_from_db()
    assert article.published_at == JANUARY


@pytest.mark.parametrize("at", [None, TOMORROW])
def test_what_does_not_pass_the_check_is_not_published_now_or_later(
    publish: Publish, stack: Stack, els: User, at: datetime | None
) -> None:
    article = publish()
    article.withdraw()
    stack(article, TextBlock(text_html="<h4>Te diep</h4>"))
    with pytest.raises(Refused, match="kan nog niet op de site: De kop ‘Te diep’ slaat"):
        article.publish(at, els)
    article.refresh_from_db()
    assert article.state == Article.State.WITHDRAWN


def test_a_plan_is_not_changed_while_the_check_finds_what_blocks(
    in_every_state: dict[str, Article], stack: Stack, els: User
) -> None:
    article = in_every_state["scheduled"]
    stack(article, TextBlock(text_html="<h2></h2><p>Tekst.</p>"))
    with pytest.raises(Refused, match="Er staat een lege kop"):
        article.reschedule(els)


def test_an_import_is_not_held_up_by_the_check(publish: Publish, stack: Stack) -> None:
    """Readers had it elsewhere, as it is."""
    article = publish()
    stack(article, TextBlock(text_html="<h4>Te diep</h4>"))
    article.publish(JANUARY)
    assert article.is_visible_at(timezone.now())


def test_a_correction_is_kept_with_who_and_when(publish: Publish, els: User) -> None:
    article = publish()
    before = article.changed_at
    article.correct(els, "Er stond 12, het zijn er 21.", JANUARY)
    correction = Correction.objects.get()
    assert (correction.article, correction.by, correction.at) == (article, els, JANUARY)
    assert article.changed_at > before
    article.correct(els, "En nog iets.")
    assert [one.text for one in article.corrections.all()][-1] == "En nog iets."


@pytest.mark.parametrize(
    ("state", "published_at", "never"),
    [
        ("draft", None, True),
        ("draft", JANUARY, False),
        ("review", None, False),
        ("withdrawn", JANUARY, False),
        ("published", JANUARY, False),
    ],
)
def test_only_a_draft_that_nobody_saw_may_vanish(
    state: str, published_at: datetime | None, never: bool
) -> None:
    assert Article(state=state, published_at=published_at).was_never_public is never
