"""When people can react: computed when asked, from what a moderator chose and from the policy."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from articles.models import Article
from comments.models import Discussion, Policy
from comments.models.closing import Opening

NOW = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
POLICY, OPEN, CLOSED, HIDDEN = Opening


def discussion(opening: Opening, closes_at: datetime | None = None) -> Discussion:
    """Under an article of thirty days old."""
    article = Article(published_at=NOW - 30 * DAY)
    return Discussion(article=article, opening=opening, closes_at=closes_at, closed_at=NOW - DAY)


@pytest.mark.parametrize(
    ("opening", "closes_at", "days", "expected"),
    [
        (POLICY, None, None, True),
        (POLICY, None, 31, True),
        (POLICY, None, 30, False),
        (POLICY, None, 29, False),
        (POLICY, None, 0, False),
        (POLICY, NOW + SECOND, None, True),
        (POLICY, NOW, None, False),
        (POLICY, NOW - SECOND, None, False),
        (POLICY, NOW + SECOND, 1, True),
        (POLICY, NOW - SECOND, 90, False),
        (OPEN, None, None, True),
        (OPEN, None, 1, True),
        (OPEN, NOW + SECOND, 1, True),
        (OPEN, NOW, None, False),
        (CLOSED, None, None, False),
        (CLOSED, None, 90, False),
        (CLOSED, NOW + DAY, 90, False),
        (HIDDEN, None, None, False),
        (HIDDEN, NOW + DAY, 90, False),
    ],
)
def test_reacting_is_open(
    opening: Opening, closes_at: datetime | None, days: int | None, expected: bool
) -> None:
    policy = Policy(closes_after_days=days)
    assert discussion(opening, closes_at).is_open_at(NOW, policy) is expected


@pytest.mark.parametrize(
    ("later", "expected"),
    [(-timedelta(microseconds=1), True), (timedelta(0), False), (SECOND, False)],
)
def test_the_policy_closes_at_the_very_moment(later: timedelta, expected: bool) -> None:
    policy = Policy(closes_after_days=30)
    assert discussion(POLICY).is_open_at(NOW + later, policy) is expected


def test_the_policy_says_nothing_about_what_is_not_published() -> None:
    unpublished = Discussion(article=Article(), opening=POLICY)
    assert unpublished.closing_time(Policy(closes_after_days=30), NOW) is None


@pytest.mark.parametrize(
    ("opening", "closes_at", "days", "expected"),
    [
        (POLICY, None, None, None),
        (POLICY, None, 10, NOW - 20 * DAY),
        (POLICY, NOW + DAY, 10, NOW + DAY),
        (OPEN, None, 10, None),
        (OPEN, NOW + DAY, 10, NOW + DAY),
        (CLOSED, None, 10, NOW - DAY),
        (HIDDEN, None, 10, None),
    ],
)
def test_reacting_closes_or_closed_at(
    opening: Opening,
    closes_at: datetime | None,
    days: int | None,
    expected: datetime | None,
) -> None:
    policy = Policy(closes_after_days=days)
    assert discussion(opening, closes_at).closing_time(policy, NOW) == expected


@pytest.mark.parametrize(
    ("opening", "label"),
    [(POLICY, "open"), (OPEN, "open"), (CLOSED, "gesloten"), (HIDDEN, "verborgen")],
)
def test_the_state_has_a_word(opening: Opening, label: str) -> None:
    assert discussion(opening).state_label(NOW, Policy()) == label


TIMES = (None, NOW - DAY, NOW, NOW + DAY)


def test_many_at_once_are_open_by_the_same_rule(db: None) -> None:
    """Every opening, with every time to close, to open again and of publication."""
    kinds = list(product(Opening.values, TIMES, TIMES, (None, NOW - 30 * DAY, NOW - DAY)))
    articles = Article.objects.bulk_create(
        Article(title=f"Artikel {n}", slug=f"artikel-{n}", published_at=published)
        for n, (*_rest, published) in enumerate(kinds)
    )
    discussions = Discussion.objects.bulk_create(
        Discussion(
            article=article,
            opening=opening,
            closes_at=closes,
            reopens_at=reopens,
            closed_at=NOW - 2 * DAY,
        )
        for article, (opening, closes, reopens, _published) in zip(articles, kinds, strict=True)
    )
    for days in (None, 0, 2, 30, 31):
        policy = Policy(closes_after_days=days)
        found = set(Discussion.objects.open_at(NOW, policy).values_list("pk", flat=True))
        by_itself = {one.pk for one in discussions if one.is_open_at(NOW, policy)}
        assert found == by_itself
        assert 0 < len(found) < len(discussions)
