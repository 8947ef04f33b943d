"""What happens to a reaction that is sent, by way of the form."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from comments.judging.guard import sign
from comments.models import Comment, Decision, Discussion, Measure, WordRule, Writer
from tests.comments.judging.conftest import SetPolicy
from tests.conftest import React, SignIn

LATE = "Dit formulier is verlopen. Controleer uw tekst en plaats uw reactie opnieuw."
TOO_FAST = (
    "U plaatst reacties te snel achter elkaar. Probeer het over 10 minuten opnieuw. "
    "Uw tekst is bewaard."
)


def found(comment: Comment) -> list[str]:
    decision = Decision.objects.get(comment=comment, verb="judge")
    return [one["code"] for one in decision.evidence["findings"]]


def test_a_reaction_that_nothing_is_wrong_with_is_published_at_once(
    client: Client, form: str, fair: dict[str, str], set_policy: SetPolicy
) -> None:
    set_policy()
    answer = client.post(form, fair)
    assert "uitkomst=geplaatst" in answer.url  # type: ignore[attr-defined]
    comment = Comment.objects.visible().get()
    assert comment.number == 1
    assert found(comment) == ["first"]
    decision = Decision.objects.get(comment=comment)
    assert (decision.rule, decision.by, decision.to_state) == ("judge", None, "published")


def test_by_default_every_reaction_is_read_first(
    client: Client, form: str, fair: dict[str, str]
) -> None:
    client.post(form, fair)
    comment = Comment.objects.waiting().get()
    assert found(comment) == ["before", "first"]


@pytest.mark.parametrize(("effect", "state"), [("hold", "pending"), ("refuse", "refused")])
def test_a_word_holds_or_refuses_and_is_kept_with_its_place(
    client: Client, form: str, fair: dict[str, str], set_policy: SetPolicy, effect: str, state: str
) -> None:
    set_policy()
    WordRule.objects.create(pattern="naakt", effect=effect)
    WordRule.objects.create(pattern="feit", effect="refuse", active=False)
    client.post(form, {**fair, "body": "Een n44kt feit."})
    comment = Comment.objects.get()
    assert comment.state == state
    evidence = Decision.objects.get(comment=comment).evidence["findings"][-1]
    assert (evidence["rule"], evidence["matched"]) == ("naakt", "n44kt")
    assert comment.body[evidence["start"] : evidence["end"]] == "n44kt"


def test_what_a_machine_fills_in_is_spam_and_stays_for_moderators_to_see(
    client: Client, form: str, fair: dict[str, str], set_policy: SetPolicy
) -> None:
    set_policy()
    client.post(form, {**fair, "website": "http://koop.nl"})
    assert Comment.objects.get().state == "spam"
    assert not Comment.objects.visible()


@pytest.mark.parametrize(
    "token", ["", "onzin", sign("reaction:999")], ids=["none", "nonsense", "elsewhere"]
)
def test_without_our_time_on_it_a_reaction_is_read_first(
    client: Client, form: str, fair: dict[str, str], set_policy: SetPolicy, token: str
) -> None:
    set_policy()
    client.post(form, {**fair, "opened": token})
    assert found(Comment.objects.waiting().get()) == ["unsigned", "first"]


def test_a_form_that_was_open_too_long_is_asked_again_with_its_text(
    client: Client, form: str, fair: dict[str, str], discussion: Discussion, set_policy: SetPolicy
) -> None:
    set_policy()
    old = sign(f"reaction:{discussion.pk}", timezone.now() - timedelta(hours=25))
    answer = client.post(form, {**fair, "opened": old})
    assert answer.status_code == 422
    assert LATE in answer.text
    assert fair["body"] in answer.text
    assert old not in answer.text
    assert not Comment.objects.exists()


def test_the_sixth_reaction_within_ten_minutes_is_asked_to_wait(
    client: Client, form: str, fair: dict[str, str]
) -> None:
    for n in range(5):
        data = {**fair, "body": f"Reactie {n}.", "email": f"rik{n}@voorbeeld.nl"}
        assert client.post(form, data).status_code == 302
    answer = client.post(form, {**fair, "body": "Nog een."})
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "600"
    assert TOO_FAST in answer.text
    assert "Nog een." in answer.text
    assert Comment.objects.count() == 5
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    assert elsewhere.post(form, {**fair, "body": "Nog een."}).status_code == 302


def test_an_address_is_counted_whatever_connection_it_comes_by(
    form: str, fair: dict[str, str]
) -> None:
    answers = [
        Client(REMOTE_ADDR=f"198.51.100.{n}").post(form, {**fair, "body": f"Reactie {n}."})
        for n in range(6)
    ]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]


def test_in_place_too_the_text_stays(htmx: Client, form: str, fair: dict[str, str]) -> None:
    for n in range(5):
        htmx.post(form, {**fair, "body": f"Reactie {n}."})
    answer = htmx.post(form, {**fair, "body": "Nog een."})
    assert answer.status_code == 429
    assert "<html" not in answer.text
    assert "Nog een." in answer.text


def test_where_it_goes_slowly_a_second_reaction_waits_its_turn(
    client: Client, form: str, fair: dict[str, str], discussion: Discussion, react: React
) -> None:
    react()
    Discussion.objects.filter(pk=discussion.pk).update(slow_minutes=10)
    answer = client.post(form, {**fair, "body": "Nog iets."})
    assert answer.status_code == 429
    assert "U kunt hier eens per 10 minuten reageren. Uw tekst is bewaard." in answer.text
    assert 590 <= int(answer.headers["Retry-After"]) <= 600
    Comment.objects.update(created_at=timezone.now() - timedelta(minutes=11))
    assert client.post(form, {**fair, "body": "Nog iets."}).status_code == 302


@pytest.mark.parametrize(
    ("audience", "sentence"),
    [
        ("confirmed", "Bevestig eerst uw e-mailadres. Daarna kunt u uw reactie plaatsen."),
        ("staff", "Reageren kan nu alleen door medewerkers."),
    ],
)
def test_who_may_not_react_reads_why_and_keeps_the_text(
    client: Client,
    form: str,
    fair: dict[str, str],
    set_policy: SetPolicy,
    audience: str,
    sentence: str,
) -> None:
    set_policy(audience=audience)
    answer = client.post(form, fair)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert fair["body"] in answer.text
    assert not Comment.objects.exists()


def test_who_earned_trust_does_not_wait_but_who_types_that_address_does(
    client: Client,
    form: str,
    fair: dict[str, str],
    set_policy: SetPolicy,
    react: React,
    known: Writer,
) -> None:
    set_policy(mode="before", trusted_after=2)
    react("Een.")
    react("Twee.")
    client.post(form, {**fair, "body": "Drie."})
    Client().post(form, {**fair, "body": "Vier."})
    client.post(form, {**fair, "body": "Vijf.", "email": "noor@voorbeeld.nl"})
    states = Comment.objects.order_by("pk").values_list("body", "state")[2:]
    assert list(states) == [("Drie.", "published"), ("Vier.", "pending"), ("Vijf.", "pending")]


@pytest.mark.parametrize(
    ("kind", "days", "state"),
    [
        ("refuse", 7, "refused"),
        ("refuse", None, "refused"),
        ("refuse", -1, "published"),
        ("hold", 7, "pending"),
        ("hold", -1, "published"),
    ],
)
def test_a_measure_holds_for_its_time_and_ends_by_itself(
    client: Client,
    form: str,
    fair: dict[str, str],
    set_policy: SetPolicy,
    mo: User,
    kind: str,
    days: int | None,
    state: str,
) -> None:
    set_policy()
    now = timezone.now()
    until = None if days is None else now + timedelta(days=days)
    rik, since = Writer.objects.of("RIK@voorbeeld.nl"), now - timedelta(days=9)
    Measure.objects.create(writer=rik, kind=kind, since=since, until=until, by=mo, reason="Ruzie.")
    client.post(form, {**fair, "email": "Rik@voorbeeld.nl"})
    assert Comment.objects.get().state == state


def test_staff_are_not_judged_or_counted(
    sign_in: SignIn, form: str, mo: User, set_policy: SetPolicy
) -> None:
    set_policy(audience="staff")
    WordRule.objects.create(pattern="dank", effect="refuse")
    browser = sign_in(mo)
    answers = [browser.post(form, {"body": f"Dank u, {n}."}) for n in range(7)]
    assert {answer.status_code for answer in answers} == {302}
    assert Comment.objects.visible().count() == 7


def test_judging_costs_a_few_queries_whatever_the_record(
    client: Client, form: str, fair: dict[str, str], react: React, set_policy: SetPolicy, mo: User
) -> None:
    set_policy(most_in_ten_minutes=100, most_in_a_day=100)
    client.get(form)
    react()  # who is new is also asked for a yes by mail

    def cost(body: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.post(form, {**fair, "body": body}).status_code == 302
        return len(captured)

    costs = [cost("Een.")]
    for n in range(20):
        react(f"Reactie {n}.")
        WordRule.objects.create(pattern=f"woord{n}")
    costs.append(cost("Twee."))
    assert costs[0] == costs[1] <= 48


def test_the_second_click_is_not_judged_again(
    client: Client, form: str, fair: dict[str, str], set_policy: SetPolicy
) -> None:
    set_policy()
    client.post(form, fair)
    assert client.post(form, fair).status_code == 422
    assert Comment.objects.count() == Decision.objects.count() == 1
