"""Proefdraaien: what another setting would have done, with nothing saved."""

import time
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.forms import model_to_dict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from comments.judging.ruling import Verdict
from comments.judging.trial import Setting, try_out
from comments.judging.words import Word
from comments.models import Comment, Discussion, Policy, WordRule, Writer
from tests.comments.judging.conftest import SetPolicy
from tests.comments.threads import fill
from tests.conftest import Publish, React, SignIn

PUBLISH, HOLD, REFUSE = Verdict.PUBLISH, Verdict.HOLD, Verdict.REFUSE
POLICY = "/beheer/comments/policy/1/proefdraaien/"
ADD_WORD = "/beheer/comments/wordrule/add/proefdraaien/"


def setting(*words: Word, **values: Any) -> Setting:
    return Setting(Policy(**{"mode": "after", **values}), words)


def policy_form(**typed: str) -> dict[str, str]:
    stands = model_to_dict(Policy.get_solo())
    filled = {name: value for name, value in stands.items() if value not in (None, False)}
    counted = {
        f"{row}-{n}_FORMS": "0" for row in ("hours", "closed_days") for n in ("TOTAL", "INITIAL")
    }
    return {name: str(value) for name, value in filled.items()} | counted | typed


def test_the_same_setting_changes_nothing(react: React) -> None:
    react("Een.")
    react("Twee.")
    trial = try_out(setting(), setting())
    assert (trial.changes, trial.same[PUBLISH], trial.looked_at) == ((), 2, 2)


def test_a_new_word_shows_which_it_would_have_caught_and_why(react: React) -> None:
    react("Een naakt feit.")
    react("Een naaktslak.")
    trial = try_out(setting(), setting(Word("naakt", refuses=True)))
    (change,) = trial.changes
    assert change.comment.body == "Een naakt feit."
    assert (change.before.verdict, change.after.verdict) == (PUBLISH, REFUSE)
    assert [one.seen("matched") for one in change.after.reasons] == ["naakt"]
    assert trial.moves() == [(PUBLISH, REFUSE, 1)]


def test_a_setting_that_lets_more_through_shows_that_too(react: React) -> None:
    react("Een.")
    assert try_out(setting(mode="before"), setting()).moves() == [(HOLD, PUBLISH, 1)]


def test_each_is_judged_by_what_was_so_when_it_came(react: React) -> None:
    """The second one was of a writer with one published; that there are three now is no matter."""
    now = timezone.now()
    for days in (4, 3, 2):
        comment = react(f"{days} dagen terug.")
        at = now - timedelta(days=days)
        Comment.objects.filter(pk=comment.pk).update(created_at=at, published_at=at)
    Writer.objects.of("rik@voorbeeld.nl").confirm(now - timedelta(days=2, hours=12))
    trial = try_out(setting(mode="before"), setting(mode="before", trusted_after=1))
    assert [one.comment.body for one in trial.changes] == ["2 dagen terug."]
    assert not try_out(setting(mode="before"), setting(mode="before", trusted_after=3)).changes


def test_staff_are_left_out_and_there_may_be_nothing(react: React, mo: User) -> None:
    assert try_out(setting(), setting(mode="before")).looked_at == 0
    react("Dank u.", user=mo, email="")
    assert try_out(setting(), setting(mode="before")).looked_at == 0


def test_a_thousand_reactions_cost_as_many_queries_as_ten_and_a_second(
    discussion: Discussion, publish: Publish
) -> None:
    words = [Word(f"woord{n}*") for n in range(100)]

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            try_out(setting(), setting(*words, Word("tekst")))
        return len(captured)

    fill(discussion, 10)
    cost()
    few = cost()
    busy = Discussion.objects.of(publish("Druk"))
    busy.save()
    fill(busy, 1_200)
    start = time.process_time()
    assert cost() == few <= 9
    assert time.process_time() - start < 3
    assert try_out(setting(), setting()).looked_at == 1_000


# --- At the desk ------------------------------------------------------------------------------


@pytest.fixture
def editor(sign_in: SignIn, els: User) -> Client:
    return sign_in(els)


def test_an_editor_sees_what_a_policy_would_do_and_nothing_is_saved(
    editor: Client, react: React, set_policy: SetPolicy
) -> None:
    react("KIJK EENS HOE HARD IK SCHREEUW")
    react("Rustig.")
    set_policy(shouting_percent=None)
    page = editor.post(POLICY, policy_form(shouting_percent="50", _save="Opslaan"))
    assert page.status_code == 200
    assert "1 reactie: meteen plaatsen wordt eerst lezen" in page.text
    assert "1 reactie: meteen plaatsen<" in page.text
    assert "100 procent hoofdletters." in page.text
    assert "KIJK EENS HOE HARD" in page.text
    assert "Rustig." not in page.text
    assert Policy.get_solo().shouting_percent is None


