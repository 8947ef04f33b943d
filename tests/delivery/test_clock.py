"""Time alone changes pages: until when is one good?"""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from comments.models import ClosedDay, Discussion, OpeningHours, Policy
from config.clock import good_until
from pages.models import HouseRules, RulesVersion
from tests.conftest import Publish

#: A Saturday; in the Netherlands it is 13:00.
NOW = datetime(2030, 11, 30, 12, 0, tzinfo=UTC)
MIDNIGHT = datetime(2030, 11, 30, 23, 0, tzinfo=UTC)
SOON = NOW + timedelta(minutes=10)
SITE, PAGE = ("site",), ("site", "/artikelen/aan-de-balie/")

pytestmark = pytest.mark.django_db


def test_no_longer_than_the_day_lasts_here() -> None:
    assert good_until(SITE, NOW) == MIDNIGHT
    assert good_until(SITE, MIDNIGHT) == MIDNIGHT + timedelta(days=1)


@pytest.mark.parametrize("field", ["published_at", "expires_at"])
def test_until_an_article_comes_or_goes(publish: Publish, field: str) -> None:
    article = Article.objects.filter(pk=publish().pk)
    article.update(**{field: SOON})
    assert good_until(SITE, NOW) == SOON
    assert good_until(SITE, SOON) == MIDNIGHT
    article.update(state=Article.State.WITHDRAWN)
    assert good_until(SITE, NOW) == MIDNIGHT


@pytest.mark.parametrize(
    "settings",
    [
        {"closes_at": SOON, "opening": Discussion.Opening.OPEN},
        {"reopens_at": SOON, "opening": Discussion.Opening.CLOSED, "closed_at": NOW},
    ],
)
def test_until_its_discussion_closes_or_opens(
    discussion: Discussion, settings: dict[str, object]
) -> None:
    Discussion.objects.update(**settings)
    assert good_until(PAGE, NOW) == SOON
    assert good_until(SITE, NOW) == MIDNIGHT
    assert good_until(PAGE, SOON) == MIDNIGHT


def test_until_the_policy_closes_it(article: Article) -> None:
    Policy.get_solo()
    Policy.objects.update(closes_after_days=3)
    Article.objects.update(published_at=SOON - timedelta(days=3))
    assert good_until(PAGE, NOW) == SOON


def test_until_somebody_begins_or_ends_to_read(article: Article) -> None:
    policy = Policy.get_solo()
    hours = OpeningHours(
        policy=policy, weekday=NOW.weekday(), opens=time(13, 30), closes=time(14, 15)
    )
    hours.save()
    assert good_until(PAGE, NOW) == MIDNIGHT  # the policy keeps no hours
    Policy.objects.update(keeps_hours=True)
    opens, closes = NOW + timedelta(minutes=30), NOW + timedelta(minutes=75)
    assert good_until(PAGE, NOW) == opens
    assert good_until(PAGE, opens) == closes
    assert good_until(PAGE, closes) == MIDNIGHT
    ClosedDay.objects.create(policy=policy, day=date(2030, 11, 30), name="Verhuizing")
    assert good_until(PAGE, NOW) == MIDNIGHT


def test_until_the_rules_are_news_no_longer() -> None:
    rules = HouseRules.objects.create(title="Huisregels", slug="huisregels", published_at=NOW)
    at = SOON - timedelta(days=30)
    RulesVersion.objects.create(rules=rules, number=2, at=at, content={})
    assert good_until(SITE, NOW) == SOON


def test_an_article_that_is_not_there_has_the_day(db: None) -> None:
    assert good_until(PAGE, NOW) == MIDNIGHT
    assert timezone.localtime(MIDNIGHT).hour == 0
