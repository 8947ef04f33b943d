"""The demo has every state of a conversation: for readers, for its writers and for moderators."""

import tomllib
from datetime import timedelta
from typing import Any, Final

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from accounts.models import User
from articles.models import Article, Tip
from comments.hours import hours_now
from comments.models import (
    Adoption,
    Comment,
    Decision,
    Discussion,
    Follow,
    Notice,
    Policy,
    WordRule,
    Writer,
)
from comments.models.states import State
from demo import correspondence, policy
from demo.conversation import discuss
from demo.load import MAGAZINE, load
from demo.moments import later, moment
from mailing.models import Mail
from mailing.models import State as MailState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("magazine")]

TODAY: Final = "/artikelen/de-klok-in-de-hal/"


def said_under(slug: str) -> Any:
    return Comment.objects.filter(discussion__article__slug=slug)


def page_of(client: Client, slug: str, page: int = 1) -> str:
    return client.get(f"/artikelen/{slug}/", {"reacties": page}).text


# --- What readers see -----------------------------------------------------------------------------


def test_a_long_discussion_stands_on_more_pages(client: Client) -> None:
    discussion = Discussion.objects.get(article__slug="wie-belt-er-om-een-bankje")
    assert discussion.page_count >= 3
    assert "?reacties=2" in page_of(client, "wie-belt-er-om-een-bankje")


def test_a_long_conversation_goes_on_on_the_next_page(client: Client) -> None:
    assert "Vervolg van het gesprek dat begint bij" in page_of(client, "de-klok-in-de-hal", 2)


def test_today_s_article_is_of_today_whenever_it_is_loaded() -> None:
    newest = said_under("de-klok-in-de-hal").latest("created_at")
    assert timezone.now() - newest.created_at < timedelta(hours=1)


@pytest.mark.parametrize(
    "words",
    [
        "Uitgelicht",
        "Bewerkt op",
        "[weggehaald door de redactie]",
        "De schrijver heeft deze reactie verwijderd.",
        "Deze reactie is verwijderd.",
        "Overgenomen als tip 3",
        "Auteur van dit artikel",
        "Anoniem",
        "Klantcontact Waterrijk",
    ],
)
def test_readers_of_today_s_article_see(client: Client, words: str) -> None:
    pages = [page_of(client, "de-klok-in-de-hal", page) for page in (1, 2, 3)]
    assert any(words in strip_tags(page) for page in pages)


def test_a_reader_s_tip_stands_in_the_article_with_a_name_and_a_way_back(client: Client) -> None:
    tip = Tip.objects.get(byline="Truus Hagendoorn")
    assert f'href="{tip.source}"' in client.get(TODAY).text
    states = set(Adoption.objects.values_list("state", flat=True))
    assert states == {"agreed", "asked", "declined"}


def test_a_closing_word_names_reactions_and_they_say_so(client: Client) -> None:
    page = page_of(client, "als-de-zaal-leeg-is")
    assert "Gebruikt in het slotbericht" in page
    assert 'href="#reactie-5"' in page


def test_one_discussion_is_closed_for_a_while_and_one_until_a_day(client: Client) -> None:
    now = timezone.now()
    a_while = Discussion.objects.get(article__slug="waar-blijven-de-gele-briefjes")
    assert a_while.reopens_at
    assert a_while.reopens_at > now
    assert "Reageren is gesloten." in page_of(client, "waar-blijven-de-gele-briefjes")
    planned = Discussion.objects.get(article__slug="vijf-minuten-voor-de-raad")
    assert planned.is_open_now()
    assert planned.closes_at
    assert planned.closes_at > now


def test_what_is_old_was_closed_by_the_policy(client: Client) -> None:
    assert "Reageren sluit vanzelf" in page_of(client, "donderdag-is-loketdag")


def test_of_a_hidden_discussion_nothing_is_shown(client: Client) -> None:
    assert Discussion.objects.get(article__slug="nee-zeggen-aan-de-voordeur").is_hidden
    assert 'class="reaction__number"' not in page_of(client, "nee-zeggen-aan-de-voordeur")


def test_one_discussion_is_slowed_down(client: Client) -> None:
    assert Discussion.objects.get(article__slug="de-jongste-stoel").slow_minutes == 10


# --- What waits at the desk -----------------------------------------------------------------------


def test_reactions_wait_for_all_kinds_of_reasons() -> None:
    judged = Decision.objects.filter(verb="judge", comment__in=Comment.objects.waiting())
    seen = {one["code"] for decision in judged for one in decision.evidence["findings"]}
    expected = {"before", "first", "links", "shouting", "word", "posing", "fast"}
    assert expected | {"disposable", "duplicate", "refused_often", "watched"} <= seen


@pytest.mark.parametrize("queue", ["pending", "gemeld", "ongelezen", "refused", "spam"])
def test_no_queue_of_the_desk_is_empty(queue: str) -> None:
    assert Comment.objects.in_queue(queue).exists()


def test_the_rules_and_the_moderators_both_turned_something_down() -> None:
    refused = Decision.objects.filter(to_state__in=(State.REFUSED, State.SPAM))
    assert refused.filter(by=None, to_state=State.REFUSED).exists()
    assert refused.filter(by=None, to_state=State.SPAM).exists()
    assert refused.filter(by__username="moderator", to_state=State.SPAM).exists()
    reasons = set(refused.exclude(by=None).values_list("reason", flat=True))
    assert {"house_rules", "off_topic", "personal_data"} <= reasons


