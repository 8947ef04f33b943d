"""At the demo's desk something waits to be judged, something for its day, something to improve."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from articles.proofreading import proofread
from demo.load import load

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("magazine")]


def test_one_article_waits_to_be_judged_and_one_for_its_day() -> None:
    assert Article.objects.get(slug="het-bord-op-de-dijk").state == "review"
    planned = Article.objects.get(slug="koffie-met-de-wethouder")
    assert planned.state_label() == "gepland"
    assert planned.published_at
    assert timezone.localtime(planned.published_at).hour == 9
    assert timezone.now() < planned.published_at < timezone.now() + timedelta(days=30)


def test_one_draft_has_something_of_almost_everything_to_improve() -> None:
    findings = proofread(Article.objects.get(slug="hardop-lezen"))
    assert [one.code.value for one in findings if one.blocks] == ["heading-skipped"]
    assert len({one.code for one in findings}) >= 10


def test_nothing_that_readers_see_has_a_finding_that_blocks() -> None:
    blocked = {
        article.slug: one.sentence
        for article in Article.objects.exclude(slug="hardop-lezen")
        for one in proofread(article)
        if one.blocks
    }
    assert blocked == {}


def test_they_are_the_author_s_and_loading_again_adds_nothing() -> None:
    mine = Article.objects.written_by(User.objects.get(username="auteur"))
    before = Article.objects.count()
    list(load())
    assert Article.objects.count() == before
    slugs = set(mine.values_list("slug", flat=True))
    assert {"het-bord-op-de-dijk", "koffie-met-de-wethouder", "hardop-lezen"} <= slugs
