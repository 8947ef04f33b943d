"""The desk says whether a writer hears of a decision: beforehand, and beside it afterwards."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from comments.judging.ruling import Finding, Verdict
from comments.models import Comment
from comments.models.decision import Reason
from mailing.models import Mail
from tests.comments.desk.conftest import LIST, Judged
from tests.conftest import React, SignIn

WILL_HEAR = "De schrijver krijgt hierover een mail, met de reden en uw toelichting."
WILL_NOT = "De schrijver krijgt hierover geen mail: er is geen e-mailadres bekend."
EACH_WILL = "Elke schrijver van wie het e-mailadres bekend is, krijgt hierover een mail"
HEARD_NOTHING = "De schrijver kreeg hierover geen mail."


def page_of(desk: Client, comment: Comment) -> str:
    return desk.get(f"{LIST}{comment.pk}/change/").text


def mail_about(comment: Comment) -> Any:
    return Mail.objects.filter(key=f"decision-{comment.decisions.order_by('-pk')[0].pk}")


@pytest.mark.parametrize("act", ["afwijzen", "verwijderen"])
@pytest.mark.parametrize(("email", "said"), [("rik@voorbeeld.nl", WILL_HEAR), ("", WILL_NOT)])
def test_who_refuses_is_told_that_the_writer_will_hear(
    desk: Client, react: React, act: str, email: str, said: str
) -> None:
    comment = react(email=email, approved=act == "verwijderen")
    asked = desk.get(f"{LIST}{comment.pk}/{act}/")
    assert said in asked.text
    assert {WILL_HEAR, WILL_NOT} - {said} == {
        other for other in (WILL_HEAR, WILL_NOT) if other not in asked.text
    }
    again = desk.post(f"{LIST}{comment.pk}/{act}/", {"reason": ""})
    assert again.status_code == 422
    assert said in again.text


def test_what_is_said_is_what_happens(desk: Client, react: React) -> None:
    hears, hears_not = react(approved=False), react("Zonder adres.", approved=False, email="")
    for comment in (hears, hears_not):
        desk.post(f"{LIST}{comment.pk}/afwijzen/", {"reason": Reason.OFF_TOPIC})
    assert mail_about(hears).get().to == "rik@voorbeeld.nl"
    assert not mail_about(hears_not).exists()


def test_of_many_each_is_told(desk: Client, react: React) -> None:
    comments = [react(f"Tekst {n}.", approved=False) for n in range(2)]
    chosen = {"action": "afwijzen", "_selected_action": [one.pk for one in comments]}
    page = desk.post(LIST, chosen).text
    assert EACH_WILL in page
    assert WILL_HEAR not in page


def test_who_takes_a_passage_out_is_told_too(desk: Client, react: React) -> None:
    told = "De schrijver krijgt een mail dat er iets is weggehaald."
    assert told in desk.get(f"{LIST}{react().pk}/weghalen/").text
    nobody = react("Zonder adres.", email="")
    assert told not in desk.get(f"{LIST}{nobody.pk}/weghalen/").text


def test_beside_a_decision_stands_what_its_writer_got(desk: Client, react: React, mo: User) -> None:
    comment = react(approved=False)
    comment.refuse(mo, Reason.OFF_TOPIC)
    assert "De mail hierover aan de schrijver is onderweg." in page_of(desk, comment)
    mail_about(comment).update(sent_at="2026-03-29T10:03Z")
    assert "De schrijver kreeg hierover een mail op 29 maart 2026, 12:03." in page_of(desk, comment)


@pytest.mark.parametrize(("end", "state"), [("failed", "mislukt"), ("dropped", "niet meer nodig")])
def test_a_mail_that_did_not_arrive_is_told(
    desk: Client, react: React, mo: User, end: str, state: str
) -> None:
    comment = react(approved=False)
    comment.refuse(mo, Reason.OFF_TOPIC)
    mail_about(comment).update(end=end)
    sentence = f"De mail hierover aan de schrijver kwam niet aan: {state}."
    assert sentence in page_of(desk, comment)


def test_who_heard_nothing_of_a_decision_against_them_is_told(
    desk: Client, react: React, judged: Judged, mo: User
) -> None:
    spam = react(approved=False)
    spam.mark_spam(mo)
    assert HEARD_NOTHING in page_of(desk, spam)
    by_the_rules = judged("Koop nu!", Finding("word", Verdict.REFUSE, (("rule", "koop"),)))
    assert HEARD_NOTHING in page_of(desk, by_the_rules)  # nobody knows whose address that is


def test_of_what_changes_nothing_for_readers_nothing_is_said(
    desk: Client, react: React, mo: User
) -> None:
    comment = react("Zonder adres.", email="")
    comment.feature(mo)
    page = page_of(desk, comment)
    assert "uitgelicht" in page
    assert "hierover" not in page


def test_it_takes_one_query_however_many_decisions(desk: Client, react: React, mo: User) -> None:
    def cost(comment: Comment) -> int:
        with CaptureQueriesContext(connection) as queries:
            page_of(desk, comment)
        return len(queries)

    few, many = react("Een."), react("Twee.")
    for _ in range(6):
        many.remove(mo, Reason.LEGAL)
        many.restore(mo)
    cost(few)
    assert cost(many) == cost(few)


def test_who_may_only_look_reads_it_as_well(
    react: React, mo: User, ada: User, els: User, sign_in: SignIn
) -> None:
    comment = react(approved=False)
    comment.refuse(mo, Reason.OFF_TOPIC)
    assert "is onderweg" in page_of(sign_in(els), comment)
    assert sign_in(ada).get(f"{LIST}{comment.pk}/afwijzen/").status_code == 403
