"""A big magazine, stored by the hundreds at once: articles, their blocks and people, reactions."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import batched, chain
from typing import Any, Final

from django.db import transaction
from django.db.models import Max

from articles.indexing import batches as articles_to_index
from articles.models import (
    Article,
    ArticleTopic,
    Author,
    Authorship,
    PullQuote,
    Series,
    TextBlock,
    Tip,
    Topic,
)
from bench.vocabulary import COMMON, Vocabulary, numbers_from
from comments.finding import batches as reactions_to_index
from comments.models import Comment, Discussion
from comments.models.comment import path_below
from search.models import Entry

FIRST: Final = datetime(2008, 1, 1, 9, tzinfo=UTC)
LAST: Final = datetime(2026, 6, 1, 9, tzinfo=UTC)
BATCH: Final = 500
AUTHORS, TOPICS, SERIES = 60, 40, 25

type Say = Callable[[str], Any]


def load(articles: int, reactions: int, seed: int, say: Say) -> None:
    words = Vocabulary(seed)
    authors, topics, series = _people(words), _topics(words), _series(words)
    made: list[Article] = []
    for numbers in batched(_numbers(articles), BATCH, strict=False):
        with transaction.atomic():
            made += _store([_article(words, n, series) for n in numbers], words, authors, topics)
    say(f"articles: {len(made)}")
    each = -(-reactions // len(made)) if made else 0
    for some in batched(made, BATCH, strict=False):
        with transaction.atomic():
            _discuss(some, each, words)
    say(f"reactions: {each * len(made)}")
    Entry.objects.refill(chain(articles_to_index(), reactions_to_index()))
    say(f"in the index: {Entry.objects.count()}")


def _numbers(many: int) -> Iterator[int]:
    last = Article.objects.aggregate(last=Max("pk"))["last"]
    return (number for number, _ in zip(numbers_from(last), range(many), strict=False))


def _people(words: Vocabulary) -> list[Author]:
    made = [
        Author(name=words.text(2).title().strip("."), slug=f"bench-{n}") for n in range(AUTHORS)
    ]
    Author.objects.bulk_create(made, ignore_conflicts=True)
    return list(Author.objects.filter(slug__startswith="bench-"))


def _topics(words: Vocabulary) -> list[Topic]:
    made = [Topic(name=f"{words.words[200 + n]} {n}", slug=f"bench-{n}") for n in range(TOPICS)]
    Topic.objects.bulk_create(made, ignore_conflicts=True)
    return list(Topic.objects.filter(slug__startswith="bench-"))


def _series(words: Vocabulary) -> list[Series]:
    made = [Series(title=words.text(3), slug=f"bench-{n}") for n in range(SERIES)]
    Series.objects.bulk_create(made, ignore_conflicts=True)
    return list(Series.objects.filter(slug__startswith="bench-"))


def _article(words: Vocabulary, number: int, series: list[Series]) -> Article:
    at = FIRST + (LAST - FIRST) * words.random.random()
    titled = [COMMON] if number % 25 == 0 else []
    return Article(
        title=words.text(7, *titled)[:160],
        slug=f"bench-{number}",
        lead=words.text(40),
        state=Article.State.PUBLISHED,
        published_at=at,
        series=words.random.choice(series) if number % 10 == 0 else None,
        word_count=500,
    )


def _store(
    rows: list[Article], words: Vocabulary, authors: list[Author], topics: list[Topic]
) -> list[Article]:
    made = Article.objects.bulk_create(rows)
    TextBlock.objects.bulk_create(chain.from_iterable(_texts(one, words) for one in made))
    PullQuote.objects.bulk_create(_quote(one, words) for one in made)
    Tip.objects.bulk_create(Tip(**_place(one, 40), text=words.text(20)) for one in made)
    pick = words.random.sample
    Authorship.objects.bulk_create(
        Authorship(article=one, author=by) for one in made for by in pick(authors, 1 + one.pk % 2)
    )
    ArticleTopic.objects.bulk_create(
        ArticleTopic(content_object=one, tag=topic) for one in made for topic in pick(topics, 2)
    )
    return made


def _texts(article: Article, words: Vocabulary) -> Iterator[TextBlock]:
    length = words.random.randint(120, 180)
    bodies = (words.about(length, article.pk), words.text(length), words.text(length))
    for place, body in enumerate(bodies, start=1):
        html = f"<h2>{words.text(4)}</h2><p>{body}</p>"
        yield TextBlock(**_place(article, place * 10), text_html=html)


def _quote(article: Article, words: Vocabulary) -> PullQuote:
    return PullQuote(**_place(article, 25), quote=words.text(25), name=words.text(2))


def _place(article: Article, ordering: int) -> dict[str, Any]:
    return {"parent": article, "region": "main", "ordering": ordering}


def _discuss(articles: Iterable[Article], each: int, words: Vocabulary) -> None:
    articles = list(articles)
    counts = {"last_number": each, "published_count": each}
    Discussion.objects.bulk_create(Discussion(article=one, **counts) for one in articles)
    rows = (_reaction(one, number, words) for one in articles for number in range(1, each + 1))
    Comment.objects.bulk_create(rows, batch_size=BATCH * 4)


def _reaction(article: Article, number: int, words: Vocabulary) -> Comment:
    body = words.about(words.random.randint(25, 55), article.pk * 7 + number)
    assert article.published_at is not None  # noqa: S101 - see _article
    at = article.published_at + timedelta(hours=number * 5)
    return Comment(
        discussion_id=article.pk,
        number=number,
        path=path_below("", number),
        name=f"Lezer {number}",
        email=f"lezer{number}@voorbeeld.nl",
        body=body,
        body_html=f"<p>{body}</p>",
        state=Comment.State.PUBLISHED,
        created_at=at,
        published_at=at,
    )
