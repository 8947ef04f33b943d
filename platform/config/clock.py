"""Until when a page is good, if nobody changes anything: time alone changes pages too."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any, Final

from django.db.models import Min, Q, QuerySet
from django.utils import timezone

from articles.models import Article
from articles.reading import article_at
from comments.hours import hours_now
from comments.models import Discussion, Policy
from delivery.compiled import Compiled
from delivery.memory import site_until
from pages.models import RulesVersion
from pages.models.rules import NEWS_FOR


def good_until(editions: tuple[str, ...], now: datetime) -> datetime:
    """The next moment at which a page that depends on these editions may look otherwise."""
    moments = [site_until() or _of_site(now)]
    paths = [one for one in editions if one.startswith("/")]
    for slug in (path.split("/")[-2] for path in paths):
        moments += _of_discussion(slug, now)
    return min(one for one in moments if one > now)


def _of_site(now: datetime) -> datetime:
    moments = (_midnight(now), *_of_articles(now), *_of_rules())
    return min(one for one in moments if one > now)


def _midnight(now: datetime) -> datetime:
    """Dates, years in the archive, and days on which nobody reads."""
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, time.min))


def _of_articles(now: datetime) -> Iterator[datetime]:
    """Articles come on lists, and beside other articles, and go."""
    for found in NEXT.values(now):
        yield from (at for at in found if at)


def _next(now: datetime) -> QuerySet[Article, Any]:
    """One row, or none: when the first one comes, and when the first one goes."""
    published = Article.objects.filter(state=Article.State.PUBLISHED)
    coming, going = Q(published_at__gt=now), Q(expires_at__gt=now)
    together = published.filter(coming | going).order_by().values("state")
    comes, goes = Min("published_at", filter=coming), Min("expires_at", filter=going)
    return together.annotate(comes=comes, goes=goes).values_list("comes", "goes")


NEXT: Final = Compiled(_next)


def _of_rules() -> Iterator[datetime]:
    """New house rules are news for a while, on every page."""
    for (at,) in RULES.values():
        yield at + NEWS_FOR


RULES: Final = Compiled(lambda: RulesVersion.objects.visible().values_list("at")[:1])


def _of_discussion(slug: str, now: datetime) -> Iterator[datetime]:
    policy = Policy.current()
    article = article_at(slug, now)
    if article is None:
        return
    discussion = Discussion.objects.of(article)
    closing = discussion.closing_time(policy, now)
    yield from (at for at in (closing, discussion.reopens_at) if at)
    if policy.keeps_hours:
        for part in hours_now(policy).on(timezone.localdate(now)):
            yield from part
