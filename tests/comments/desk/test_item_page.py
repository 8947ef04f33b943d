"""The page of one reaction at the desk: where the link in a mail lands."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from comments.admin.undoing import as_ranges, from_ranges
from comments.judging.ruling import Finding, Verdict
from comments.models import Comment, Decision, Measure, Notice, Writer
from comments.models.decision import Reason
from comments.models.moderating import TAKEN_OUT
from tests.comments.desk.conftest import LIST, Judged, word
from tests.conftest import React, SignIn, first_visit
from tests.desk.messages import said
from tests.markup.hostile import PAYLOADS
from tests.markup.inspection import faults_in_reaction

HARM = "<img src=x onerror=alert(1)>\"'</textarea><script>alert(1)</script>"


def change(comment: Comment) -> str:
    return f"{LIST}{comment.pk}/change/"


def words(page: Any) -> str:
    return " ".join(page.text.split())


def test_it_shows_what_it_answers_and_leads_to_the_article(desk: Client, react: React) -> None:
    answer = react("Antwoord.", to=react("Vraag."), affiliation="Gemeente Zuidersluis")
    page = words(desk.get(change(answer)))
    assert "In reactie op 1 van Rik: Vraag." in page
    assert "Gemeente Zuidersluis" in page
    assert f'href="{answer.discussion.article.get_absolute_url()}"' in page
    assert f'href="{answer.get_absolute_url()}"' in page
    assert f"{answer.discussion.form_url()}?op=2" in page


def test_what_waits_has_no_place_on_the_site_to_go_to(desk: Client, react: React, mo: User) -> None:
    comment = react()
    comment.undo(mo)
    page = desk.get(change(comment)).text
    assert "op de site" not in page
    assert "?op=" not in page
    assert "Reactie 1 van Rik" in page


def test_what_is_said_of_this_reaction_comes_before_what_is_said_of_all(
    desk: Client, judged: Judged
) -> None:
    page = words(desk.get(change(judged("Een gok.", Finding("before", Verdict.HOLD), word("gok")))))
    of_this, of_all = page.index("Woordregel"), page.index("Alle reacties worden gelezen")
    assert page.index("Waarom dit is vastgehouden") < of_this < of_all


def test_of_what_nothing_held_the_page_does_not_say_that_it_was(
    desk: Client, judged: Judged
) -> None:
    page = words(desk.get(change(judged("Dag.", Finding("first", Verdict.PUBLISH)))))
    assert "Wat de regels zagen" in page
    assert "Eerste geplaatste reactie van dit adres." in page
    assert "vastgehouden" not in page


def test_it_leads_on_to_what_else_waits_the_oldest_first(desk: Client, react: React) -> None:
    first, second = react("Een.", approved=False), react("Twee.", approved=False)
    assert f'href="{change(second)}"' in desk.get(change(first)).text
    assert f'href="{change(first)}"' in desk.get(change(second)).text
    second.withdraw()
    assert "Volgende die wacht" not in desk.get(change(first)).text


def test_the_history_has_every_decision_with_its_reason(
    desk: Client, react: React, mo: User, els: User
) -> None:
    comment = react(approved=False)
    comment.refuse(els, Reason.OFF_TOPIC, "Dit gaat over iets anders.", None, "hr-3", 4)
    comment.undo(mo)
    page = words(desk.get(change(comment)))
    undone = page.index("<strong>ongedaan gemaakt</strong> door Mo Karimi")
    refused = page.index("<strong>afgewezen</strong> door Els Maas · gaat niet over het onderwerp")
    assert undone < refused
    assert "· hr-3 (versie 4)" in page
    assert "“Dit gaat over iets anders.”" in page
    assert "ongedaan-maken/" not in page[undone:]  # what was taken back is not taken back again


def test_only_the_last_decision_can_be_taken_back_here_also_that_of_another(
    desk: Client, react: React, els: User
) -> None:
    comment = react()
    comment.remove(els, Reason.LEGAL)
    page = desk.get(change(comment))
    assert page.text.count(f"{LIST}{comment.pk}/ongedaan-maken/") == 1
    seen = page.context["item"].seen
    answer = desk.post(f"{LIST}{comment.pk}/ongedaan-maken/", {"gezien": seen})
    assert said(answer)[0] == ("success", "Laatste besluit ongedaan maken: 1 gedaan.")
    assert Comment.objects.get().state == "published"


def test_each_earlier_text_is_compared_with_what_came_of_it(
    desk: Client, react: React, mo: User
) -> None:
    comment = react("Bel 06-123 voor mij.")
    comment.redact(mo, "06-123")
    comment.undo(mo)
    comment.versions.create(body="Bel 06-123 voor hem.")  # by the writer, whoever that is
    page = words(desk.get(change(comment)))
    assert page.count("Veranderd door Mo Karimi") == 2
    assert page.count("Veranderd door de schrijver") == 1
    assert f"<del>06-123</del><ins>{TAKEN_OUT}</ins>" in page
    assert f"<del>{TAKEN_OUT}</del><ins>06-123</ins>" in page
    assert "<del>hem.</del><ins>mij.</ins>" in page


def test_open_reports_are_on_it_and_who_reported_is_not(desk: Client, react: React) -> None:
    comment = react()
    fields: Any = {"comment": comment, "snapshot": "x", "notifier_email": "melder@voorbeeld.nl"}
    Notice.objects.create(
        reference="M-1", kind="law", category="privacy", explanation=HARM, **fields
    )
    fields["notifier_email"] = "ander@voorbeeld.nl"
    Notice.objects.create(reference="M-2", kind="rules", state="decided", **fields)
    page = words(desk.get(change(comment)))
    assert "<h3>1 melding</h3>" in page
    assert "In strijd met de wet: privacy of persoonsgegevens" in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "M-2" not in page
    assert "melder@" not in page


def test_what_staff_wrote_has_no_record_of_a_writer(desk: Client, react: React, els: User) -> None:
    page = words(desk.get(change(react("Van ons.", user=els, name="Els Maas", email=""))))
    assert "Geschreven door medewerker Els Maas." in page
    assert "alle reacties van deze schrijver" not in page


def test_whatever_is_written_nothing_of_it_is_code_at_the_desk(
    desk: Client, judged: Judged, react: React, mo: User
) -> None:
    parent = react(HARM, name=HARM[:70])
    fields: Any = {"name": HARM[:70], "affiliation": HARM, "parent": parent}
    comment = judged(HARM, word(HARM), **fields)
    writer = Writer.objects.of("sem@voorbeeld.nl")
    writer.note = HARM
    writer.save()
    Measure.objects.create(writer=writer, kind="hold", reason=HARM, by=mo)
    comment.refuse(mo, Reason.OFFENSIVE, HARM)
    comment.undo(mo)
    addresses = [LIST, change(comment), f"{LIST}mijn-besluiten/", f"{LIST}?q={HARM}"]
    addresses += [f"{LIST}{comment.pk}/{name}/" for name in ("weghalen", "afwijzen")]
    for address in addresses:
        page = desk.get(address).text
        assert "<script>alert" not in page, address
        assert "<img src=x" not in page, address
    assert "<mark>" in desk.get(change(comment)).text


@pytest.mark.parametrize("start", range(0, len(PAYLOADS), 25))
def test_no_payload_gets_through_the_desk(desk: Client, judged: Judged, start: int) -> None:
    for number, payload in enumerate(PAYLOADS[start : start + 25]):
        typed = payload.replace("\x00", "").encode("utf-8", "ignore").decode()
        judged(typed, word("script"), name=f"Lezer {number}", email=f"{number}@voorbeeld.nl")
    page = desk.get(LIST)
    texts = [item.text_html for item in page.context["items"]]
    assert len(texts) == len(PAYLOADS[start : start + 25])
    for text in texts:
        assert text in page.text
        assert faults_in_reaction(re.sub("</?mark>", "", text)) == []


def test_who_reads_english_is_told_in_time(desk: Client, react: React, mo: User, els: User) -> None:
    mo.language = "en"
    mo.save()
    comment = react(approved=False)
    comment.approve(els)
    answer = desk.post(f"{LIST}{comment.pk}/spam/", {"gezien": f"{comment.pk}:0"})
    [(level, sentence)] = said(answer)
    assert level == "warning"
    assert "Els Maas" in sentence
    assert "%(" not in sentence


def test_it_costs_the_same_with_much_to_tell(desk: Client, react: React, mo: User) -> None:
    first_visit()
    comment = react("Dit herken ik, dat ook.")

    def cost() -> int:
        desk.get(change(comment))
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(change(comment)).status_code == 200
        return len(queries)

    comment.redact(mo, "Dit")
    few = cost()
    comment.redact(mo, "ook")
    for n in range(20):
        comment.remove(mo, Reason.LEGAL)
        comment.undo(mo)
        Notice.objects.create(reference=f"M-{n}", kind="law", comment=comment, snapshot="x")
    assert cost() == few
    assert few <= 14


def test_a_removed_reaction_s_page_stays_for_who_moderates(
    sign_in: SignIn, react: React, els: User, ada: User
) -> None:
    comment = react()
    comment.remove(els, Reason.LEGAL)
    assert sign_in(els).get(change(comment)).status_code == 200
    assert sign_in(ada).get(change(comment)).status_code == 403


@given(st.sets(st.integers(1, 5_000), min_size=1, max_size=300))
def test_numbers_survive_being_written_as_ranges(numbers: set[int]) -> None:
    assert from_ranges(as_ranges(numbers)) == sorted(numbers)


def test_a_decision_without_a_person_behind_it_is_not_taken_back(mo: User) -> None:
    for verb in Decision.Verb:
        by_rule = Decision(verb=verb, rule="judge", at=timezone.now())
        assert not by_rule.can_be_undone
    assert Decision(verb="approve", by=mo).can_be_undone
    assert not Decision(verb="undo", by=mo).can_be_undone
    assert not Decision(verb="close", by=mo).can_be_undone