def test_what_was_tried_is_saved_from_the_same_page(
    editor: Client, react: React, set_policy: SetPolicy
) -> None:
    react()
    set_policy(shouting_percent=None)
    page = editor.post(POLICY, policy_form(shouting_percent="50"))
    filled = dict(page.context["filled"])
    assert page.context["save_url"] == "/beheer/comments/policy/"
    for name, value in filled.items():
        assert f'<input type="hidden" name="{name}" value="{value}">' in page.text
    assert editor.post(page.context["save_url"], {**filled, "_save": "1"}).status_code == 302
    assert Policy.get_solo().shouting_percent == 50


def test_a_setting_that_makes_no_sense_is_asked_again(editor: Client, react: React) -> None:
    page = editor.post(POLICY, policy_form(shouting_percent="500"))
    assert "errornote" in page.text
    assert Policy.get_solo().shouting_percent == 70


@pytest.mark.parametrize("address", ["/beheer/comments/policy/", "/beheer/comments/wordrule/add/"])
def test_the_button_is_at_the_form_and_goes_to_an_address_of_its_own(
    editor: Client, address: str
) -> None:
    page = editor.get(address).text
    where = POLICY if "policy" in address else ADD_WORD
    assert f'value="Proefdraaien" formaction="{where}"' in page


def test_a_moderator_tries_a_new_word_and_one_that_changes(
    sign_in: SignIn, mo: User, react: React, set_policy: SetPolicy
) -> None:
    set_policy()
    react("Een naakt feit.")
    browser = sign_in(mo)
    typed = {"pattern": "naakt", "effect": "refuse", "active": "on"}
    page = browser.post(ADD_WORD, typed)
    assert "1 reactie: meteen plaatsen wordt weigeren" in page.text
    assert not WordRule.objects.exists()
    assert browser.post(page.context["save_url"], dict(page.context["filled"])).status_code == 302
    rule = WordRule.objects.get()
    trying = f"/beheer/comments/wordrule/{rule.pk}/proefdraaien/"
    softer = browser.post(trying, {**typed, "effect": "hold"})
    assert "1 reactie: weigeren wordt eerst lezen" in softer.text
    off = browser.post(trying, {"pattern": "naakt", "effect": "refuse"})
    assert "1 reactie: weigeren wordt meteen plaatsen" in off.text
    same = browser.post(trying, typed)
    assert "Er wordt niets anders." in same.text
    assert WordRule.objects.get().effect == "refuse"


@pytest.mark.parametrize("pattern", ["", "*", "a", "a*b*c*d", "x" * 121])
def test_a_word_that_cannot_be_looked_for_is_asked_again(
    editor: Client, discussion: Discussion, pattern: str
) -> None:
    typed = {"pattern": pattern, "effect": "hold", "active": "on"}
    for address in (ADD_WORD, "/beheer/comments/wordrule/add/"):
        page = editor.post(address, typed)
        assert page.status_code == 200
        assert "errornote" in page.text
    assert not WordRule.objects.exists()


def test_the_page_shows_a_hundred_and_counts_the_rest(
    editor: Client, discussion: Discussion, set_policy: SetPolicy
) -> None:
    set_policy()
    fill(discussion, 120)
    page = editor.post(POLICY, policy_form(mode="before"))
    assert page.text.count('<th scope="row">') == 100
    assert "En nog 20 andere." in page.text
    assert "120 reacties: meteen plaatsen wordt eerst lezen" in page.text


def test_what_readers_typed_stays_text(editor: Client, react: React, set_policy: SetPolicy) -> None:
    set_policy()
    react("<script>alert(1)</script> naakt", name="<b>Rik</b>")
    page = editor.post(ADD_WORD, {"pattern": "naakt", "effect": "hold", "active": "on"})
    assert "1 reactie: meteen plaatsen wordt eerst lezen" in page.text
    assert "<script>alert" not in page.text
    assert "<b>Rik" not in page.text


@pytest.mark.parametrize("address", [POLICY, ADD_WORD, ADD_WORD.replace("add", "1")])
@pytest.mark.parametrize(
    ("who", "statuses"),
    [("els", {200}), ("mo", {200, 403}), ("ada", {403}), ("niemand", {302})],
)
def test_only_who_may_change_the_setting_may_try_it(
    request: pytest.FixtureRequest,
    sign_in: SignIn,
    react: React,
    address: str,
    who: str,
    statuses: set[int],
) -> None:
    react()
    Policy.get_solo()
    WordRule.objects.create(pk=1, pattern="gok*")
    browser = Client() if who == "niemand" else sign_in(request.getfixturevalue(who))
    answer = browser.post(address, policy_form(pattern="naakt", effect="hold"))
    assert answer.status_code in statuses
    assert (answer.status_code == 403) or who != "mo" or "wordrule" in address
    expected = 302 if who == "niemand" else 405
    assert browser.get(address).status_code == expected


def test_a_rule_that_is_not_there_cannot_be_tried(editor: Client) -> None:
    assert editor.post("/beheer/comments/wordrule/99/proefdraaien/", {}).status_code == 404
