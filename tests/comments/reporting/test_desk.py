"""Reports at the desk: the gravest first, what was reported against what stands there now, and
nobody's name for who may not see it.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from comments.models import Comment, Notice
from mailing.models import Mail
from pages.models import HouseRules
from tests.comments.reports import report, report_to_law
from tests.conftest import React, SignIn, first_visit
from tests.desk.conftest import Enter
from tests.desk.messages import said

LIST = "/beheer/comments/notice/"
ACTS = ("in-behandeling", "verwijderen", "laten-staan")


@pytest.fixture
def notice(react: React) -> Notice:
    """Bo’s, of a reaction of rik’s."""
    return report(
        react("Koop nu mijn boek."),
        "bo@voorbeeld.nl",
        notifier_name="Bo de Wit",
        explanation="Reclame!",
    )


def page(notice: Notice, act: str = "change") -> str:
    return f"{LIST}{notice.pk}/{act}/"


def listed(answer: Any) -> list[str]:
    return [notice.reference for notice in answer.context["cl"].result_list]


def test_the_list_begins_with_what_is_open_and_gravest(
    enter: Enter, react: React, mo: User
) -> None:
    light = report(react("Reclame."))
    private = report_to_law(react("Adres."), "privacy")
    violent = report_to_law(react("Bedreiging."), "violence")
    done = report(react("Mag."))
    done.dismiss(mo, "Mag.")
    answer = enter("mo").get(LIST)
    assert listed(answer) == [violent.reference, private.reference, light.reference]
    assert listed(enter("mo").get(f"{LIST}?staat=decided")) == [done.reference]
    assert len(listed(enter("mo").get(f"{LIST}?staat=alle"))) == 4


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("role", "status"), [("niemand", 302), ("rik", 302), ("gast", 403), ("ada", 403)]
)
def test_who_does_not_moderate_decides_nothing(
    enter: Enter, notice: Notice, act: str, role: str, status: int
) -> None:
    client = enter(role)
    for answer in (client.get(page(notice, act)), client.post(page(notice, act))):
        assert answer.status_code == status
    notice.refresh_from_db()
    assert notice.state == "received"


@pytest.mark.parametrize("act", ACTS)
def test_other_methods_are_refused(enter: Enter, notice: Notice, act: str) -> None:
    assert enter("mo").delete(page(notice, act)).status_code == 405


@pytest.mark.parametrize("act", ACTS)
def test_what_is_not_there_is_not_found(enter: Enter, notice: Notice, act: str) -> None:
    assert enter("mo").post(f"{LIST}999/{act}/").status_code == 404


@pytest.mark.parametrize(("role", "sees"), [("els", True), ("baas", True), ("mo", False)])
def test_who_reported_is_shown_to_who_may_see_it(
    enter: Enter, notice: Notice, role: str, sees: bool
) -> None:
    client = enter(role)
    for address in (page(notice), LIST, f"{LIST}?q=bo@voorbeeld.nl", page(notice, "laten-staan")):
        text = (
            client.get(address)
            .text.replace("?q=bo@voorbeeld.nl", "")
            .replace('value="bo@voorbeeld.nl"', "")
        )
        if not sees:
            assert "bo@voorbeeld.nl" not in text
            assert "Bo de Wit" not in text
    assert ("Bo de Wit" in client.get(page(notice)).text) is sees
    assert bool(listed(client.get(f"{LIST}?q=bo@voorbeeld.nl"))) is sees
    assert "Reclame!" in client.get(page(notice)).text


@pytest.mark.parametrize(("role", "status"), [("els", 200), ("baas", 200), ("mo", 404)])
def test_the_mail_to_who_reported_is_for_them_as_well(
    enter: Enter, notice: Notice, role: str, status: int
) -> None:
    client, mail = enter(role), Mail.objects.get(kind="notice_received")
    sees = status == 200
    assert client.get(f"/beheer/mailing/mail/{mail.pk}/html/").status_code == status
    assert ("bo@voorbeeld.nl" in client.get("/beheer/mailing/mail/").text) is sees
    shown = client.get(f"/beheer/mailing/mail/{mail.pk}/change/", follow=True).text
    assert ("bo@voorbeeld.nl" in shown) is sees


def test_the_page_shows_what_changed_since_the_report(enter: Enter, notice: Notice) -> None:
    client = enter("mo")
    assert "De tekst is veranderd" not in client.get(page(notice)).text
    Comment.objects.update(body="Koop nu mijn fiets.")
    text = client.get(page(notice)).text
    assert "De tekst is veranderd" in text
    assert "<del>boek.</del><ins>fiets.</ins>" in text


def test_what_a_reader_typed_stays_text(enter: Enter, react: React) -> None:
    hostile = "<script>alert(1)</script>"
    notice = report_to_law(react(hostile))
    Notice.objects.update(
        explanation=hostile,
        law_text=hostile,
        urls=[f"https://voorbeeld.nl/{hostile}"],
        notifier_name=hostile,
        snapshot=hostile,
    )
    for address in (page(notice), LIST):
        assert "<script>alert" not in enter("els").get(address).text


def test_the_rule_is_named_with_its_title(enter: Enter, notice: Notice, rules: HouseRules) -> None:
    assert "hr-1: Blijf bij het onderwerp" in enter("mo").get(page(notice)).text


def test_a_moderator_takes_it_up_and_leaves_the_reaction(enter: Enter, notice: Notice) -> None:
    client = enter("mo")
    assert client.post(page(notice, "in-behandeling")).status_code == 302
    asked = client.post(page(notice, "laten-staan"), {"outcome": ""})
    assert asked.status_code == 422
    assert "Schrijf waarom de reactie blijft staan." in asked.text
    client.post(page(notice, "laten-staan"), {"outcome": "Een boek noemen mag."})
    notice.refresh_from_db()
    assert (notice.state, notice.outcome) == ("decided", "Een boek noemen mag.")
    text = client.get(page(notice)).text
    assert "In behandeling nemen" not in text
    assert text.count("Een boek noemen mag.") >= 2  # in the report, and in its history


def test_a_moderator_removes_the_reaction_by_its_rule(
    enter: Enter, notice: Notice, rules: HouseRules
) -> None:
    client, data = enter("mo"), {"reason": "house_rules", "outcome": "Dank u."}
    assert client.post(page(notice, "verwijderen"), data).status_code == 422
    assert (
        client.post(page(notice, "verwijderen"), data | {"house_rule": "hr-2"}).status_code == 302
    )
    notice.refresh_from_db()
    decision = notice.decision
    assert decision
    assert (decision.house_rule, decision.rules_version) == ("hr-2", 1)
    assert not Comment.objects.visible().exists()


def test_who_comes_second_is_told_what_was_decided(
    notice: Notice, sign_in: SignIn, mo: User, els: User
) -> None:
    first, second = sign_in(mo), sign_in(els)
    second.get(page(notice, "laten-staan"))
    first.post(page(notice, "laten-staan"), {"outcome": "Mag."})
    answer = second.post(page(notice, "laten-staan"), {"outcome": "Mag niet."})
    assert said(answer) == [("warning", f"{notice}: is al besloten")]
    notice.refresh_from_db()
    assert notice.outcome == "Mag."


def test_many_are_decided_at_once_each_with_its_own_steps(
    enter: Enter, react: React, notice: Notice
) -> None:
    other = report(react("Nog een boek."))
    data = {
        "action": "laten-staan",
        "confirmed": "1",
        "_selected_action": [notice.pk, other.pk],
        "outcome": "Boeken mogen.",
    }
    enter("mo").post(LIST, data)
    assert [one.state for one in Notice.objects.all()] == ["decided", "decided"]
    assert other.moves.count() == notice.moves.count() == 2


def test_the_queue_of_reactions_leads_to_the_report(enter: Enter, notice: Notice) -> None:
    answer = enter("mo").get("/beheer/comments/comment/?staat=gemeld")
    assert f'href="{page(notice)}"' in answer.text


def test_the_front_says_how_many_wait_and_names_the_gravest(
    enter: Enter, react: React, notice: Notice
) -> None:
    violent = report_to_law(react("Bedreiging."), "violence")
    contexts: Any = enter("mo").get("/beheer/").context
    panels = [panel for context in contexts for panel in context.get("panels", ())]
    (panel,) = {one.name: one for one in panels if one.name == "waiting-notices"}.values()
    assert panel.number == 2
    assert panel.count.startswith("2 meldingen, de oudste wacht")
    assert [line.url for line in panel.lines] == [page(violent), page(notice)]


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", [lambda _notice: LIST, page])
def test_more_reports_take_no_more_queries(
    enter: Enter, react: React, notice: Notice, address: Callable[[Notice], str]
) -> None:
    client = enter("mo")
    first_visit()
    client.get(address(notice))
    few = queries(client, address(notice))
    for number in range(8):
        report_to_law(react(f"Meer {number}.", email=f"r{number}@voorbeeld.nl"))
    assert queries(client, address(notice)) == few <= 12