def test_who_broke_a_house_rule_is_told_which_one_and_in_which_version() -> None:
    decision = Decision.objects.filter(verb="refuse", comment__name="Karel Zwart").get()
    assert decision.house_rule == "hr-3"
    assert decision.rules_version


def test_a_decision_was_taken_back() -> None:
    undone = Decision.objects.get(verb=Decision.Verb.UNDO)
    assert undone.comment
    assert undone.comment.state == State.PUBLISHED


def test_reports_are_light_or_by_law_and_open_or_decided() -> None:
    found = set(Notice.objects.values_list("kind", "state"))
    assert {("rules", "received"), ("rules", "decided"), ("law", "in_review")} <= found
    upheld = Notice.objects.get(comment__name="Stan Kortekaas")
    assert upheld.led_to_action
    assert Notice.objects.get(comment__name="Wies Dekker").outcome


def test_a_reader_was_watched_and_another_blocked() -> None:
    kinds = {
        measure.kind: measure.writer.email
        for writer in Writer.objects.exclude(note="")
        for measure in writer.measures.all()
    }
    assert set(kinds) == {"hold", "refuse"}


# --- One writer, and mail -------------------------------------------------------------------------


def test_one_writer_has_a_reaction_in_every_state_and_the_way_to_them(client: Client) -> None:
    theirs = Comment.objects.filter(email=correspondence.WRITER)
    states = set(theirs.values_list("state", flat=True))
    assert states == set(State.values) - {State.SPAM}
    page = client.get(correspondence.mine().removeprefix("http://127.0.0.1:8000"))
    assert page.status_code == 200
    assert page.text.count("<article") >= len(states)


def test_the_welcome_says_where_that_is(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("welcome", "8123")
    assert correspondence.mine().rpartition(":")[0][:40] in capsys.readouterr().out


def test_discussions_and_articles_are_followed_at_both_paces() -> None:
    active = Follow.objects.active()
    assert {"at_once", "daily"} <= set(active.values_list("pace", flat=True))
    assert set(Follow.What.values) == set(active.values_list("what", flat=True))
    assert Follow.objects.filter(confirmed_at=None).exists()


def test_mail_of_many_kinds_was_written() -> None:
    kinds = set(Mail.objects.values_list("kind", flat=True))
    about_reactions = {"published", "refused", "removed", "redacted", "restored"}
    to_followers = {"confirm_follow", "article", "reactions_of_the_day"}
    others = {"adoption", "mailbox_link", "notice_received", "notice_decided", "desk_day"}
    assert about_reactions | to_followers | others <= kinds


@pytest.mark.parametrize("state", [MailState.FAILED, MailState.WAITING, MailState.SENDING])
def test_some_mail_did_not_leave_at_once(state: MailState) -> None:
    assert Mail.objects.in_state(state, timezone.now()).exists()


def test_nothing_in_a_mail_was_left_open() -> None:
    for mail in Mail.objects.all():
        assert "None" not in mail.text, mail.kind
        assert "{{" not in mail.text, mail.kind


# --- Loading --------------------------------------------------------------------------------------


def test_loading_again_decides_nothing_and_writes_to_nobody() -> None:
    before = Decision.objects.count(), Mail.objects.count(), Follow.objects.count()
    list(load())
    assert (Decision.objects.count(), Mail.objects.count(), Follow.objects.count()) == before


def test_a_policy_that_somebody_changed_is_left_alone() -> None:
    Policy.objects.update(page_size=33)
    WordRule.objects.filter(pattern="naakt").delete()
    policy.lay_down(User.objects.get(username="moderator"))
    assert Policy.get_solo().page_size == 33
    assert not WordRule.objects.filter(pattern="naakt").exists()


def test_moderators_read_on_working_days() -> None:
    rules = Policy.get_solo()
    assert rules.keeps_hours
    assert {weekday for weekday, _opens, _closes in hours_now(rules).parts} == {0, 1, 2, 3, 4}


def test_nothing_in_the_demo_happens_later_than_now() -> None:
    assert later(timezone.now(), timedelta(days=1)) <= timezone.now()
    ago = timezone.now() - moment({"hours_ago": 2}, "at")
    assert timedelta(hours=1) < ago < timedelta(hours=3)
    assert not Comment.objects.filter(created_at__gt=timezone.now()).exists()
    assert not Decision.objects.filter(at__gt=timezone.now()).exists()


def test_a_policy_of_ones_own_does_not_stop_it() -> None:
    """`make demo` over what an earlier one left: a reaction that the rules no longer refused had
    nobody's reason to be refused for, and the whole command ended there.
    """
    WordRule.objects.all().delete()
    path = MAGAZINE / "articles" / "17-de-klok-in-de-hal.toml"
    told = tomllib.loads(path.read_text())["reactions"]
    by_rules = [one for one in told if one.get("state") == "refused" and "reason" not in one]
    users = {user.username: user for user in User.objects.all()}
    before = set(said_under("vijf-minuten-voor-de-raad"))
    discuss(Article.objects.get(slug="vijf-minuten-voor-de-raad"), {"reactions": by_rules}, users)
    added = set(said_under("vijf-minuten-voor-de-raad")) - before
    assert {one.state for one in added} == {State.PENDING}
    assert len(added) == len(by_rules) > 0
