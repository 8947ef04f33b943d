"""What readers are told of a discussion that is closed: in which role, when, and until when."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments.letters import digests
from comments.models import Discussion, Follow, Policy, Writer
from desk.refused import Refused
from mailing.models import Mail
from tests.comments.test_queries import queries
from tests.conftest import first_visit

DAY = timedelta(days=1)
THEN = datetime(2018, 2, 1, 9, 30, tzinfo=UTC)
TIME = '<time datetime="2018-02-01T10:30:00+01:00">1 februari 2018 om 10:30</time>'


@pytest.fixture
def follower(discussion: Discussion) -> Follow:
    """Kim wants to know of this discussion."""
    kim = Writer.objects.of("kim@voorbeeld.nl")
    now = timezone.now()
    return Follow.objects.create(
        writer=kim, what="discussion", discussion=discussion, confirmed_at=now
    )


def letters() -> list[str]:
    return list(Mail.objects.filter(kind="closed").values_list("to", flat=True))


def as_if_closed_by_the_clock(discussion: Discussion, ago: timedelta) -> None:
    """What a moderator planned, some time later."""
    Discussion.objects.filter(pk=discussion.pk).update(closes_at=timezone.now() - ago)


# --- On the page ----------------------------------------------------------------------------------


def test_moderators_and_editors_close_in_their_role(
    client: Client, article: Article, discussion: Discussion, mo: User, els: User
) -> None:
    for who, role in ((mo, "de moderatoren"), (els, "de redactie")):
        discussion.close(who, at=THEN)
        page = client.get(article.get_absolute_url()).text
        assert f"Gesloten door {role} op {TIME}." in page
        assert who.public_name not in page
        discussion.reopen(who)


def test_who_has_no_role_closes_for_the_editors(
    client: Client, article: Article, discussion: Discussion, django_user_model: type[User]
) -> None:
    root = django_user_model.objects.create_superuser("root", password="grensvlak")
    discussion.close(root, at=THEN)
    assert f"Gesloten door de redactie op {TIME}." in client.get(article.get_absolute_url()).text


@pytest.mark.parametrize(("days", "words"), [(1, "1 dag"), (30, "30 dagen")])
def test_the_policy_closes_by_itself(
    client: Client, article: Article, days: int, words: str
) -> None:
    Article.objects.update(published_at=THEN - days * DAY)
    Policy(closes_after_days=days).save()
    page = client.get(article.get_absolute_url()).text
    assert f"Reageren sluit vanzelf {words} na publicatie. Dat was op {TIME}." in page


def test_closing_at_publication_says_only_when(client: Client, article: Article) -> None:
    Article.objects.update(published_at=THEN)
    Policy(closes_after_days=0).save()
    page = client.get(article.get_absolute_url()).text
    assert f"Gesloten op {TIME}." in page
    assert "vanzelf" not in page


def test_what_was_planned_was_closed_by_who_planned_it(
    client: Client, article: Article, discussion: Discussion, mo: User
) -> None:
    Policy(closes_after_days=30).save()
    discussion.close(mo, "Dank u wel.", timezone.now() + DAY)
    as_if_closed_by_the_clock(discussion, DAY)
    page = client.get(article.get_absolute_url()).text
    assert "Gesloten door de moderatoren op" in page
    assert "Dank u wel." in page
    assert "vanzelf" not in page


def test_the_form_s_page_says_when_it_opens_again(
    client: Client, form: str, discussion: Discussion, mo: User
) -> None:
    discussion.close(mo, until=datetime(2099, 2, 1, 9, 30, tzinfo=UTC))
    page = client.get(form)
    assert page.status_code == 403
    assert "U kunt weer reageren vanaf" in page.text
    assert "1 februari 2099 om 10:30" in page.text
    assert "U kunt niet meer reageren" not in page.text


def test_a_closed_discussion_costs_one_query_more(
    client: Client, article: Article, discussion: Discussion, mo: User
) -> None:
    first_visit()
    is_open = queries(lambda: client.get(article.get_absolute_url()))
    discussion.close(mo, "Dank u wel.")
    assert queries(lambda: client.get(article.get_absolute_url())) == is_open + 1 <= 12


# --- Once it has opened again ---------------------------------------------------------------------


@pytest.fixture
def reopened(discussion: Discussion, mo: User) -> Discussion:
    """Closed until a time that has come."""
    discussion.close(mo, "Tot morgen.", until=timezone.now() + DAY)
    Discussion.objects.update(reopens_at=timezone.now() - DAY, closed_at=timezone.now() - 2 * DAY)
    return Discussion.objects.get()


def test_readers_see_nothing_of_a_closing_that_is_over(
    client: Client, article: Article, reopened: Discussion
) -> None:
    """The page once said that people could react until a time long past."""
    page = client.get(article.get_absolute_url()).text
    assert "Geef een reactie" in page
    for gone in ("U kunt reageren tot", "Tot morgen.", "Gesloten", "U kunt weer reageren"):
        assert gone not in page


def test_it_can_be_closed_again(reopened: Discussion, els: User) -> None:
    """It was refused: “is al gesloten”."""
    reopened.close(els, "Nu echt.")
    stored = Discussion.objects.get()
    assert (stored.closing_word, stored.closed_by, stored.reopens_at) == ("Nu echt.", els, None)
    assert not stored.is_open_now()


def test_it_can_be_planned_to_close_again(reopened: Discussion, els: User) -> None:
    reopened.close(els, at=timezone.now() + DAY)
    stored = Discussion.objects.get()
    assert stored.is_open_now()
    assert not stored.is_open_at(timezone.now() + 2 * DAY, Policy())


def test_before_its_time_it_is_closed_and_not_closed_again(
    discussion: Discussion, mo: User, els: User
) -> None:
    discussion.close(mo, until=timezone.now() + DAY)
    with pytest.raises(Refused, match="is al gesloten"):
        discussion.close(els)


# --- What is written down -------------------------------------------------------------------------


def test_a_decision_tells_what_holds_and_not_what_somebody_had_on_screen(
    discussion: Discussion, mo: User, els: User
) -> None:
    on_screen = Discussion.objects.get()
    discussion.close(mo, "Dank u wel.")
    on_screen.slow_down(els, 10)
    decision = discussion.decisions.order_by("-pk")[0]
    assert (decision.verb, decision.from_state, decision.to_state) == ("slow", "closed", "closed")
    assert (decision.evidence, decision.text) == ({"slow_minutes": 10}, "")
    assert Discussion.objects.get().closing_word == "Dank u wel."


def test_another_way_of_moderating_is_a_decision_of_its_own(
    discussion: Discussion, mo: User
) -> None:
    discussion.moderate(mo, Policy.Mode.AFTER)
    decision = discussion.decisions.get()
    assert (decision.verb, decision.evidence) == ("mode", {"mode": "after"})


# --- By mail --------------------------------------------------------------------------------------


def test_what_closes_as_planned_is_told_once(
    discussion: Discussion, mo: User, follower: Follow
) -> None:
    discussion.close(mo, "Dank u wel.", timezone.now() + DAY)
    digests.send(timezone.now())
    assert letters() == []
    as_if_closed_by_the_clock(discussion, timedelta(minutes=5))
    for _run in range(2):
        digests.send(timezone.now())
    assert letters() == ["kim@voorbeeld.nl"]


def test_what_closed_long_ago_is_no_news(
    discussion: Discussion, mo: User, follower: Follow
) -> None:
    discussion.close(mo, "Dank u wel.", timezone.now() + DAY)
    as_if_closed_by_the_clock(discussion, 3 * DAY)
    digests.send(timezone.now())
    assert letters() == []


def test_a_closing_word_that_comes_later_is_told_the_first_time(
    discussion: Discussion, mo: User, follower: Follow
) -> None:
    discussion.close(mo)
    for word in ("Dank u wel.", "Dank u zeer."):
        discussion.reword(mo, word)
    assert letters() == ["kim@voorbeeld.nl"] * 2  # that it closed, and the word
    assert "Dank u wel." in Mail.objects.filter(kind="closed").latest("pk").text


@pytest.mark.parametrize("hidden", ["discussion", "article"])
def test_nobody_hears_of_what_readers_cannot_see(
    article: Article, discussion: Discussion, mo: User, els: User, follower: Follow, hidden: str
) -> None:
    discussion.close(mo, "Dank u wel.", timezone.now() + DAY)
    as_if_closed_by_the_clock(discussion, timedelta(minutes=5))
    if hidden == "article":
        article.withdraw(els)
    else:
        discussion.hide(mo)
    digests.send(timezone.now())
    assert letters() == []
