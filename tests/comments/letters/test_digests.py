"""Mail by the clock: what is new since the last time, once, however often the clock strikes."""

from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments.letters.digests import MOST, send
from comments.models import Comment, Discussion, Follow, Writer
from comments.models.decision import Reason
from mailing.models import Mail
from tests.comments.letters.conftest import Followed, kinds, newest
from tests.comments.threads import fill
from tests.conftest import Publish, React

KIM = "kim@voorbeeld.nl"


def at(hour: int, days: int = 1) -> datetime:
    """Tomorrow, or so many days from now, at that hour in the Netherlands."""
    day = timezone.localtime() + timedelta(days=days)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)


@pytest.fixture
def daily(follow: Followed, discussion: Discussion) -> Follow:
    """Kim follows the discussion under `article`, once a day, since two days."""
    one = follow(discussion, pace="daily")
    one.confirmed_at = timezone.now() - timedelta(days=2)
    one.save()
    return one


def test_once_a_day_all_of_it_in_one_mail(react: React, daily: Follow) -> None:
    react("Het eerste.")
    react("Het tweede.")
    send(at(6))
    assert kinds(KIM) == []
    send(at(8))
    assert kinds(KIM) == ["reactions_of_the_day"]
    for said in (newest().text, newest().html):
        assert said.index("Het eerste.") < said.index("Het tweede.")
    assert newest().stop_url
    for hour in (8, 9, 23):
        send(at(hour))
    assert kinds(KIM) == ["reactions_of_the_day"]


def test_without_news_there_is_no_mail_and_later_only_what_is_new(
    react: React, daily: Follow
) -> None:
    send(at(8))
    assert kinds(KIM) == []
    comment = react("Nieuw.")
    Comment.objects.filter(pk=comment.pk).update(published_at=at(12))
    send(at(8, days=2))
    send(at(8, days=3))
    assert kinds(KIM) == ["reactions_of_the_day"]


def test_what_cannot_be_seen_is_not_in_it(react: React, daily: Follow, mo: User) -> None:
    kept, gone = react("Blijft."), react("Verdwijnt.")
    gone.remove(mo, Reason.OFFENSIVE)
    react("Wacht.", approved=False)
    react("Van kim zelf.", email=KIM)
    send(at(8))
    mail = Mail.objects.get(kind="reactions_of_the_day")
    assert "Blijft." in mail.text
    for hidden in ("Verdwijnt.", "Wacht.", "Van kim zelf."):
        assert hidden not in mail.text
    assert mail.is_still_true()
    kept.remove(mo, Reason.OFFENSIVE)
    assert not mail.is_still_true()


def test_a_conversation_has_its_own_news(react: React, follow: Followed) -> None:
    mine = react("Mijn begin.")
    follow(mine, pace="daily")
    react("Een antwoord.", mine)
    react("Iets anders.")
    send(at(8))
    mail = Mail.objects.get(kind="reactions_of_the_day")
    assert "Een antwoord." in mail.text
    assert "Iets anders." not in mail.text
    assert "Mijn begin." not in mail.text


def test_a_busy_day_says_how_many_more(daily: Follow, discussion: Discussion) -> None:
    fill(discussion, MOST + 7)
    send(at(8))
    assert "En nog 7 andere op de site." in newest().text
    assert newest().text.count("> Tekst ") == MOST


def test_another_pace_does_not_tell_again(react: React, follow: Followed) -> None:
    one = follow(react().discussion)
    react("Al verteld.")
    one.take_pace("daily")
    send(at(8))
    assert kinds(KIM) == ["reaction"]


def test_a_new_article_is_told_when_readers_see_it(
    follow: Followed, publish: Publish, ada: User
) -> None:
    follow()
    article = publish("Net verschenen")
    Article.objects.filter(pk=article.pk).update(published_at=timezone.now() + timedelta(hours=1))
    send(timezone.now())
    assert kinds(KIM) == []
    for minutes in (59, 61, 63, 180):
        send(timezone.now() + timedelta(minutes=minutes))
    assert kinds(KIM) == ["article"]
    assert "Net verschenen" in newest().text
    assert f"http://testserver{article.get_absolute_url()}" in newest().html


def test_articles_of_before_are_not_told(follow: Followed, publish: Publish) -> None:
    publish("Van eerder")
    follow()
    send(timezone.now() + timedelta(minutes=5))
    assert kinds(KIM) == []


def test_articles_can_come_once_a_day(follow: Followed, publish: Publish) -> None:
    one = follow(pace="daily")
    Follow.objects.filter(pk=one.pk).update(confirmed_at=timezone.now() - timedelta(days=2))
    publish("De ene")
    publish("De andere")
    send(at(8))
    send(at(9))
    assert kinds(KIM) == ["articles_of_the_day"]
    assert "De ene" in newest().text
    assert "De andere" in newest().html


def test_a_morning_costs_the_same_for_each_follower(
    react: React, discussion: Discussion, django_assert_max_num_queries: object
) -> None:
    react()
    for number in range(10):
        writer = Writer.objects.of(f"lezer{number}@voorbeeld.nl")
        Follow.objects.ask(
            writer, "discussion", discussion=discussion, pace="daily", confirmed=True
        )
    long_ago = timezone.now() - timedelta(days=2)
    Follow.objects.update(confirmed_at=long_ago)
    with django_assert_max_num_queries(8 + 12 * 10):  # type: ignore[operator]
        send(at(8))
    assert kinds().count("reactions_of_the_day") == 10


def test_the_command_may_run_at_any_time(react: React, daily: Follow) -> None:
    react()
    call_command("send_digests")
    call_command("send_digests")
    assert kinds(KIM) == []  # what was published this very minute is for tomorrow morning
