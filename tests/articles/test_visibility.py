from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from tests.conftest import Publish

SOON = timezone.now() + timedelta(days=2)


def test_readers_see_what_is_published_and_nothing_else(
    in_every_state: dict[str, Article],
) -> None:
    assert [article.title for article in Article.objects.visible()] == ["published"]


@pytest.mark.parametrize(
    ("wait", "seen"),
    [(timedelta(microseconds=-1), False), (timedelta(), True), (timedelta(days=900), True)],
)
def test_a_scheduled_article_is_seen_from_its_moment_on(
    publish: Publish, wait: timedelta, seen: bool
) -> None:
    publish().publish(SOON)
    assert Article.objects.visible(SOON + wait).exists() is seen


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("draft", 404),
        ("review", 404),
        ("scheduled", 404),
        ("published", 200),
        ("expired", 410),
        ("withdrawn", 410),
    ],
)
def test_an_address_answers_as_its_article_stands(
    client: Client, in_every_state: dict[str, Article], name: str, status: int
) -> None:
    assert client.get(in_every_state[name].get_absolute_url()).status_code == status


def test_what_readers_could_see_once_is_gone(in_every_state: dict[str, Article]) -> None:
    titles = {article.title for article in Article.objects.gone()}
    assert titles == {"withdrawn", "expired"}


def test_newest_first_begins_with_what_has_no_date_yet(publish: Publish) -> None:
    now = timezone.now()
    publish("oud").publish(now - timedelta(days=2))
    publish("nieuw").publish(now)
    publish("even nieuw").publish(now)
    Article.objects.create(title="concept", slug="concept", lead="-")
    titles = [article.title for article in Article.objects.newest_first()]
    assert titles == ["concept", "even nieuw", "nieuw", "oud"]


def test_written_by_finds_one_s_own_articles_once(publish: Publish, ada: User, els: User) -> None:
    own = publish("Van Ada", by=ada)
    publish("Van niemand")
    assert list(Article.objects.written_by(ada)) == [own]
    assert list(Article.objects.written_by(els)) == []


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("draft", "concept"),
        ("review", "ter beoordeling"),
        ("scheduled", "gepland"),
        ("published", "gepubliceerd"),
        ("expired", "verlopen"),
        ("withdrawn", "ingetrokken"),
    ],
)
def test_the_state_reads_as_a_word(
    in_every_state: dict[str, Article], name: str, label: str
) -> None:
    in_every_state[name].refresh_from_db()
    assert in_every_state[name].state_label() == label


def test_what_was_withdrawn_before_its_moment_is_not_called_planned(publish: Publish) -> None:
    article = publish()
    article.publish(SOON)
    article.withdraw()
    assert article.state_label() == "ingetrokken"
