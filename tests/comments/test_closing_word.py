"""The closing word names reactions; both lead to each other, in feeds and in mail as well."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Tip
from comments.judging.guard import sign
from comments.models import Comment, Discussion, Follow, Policy, Writer
from comments.references import numbers_in
from mailing.models import Mail
from tests.conftest import React, SignIn

WORD = "Dank! Reactie 1 en #2 namen wij over; reactie 99 ook. <b>Tot later</b>."


@pytest.fixture
def closed(discussion: Discussion, react: React, mo: User) -> Discussion:
    react("Een.")
    react("Twee.", email="kim@voorbeeld.nl")
    discussion.close(mo, WORD)
    return discussion


def test_numbers_in_the_word_are_links_and_words_are_text(
    client: Client, article: Article, closed: Discussion
) -> None:
    page = client.get(article.get_absolute_url()).text
    first, second = Comment.objects.order_by("number")
    assert f'<a href="/reacties/{first.pk}/">Reactie 1</a>' in page
    assert f'<a href="/reacties/{second.pk}/">#2</a>' in page
    assert "reactie 99 ook" in page
    assert "&lt;b&gt;Tot later&lt;/b&gt;" in page


def test_what_was_used_says_so_only_once_it_is_closed(
    client: Client, article: Article, closed: Discussion, mo: User
) -> None:
    used = '<a href="#slotbericht">Gebruikt in het slotbericht</a>'
    assert client.get(article.get_absolute_url()).text.count(used) == 2
    closed.reopen(mo)
    assert used not in client.get(article.get_absolute_url()).text


def test_the_word_can_be_changed_without_opening(
    client: Client, article: Article, closed: Discussion, mo: User, sign_in: SignIn
) -> None:
    desk = sign_in(mo)
    address = f"/beheer/comments/discussion/{article.pk}/slotbericht/"
    assert "Dank!" in desk.get(address).text
    answer = desk.post(address, {"word": "Zie reactie 2 en reactie 7."}, follow=True)
    assert "Reactie 7 bestaat niet in deze discussie." in answer.text
    discussion = Discussion.objects.get()
    assert (discussion.opening, discussion.closing_word) == (
        "closed",
        "Zie reactie 2 en reactie 7.",
    )
    assert discussion.decisions.first().verb == "reword"  # type: ignore[union-attr]


def test_it_stands_in_the_feed_with_its_links(
    client: Client, article: Article, closed: Discussion
) -> None:
    feed = client.get(f"/feeds/artikelen/{article.slug}/reacties.atom").text
    assert "Slotbericht bij" in feed
    assert "/reacties/" in feed


def test_followers_hear_of_it_once(discussion: Discussion, react: React, mo: User) -> None:
    comment = react("Een.")
    rik, kim = Writer.objects.of("rik@voorbeeld.nl"), Writer.objects.of("kim@voorbeeld.nl")
    now = timezone.now()
    Follow.objects.create(writer=rik, what="discussion", discussion=discussion, confirmed_at=now)
    Follow.objects.create(writer=rik, what="conversation", comment=comment, confirmed_at=now)
    Follow.objects.create(writer=kim, what="discussion", discussion=discussion)  # not confirmed
    discussion.close(mo, WORD)
    mail = Mail.objects.get(kind="closed")
    assert mail.to == "rik@voorbeeld.nl"
    assert "Dank! Reactie 1" in mail.text
    assert "&lt;b&gt;" in mail.html


def test_closing_later_tells_nobody_yet(discussion: Discussion, mo: User) -> None:
    rik = Writer.objects.of("rik@voorbeeld.nl")
    Follow.objects.create(
        writer=rik, what="discussion", discussion=discussion, confirmed_at=timezone.now()
    )
    discussion.close(mo, WORD, timezone.now() + timedelta(days=1))
    assert not Mail.objects.filter(kind="closed").exists()


def test_a_discussion_opens_again_at_its_time(
    client: Client, article: Article, discussion: Discussion, mo: User
) -> None:
    now, policy = timezone.now(), Policy.get_solo()
    discussion.close(mo, until=now + timedelta(days=1))
    page = client.get(article.get_absolute_url()).text
    assert "U kunt weer reageren vanaf" in page
    for moment, is_open in ((now, False), (now + timedelta(days=2), True)):
        assert discussion.is_open_at(moment, policy) is is_open
        assert Discussion.objects.open_at(moment, policy).exists() is is_open


def test_slow_mode_is_told_and_decided(
    client: Client, article: Article, discussion: Discussion, mo: User, sign_in: SignIn
) -> None:
    desk = sign_in(mo)
    address = f"/beheer/comments/discussion/{article.pk}/vertragen/"
    assert desk.post(address, {"minutes": "0"}).status_code == 422
    desk.post(address, {"minutes": "10"})
    assert (
        "U kunt hier eens per 10 minuten reageren." in client.get(article.get_absolute_url()).text
    )
    decision = Discussion.objects.get().decisions.get()
    assert (decision.verb, decision.evidence["slow_minutes"]) == ("slow", 10)


def test_who_was_here_a_minute_ago_waits_in_slow_mode(
    client: Client, form: str, discussion: Discussion, mo: User, form_data: dict[str, str]
) -> None:
    discussion.slow_down(mo, 10)
    assert client.post(form, form_data).status_code == 302
    answer = client.post(form, {**form_data, "body": "Nog iets."})
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert "Nog iets." in answer.text
    assert Comment.objects.count() == 1


def test_a_discussion_can_have_its_own_way_of_moderating(
    client: Client, form: str, discussion: Discussion, mo: User, form_data: dict[str, str]
) -> None:
    policy = Policy.get_solo()
    policy.hold_first = policy.hold_unconfirmed = False
    policy.save()
    discussion.moderate(mo, Policy.Mode.AFTER)
    opened = sign(f"reaction:{discussion.pk}", timezone.now() - timedelta(minutes=1))
    client.post(form, {**form_data, "opened": opened})
    assert Comment.objects.get().state == "published"


# --- References in general ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Zie reactie 12.", (12,)),
        ("Reactie 12 en reactie #13, #14", (12, 13, 14)),
        ("reactie nummer 3", (3,)),
        ("#0 #007 kamer#3 x#4 A&#39; #5a #1.000 #1,5", ()),
        ("tip 2, reacties 3", ()),
        ("#12 #12", (12,)),
        ("#1234567", ()),
    ],
)
def test_what_names_a_reaction(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text) == numbers


def test_what_a_reaction_names_is_linked_where_it_exists(
    client: Client, article: Article, react: React
) -> None:
    first = react("Een.")
    Tip.objects.create(parent=article, region="main", ordering=20, text="Luister.")
    html = react(
        "Zie reactie 1, reactie 2, tip 1, tip 2, `#1` en [reactie 1](https://a.nl)."
    ).body_html
    assert html.count(f'<a href="/reacties/{first.pk}/">reactie 1</a>') == 1
    assert f'<a href="{article.get_absolute_url()}#tip-1">tip 1</a>' in html
    assert "<code>#1</code>" in html
    assert "reactie 2, " in html
    assert "tip 2, " in html
    page = client.get(article.get_absolute_url()).text
    assert '<a href="#reactie-1">reactie 1</a>' in page
