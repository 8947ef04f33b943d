"""The measuring tools measure something."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections

from articles.models import Article, TextBlock, Topic
from bench.load import TOPICS
from bench.sides import beside, in_turn
from bench.timing import summary
from bench.vocabulary import COMMON, Vocabulary
from comments.models import Comment, Discussion
from search.models import Entry
from tests.search.conftest import titles


def run(command: str, *arguments: str, **options: Any) -> str:
    said = StringIO()
    call_command(command, *arguments, stdout=said, **options)
    return said.getvalue()


@pytest.fixture
def magazine(db: None) -> str:
    """Thirty articles, sixty reactions."""
    return run("bench_load", articles=30, reactions=60)


def test_the_same_seed_gives_the_same_text() -> None:
    assert Vocabulary(1).text(50) == Vocabulary(1).text(50) != Vocabulary(2).text(50)


def test_few_words_are_frequent_and_most_are_rare() -> None:
    words = Vocabulary(1)
    text = words.text(20_000).lower().replace(".", "").split()
    counts = [text.count(words.words[rank]) for rank in (0, 100, 30_000)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 20 * counts[1] > 0
    assert len(text) == 20_000


def test_it_makes_a_magazine_that_can_be_searched(magazine: str) -> None:
    assert "in the index: 90" in magazine
    assert Article.objects.visible().count() == 30
    assert Comment.objects.visible().count() == 60
    assert Discussion.objects.filter(published_count=2).count() == 30
    words = [len(block.text_html.split()) for block in TextBlock.objects.all()]
    assert 100 < sum(words) / len(words) < 200
    assert 12 <= len(titles(COMMON)) <= 40


def test_more_can_be_added(magazine: str) -> None:
    run("bench_load", articles=5, reactions=0)
    assert Article.objects.count() == 35
    assert Entry.objects.count() == 95


def test_searching_is_measured(magazine: str) -> None:
    lines = run("bench_search", rounds=2, clock="cpu").splitlines()
    assert len(lines) == 19
    assert all("p95" in line for line in lines)
    assert " 0  p50" not in next(line for line in lines if "fifth" in line)


def test_pages_are_measured(magazine: str) -> None:
    said = run("bench_pages", "/", "/zoeken/", "/weg/", rounds=2)
    assert said.startswith("articles: 30\n")
    assert [line.split()[1] for line in said.splitlines()[1:]] == ["200", "200", "404"]


def test_a_small_magazine_fills_the_pages_that_are_measured(db: None) -> None:
    run("bench_load", articles=100, reactions=100)
    visible = Article.objects.visible()
    assert visible.filter(article_topics__tag__slug="bench-0").count() == 20
    assert visible.filter(authorships__author__slug="bench-0").count() == 20
    assert visible.filter(series__slug="bench-0").count() == 20
    assert visible.filter(published_at__year=2012, published_at__month=6).count() >= 20
    assert visible.values("published_at__year").distinct().count() == 19
    assert Topic.objects.filter(article_topics__isnull=False).distinct().count() == TOPICS
    said = run("bench_pages", rounds=1).splitlines()[1:]
    assert {line.split()[1] for line in said} == {"200"}
    assert len(said) == 14


def test_two_databases_are_asked_in_turn(db: None) -> None:
    default = connections["default"]
    asked_of: list[object] = []
    sides = [default, beside("elders")]
    sides[1].ensure_connection = lambda: None  # type: ignore[method-assign]
    times = in_turn(
        lambda: asked_of.append(connection.settings_dict["NAME"]), sides, 2, lambda: 1.5
    )
    assert asked_of == [default.settings_dict["NAME"], "elders"] * 3
    assert times == [[0.0, 0.0], [0.0, 0.0]]
    assert connections["default"] is default


def test_a_page_is_measured_against_another_database(magazine: str) -> None:
    name = str(connection.settings_dict["NAME"])
    said = run("bench_pages", "/robots.txt", rounds=1, against=name)
    assert said.count(" x") == 2


def test_times_are_summed_up() -> None:
    times = summary([1.0, 2.0, 3.0])
    assert (times.p50, times.most) == (2.0, 3.0)
    assert summary([1.0] * 19 + [9.0]).p95 <= 9.0
    assert str(summary([5.0])) == "p50     5.0   p95     5.0   max     5.0 ms"
