"""What is told on the clock: new articles, and once a day what there was. Safe to run again.

A follow remembers until when it was told. A day's mail has the day in its key.
"""

from datetime import datetime, time, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import MailPace
from articles.models import Article
from comments.letters import closing, following, moderators
from comments.models import Comment, Follow

MORNING: Final = time(7)  # in Nederland
#: What is being published at this very moment may not be in sight yet.
SETTLED: Final = timedelta(minutes=2)
#: A longer mail nobody reads; how many more there are is said.
MOST: Final = 50
#: Articles that came into sight longer ago are no news, whoever was not told of them.
NEWS: Final = timedelta(days=7)


def send(now: datetime) -> None:
    tell_articles(now - SETTLED)
    closing.tell_planned(now)
    morning = timezone.localtime(now).replace(hour=MORNING.hour, minute=0, second=0, microsecond=0)
    if now - SETTLED >= morning:
        tell_followers(morning)
        tell_staff(morning)


def tell_articles(until: datetime) -> None:
    """Those who hear at once: an article comes into sight by the clock, and nobody is called.

    Broken off halfway, the next run tells the others: of each article a person has one mail.
    """
    at_once = Follow.objects.active().filter(what="articles", pace="at_once")
    fresh = Article.objects.visible(until).filter(published_at__gt=until - NEWS)
    for article in fresh.order_by("published_at"):
        for follow in at_once.behind(article.published_at or until).select_related("writer"):
            following.tell_article(article, follow)
    at_once.behind(until).update(told_until=until)


def tell_followers(morning: datetime) -> None:
    daily = Follow.objects.active().filter(pace=Follow.Pace.DAILY).behind(morning)
    for follow in daily.select_related("writer", "discussion__article", "comment"):
        with transaction.atomic():
            since: datetime = follow.known_until
            items, more = first_of(news_for(follow, since, morning))
            if items:
                following.tell_day(follow, day_of(morning), items, more)
            follow.told(morning)


def news_for(follow: Follow, since: datetime, until: datetime) -> QuerySet[Any]:
    if follow.what == Follow.What.ARTICLES:
        found: QuerySet[Any] = Article.objects.visible().order_by("published_at", "pk")
    else:
        found = Comment.objects.visible().followed_by(follow).with_place()
    return found.filter(published_at__gt=since, published_at__lte=until)


def tell_staff(morning: datetime) -> None:
    waiting = Comment.objects.waiting().with_place().order_by("created_at", "pk")
    for user in moderators.moderators(MailPace.DAILY):
        items, more = first_of(waiting)
        if items:
            moderators.tell_what_waits(user, day_of(morning), items, more)
    yesterday = morning - timedelta(days=1)
    visible = Comment.objects.visible().with_place()
    fresh = visible.filter(published_at__gt=yesterday, published_at__lte=morning)
    for user in moderators.authors(MailPace.DAILY):
        items, more = first_of(fresh.under_articles_of(user))
        if items:
            moderators.tell_authors_day(user, day_of(morning), items, more)


def day_of(morning: datetime) -> str:
    return f"{morning:%Y%m%d}"


def first_of(found: QuerySet[Any]) -> tuple[list[Any], int]:
    """The first ones, and how many more there are."""
    items = list(found[:MOST])
    return items, found.count() - MOST if len(items) == MOST else 0
