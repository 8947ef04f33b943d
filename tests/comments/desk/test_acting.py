"""Acts at the desk: their reasons, taking back by a button, and what one decided last."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from comments.admin.undoing import as_ranges, from_ranges
from comments.models import Comment, Decision
from comments.models.moderating import TAKEN_OUT
from pages.models import HouseRules
from tests.comments.desk.conftest import LIST, Judged, listed
from tests.conftest import React, SignIn
from tests.desk.conftest import Enter
from tests.desk.messages import said

UNDO = f"{LIST}ongedaan-maken/"
LATEST = f"{LIST}mijn-besluiten/"


@pytest.fixture
def rules(els: User) -> HouseRules:
    """Published twice: the first rule holds, the second no more."""
    rules = HouseRules.objects.create(
        title="Huisregels",
        description="Zo praten wij.",
        intro_html="<p>Wees aardig.</p>",
        moderation_html="<p>Mo leest.</p>",
    )
    rules.rules.create(title="Blijf bij het onderwerp", text="Over dit artikel.")
    old = rules.rules.create(title="Schrijf kort", text="Kort.")
    rules.publish(els)
    old.retired = True
    old.save()
    rules.publish(els, changes="Lang mag ook.")
    return rules


def states() -> list[str]:
    return list(Comment.objects.order_by("pk").values_list("state", flat=True))


def undo_of(answer: Any) -> str:
    """The decisions that the button beside the message takes back."""
    from django.contrib.messages import get_messages  # noqa: PLC0415

    return str(list(get_messages(answer.wsgi_request))[-1].extra_tags)


# --- Reasons -------------------------------------------------------------------------------------


def test_a_decision_keeps_the_house_rule_and_which_version_held(
    desk: Client, rules: HouseRules, react: React
) -> None:
    comment = react(approved=False)
    url = f"{LIST}{comment.pk}/afwijzen/"
    asked = desk.get(url).text
    assert "hr-1: Blijf bij het onderwerp" in asked
    assert "Schrijf kort" not in asked
    for wrong in ("", "hr-2", "hr-9", "\x00"):
        answer = desk.post(url, {"reason": "house_rules", "house_rule": wrong})
        assert answer.status_code == 422
    assert "Kies de huisregel." in desk.post(url, {"reason": "house_rules"}).text
    desk.post(url, {"reason": "house_rules", "house_rule": "hr-1"})
    decision = Decision.objects.get()
    assert (decision.reason, decision.house_rule) == ("house_rules", "hr-1")
    assert decision.rules_version == 2
    assert "hr-1 (versie 2)" in " ".join(desk.get(f"{LIST}{comment.pk}/change/").text.split())


def test_another_reason_needs_no_house_rule(desk: Client, rules: HouseRules, react: React) -> None:
    comment = react()
    desk.post(f"{LIST}{comment.pk}/verwijderen/", {"reason": "legal", "note": "Smaad."})
    decision = Decision.objects.latest("pk")
    assert (decision.house_rule, decision.rules_version, decision.text) == ("", None, "Smaad.")


def test_without_house_rules_none_is_asked(desk: Client, react: React) -> None:
    url = f"{LIST}{react(approved=False).pk}/afwijzen/"
    assert "Huisregel" not in desk.get(url).text
    desk.post(url, {"reason": "house_rules", "house_rule": "hr-1"})
    assert Decision.objects.get().house_rule == ""


# --- Redacting, featuring, reading ---------------------------------------------------------------


def test_a_passage_is_taken_out_and_the_difference_shown(desk: Client, react: React) -> None:
    comment = react("Bel Jan op\n06-123.")
    url = f"{LIST}{comment.pk}/weghalen/"
    assert "Bel Jan op\n06-123.</textarea>" in desk.get(url).text
    for wrong in ("", "x", "Bel  Jan", "06-124", "\x00\x00", "a" * 10_001):
        answer = desk.post(url, {"passage": wrong})
        assert answer.status_code == 422, wrong
    assert "Dit staat niet precies zo in de reactie." in desk.post(url, {"passage": "Piet"}).text
    desk.post(url, {"passage": "op\r\n06-123"})
    assert Comment.objects.get().body == f"Bel Jan {TAKEN_OUT}."
    page = desk.get(f"{LIST}{comment.pk}/change/").text
    assert "Veranderd door Mo Karimi" in page
    assert "<del>" in page
    assert "gewijzigd" in desk.get(LIST, {"staat": "alle"}).text


def test_one_passage_is_not_taken_out_of_many(desk: Client, react: React) -> None:
    comment = react()
    assert 'value="weghalen"' not in desk.get(LIST, {"staat": "alle"}).text
    form = {"action": "weghalen", "_selected_action": comment.pk, "passage": "herken"}
    desk.post(LIST, form)
    assert Comment.objects.get().body == "Dat herken ik."


def test_what_was_read_leaves_its_queue(desk: Client, judged: Judged) -> None:
    comment = judged()
    assert listed(desk.get(LIST, {"staat": "ongelezen"})) == ["Zonder wachten."]
    answer = desk.post(f"{LIST}{comment.pk}/gelezen/")
    assert listed(desk.get(LIST, {"staat": "ongelezen"})) == []
    desk.post(UNDO, {"besluiten": undo_of(answer)})
    assert listed(desk.get(LIST, {"staat": "ongelezen"})) == ["Zonder wachten."]


def test_what_is_featured_says_so_and_can_be_dimmed(desk: Client, react: React) -> None:
    comment = react()
    desk.post(f"{LIST}{comment.pk}/uitlichten/")
    page = desk.get(f"{LIST}{comment.pk}/change/").text
    assert "niet-uitlichten" in page
    desk.post(f"{LIST}{comment.pk}/niet-uitlichten/")
    assert Comment.objects.get().featured_at is None


# --- Taking back ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("goedkeuren", {}),
        ("spam", {}),
        ("afwijzen", {"reason": "legal"}),
        ("weghalen", {"passage": "herken"}),
    ],
)
def test_beside_what_was_done_is_the_button_that_takes_it_back(
    desk: Client, react: React, name: str, data: dict[str, str]
) -> None:
    comment = react(approved=False)
    answer = desk.post(f"{LIST}{comment.pk}/{name}/", data)
    besluiten = undo_of(answer)
    assert besluiten == str(Decision.objects.get().pk)
    page = desk.get(answer.headers["Location"]).text
    assert f'name="besluiten" value="{besluiten}"' in page
    back = desk.post(UNDO, {"besluiten": besluiten, "next": LIST})
    assert back.headers["Location"] == LIST
    assert said(back)[-1] == ("success", "1 besluit ongedaan gemaakt.")
    stored = Comment.objects.get()
    assert (stored.state, stored.body) == ("pending", "Dat herken ik.")
    assert undo_of(back) == ""


def test_what_was_decided_since_is_not_taken_back(desk: Client, react: React, els: User) -> None:
    comment = react(approved=False)
    besluiten = undo_of(desk.post(f"{LIST}{comment.pk}/goedkeuren/"))
    Comment.objects.get().remove(els, "legal")
    level, sentence = said(desk.post(UNDO, {"besluiten": besluiten}))[-1]
    assert level == "warning"
    assert "Els Maas heeft deze reactie om" in sentence
    assert states() == ["removed"]


def test_many_at_once_are_taken_back_at_once(desk: Client, react: React) -> None:
    one = react("Nr. 0", approved=False)
    rows = [
        Comment(discussion=one.discussion, name="Rik", body=f"Nr. {n}", body_html=f"<p>{n}</p>")
        for n in range(1, 300)
    ]
    Comment.objects.bulk_create(rows)
    form: dict[str, Any] = {"action": "afwijzen", "_selected_action": "0", "select_across": "1"}
    form |= {"confirmed": "1", "reason": "off_topic", "note": "Allemaal."}
    answer = desk.post(LIST, form)
    assert said(answer) == [("success", "Afwijzen: 300 gedaan.")]
    assert Decision.objects.filter(verb="refuse", reason="off_topic").count() == 300
    assert undo_of(answer).count(",") == 0
    back = desk.post(UNDO, {"besluiten": undo_of(answer)})
    assert said(back)[-1] == ("success", "300 besluiten ongedaan gemaakt.")
    assert set(states()) == {"pending"}


def test_nothing_ticked_is_told(desk: Client, react: React) -> None:
    react(approved=False)
    form = {"action": "afwijzen", "_selected_action": "0", "select_across": "0"}
    assert said(desk.post(LIST, form)) == [("warning", "Vink eerst iets aan.")]


@pytest.mark.parametrize(
    "wrong", ["", "x", "1-", "5-1,", "-3", "1-99999999", "9" * 19, "\x00", "１"]
)
def test_what_names_no_decisions_is_not_found(desk: Client, wrong: str) -> None:
    assert desk.post(UNDO, {"besluiten": wrong}).status_code == 404


def test_only_one_s_own_decisions_are_taken_back_by_number(
    sign_in: SignIn, react: React, els: User
) -> None:
    react()
    sign_in(els).post(UNDO, {"besluiten": "1-9999"})
    assert states() == ["published"]


def test_one_s_latest_decisions_are_listed_with_what_can_be_taken_back(
    desk: Client, react: React, els: User, mo: User
) -> None:
    kept, gone = react("Blijft."), react("Ging weg.")
    gone.remove(els, "legal")
    page = desk.get(LATEST)
    assert [one.comment for one in page.context["decisions"]] == [gone, kept]
    assert page.text.count('name="besluiten"') == 1
    assert "U hebt nog niets besloten." not in page.text
    answer = desk.post(UNDO, {"besluiten": str(kept.decisions.get().pk)})
    assert answer.headers["Location"] == LATEST
    assert states() == ["pending", "removed"]


@pytest.mark.parametrize("role", ["ada", "gast", "rik", "niemand", "els", "mo", "baas"])
def test_only_who_moderates_sees_and_takes_back(enter: Enter, react: React, role: str) -> None:
    react()
    client, ours = enter(role), role in {"els", "mo", "baas"}
    refused = 302 if role in {"rik", "niemand"} else 403
    assert client.get(LATEST).status_code == (200 if ours else refused)
    answer = client.post(UNDO, {"besluiten": "1"})
    assert answer.status_code == (302 if ours else refused)
    assert client.get(UNDO).status_code == (302 if refused == 302 else 405)


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([1], "1"), ([3, 1, 2], "1-3"), ([1, 2, 4, 9, 10], "1-2,4,9-10"), ([], "")],
)
def test_numbers_are_written_as_ranges(numbers: list[int], text: str) -> None:
    assert as_ranges(numbers) == text
    if text:
        assert from_ranges(text) == sorted(numbers)
