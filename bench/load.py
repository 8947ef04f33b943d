"""A big magazine, stored by the hundreds at once: articles, their blocks and people, reactions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import batched, chain
from typing import Any, Final

from django.db import transaction

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
from bench.vocabulary import COMMON, Vocabulary
from comments.finding import batches as reactions_to_index
from comments.models import Comment, Discussion, Policy
from comments.models.paging import pack, starts_of
from comments.models.placing import path_below
from search.models import Entry

FIRST: Final = datetime(2008, 1, 1, 9, tzinfo=UTC)
LAST: Final = datetime(2026, 6, 1, 9, tzinfo=UTC)
BATCH: Final = 500
AUTHORS, TOPICS, SERIES = 60, 40, 25
#: A small magazine and a big one fill the same pages: all years, topics, authors and series have
#: articles after a hundred, and these have a full page of them.
FULL_MONTH: Final = datetime(2012, 6, 1, 9, tzinfo=UTC)
FULL: Final = 20
#: Multiples of these, less what is whole, are spread evenly however few there are, and what is
#: spread by one does not follow what is spread by another.
BY_TIME, BY_TOPIC, BY_AUTHOR = 0.618_033_988_750, 0.754_877_666_247, 0.414_213_562_373

type Say = Callable[[str], Any]


def load(articles: int, reactions: int, seed: int, say: Say) -> None:
    words = Vocabulary(seed)
    authors, topics, series = _people(words), _topics(words), _series(words)
    made: list[Article] = []
    for numbers in batched(_numbers(articles), BATCH, strict=False):
        with transaction.atomic():
            rows = [_article(words, n, series) for n in numbers]
            made += _store(rows, numbers, words, authors, topics)
    say(f"articles: {len(made)}")
    each = -(-reactions // len(made)) if made else 0
    for some in batched(made, BATCH, strict=False):
        with transaction.atomic():
            _discuss(some, each, words)
    say(f"reactions: {each * len(made)}")
    Entry.objects.refill(chain(articles_to_index(), reactions_to_index()))
    say(f"in the index: {Entry.objects.count()}")


def _numbers(many: int) -> Iterator[int]:
    last = Article.objects.filter(slug__startswith="bench-").count()
    return iter(range(last + 1, last + many + 1))


def _people(words: Vocabulary) -> list[Author]:
    made = [
        Author(name=words.text(2).title().strip("."), slug=f"bench-{n}") for n in range(AUTHORS)
    ]
    Author.objects.bulk_create(made, ignore_conflicts=True)
    return list(Author.objects.filter(slug__startswith="bench-").order_by("pk"))


def _topics(words: Vocabulary) -> list[Topic]:
    made = [Topic(name=f"{words.words[200 + n]} {n}", slug=f"bench-{n}") for n in range(TOPICS)]
    Topic.objects.bulk_create(made, ignore_conflicts=True)
    return list(Topic.objects.filter(slug__startswith="bench-").order_by("pk"))


def _series(words: Vocabulary) -> list[Series]:
    made = [Series(title=words.text(3), slug=f"bench-{n}") for n in range(SERIES)]
    Series.objects.bulk_create(made, ignore_conflicts=True)
    return list(Series.objects.filter(slug__startswith="bench-").order_by("pk"))


def _article(words: Vocabulary, number: int, series: list[Series]) -> Article:
    titled = [COMMON] if number % 25 == 0 else []
    return Article(
        title=words.text(7, *titled)[:160],
        slug=f"bench-{number}",
        lead=words.text(40),
        state=Article.State.PUBLISHED,
        published_at=_moment(number),
        series=_part_of(number, series),
        word_count=500,
    )


def _moment(number: int) -> datetime:
    """A month that is full, its year with all months, and then any time there is."""
    if number <= FULL:
        return FULL_MONTH + timedelta(days=number)
    if number <= FULL + 12:
        return FULL_MONTH.replace(month=number - FULL, day=2)
    return FIRST + (LAST - FIRST) * (number * BY_TIME % 1)


def _part_of(number: int, series: list[Series]) -> Series | None:
    """A series of twenty parts, others that grow with the magazine; most are in none."""
    if number <= FULL:
        return series[0]
    return series[1 + number // 3 % (len(series) - 1)] if number % 3 == 0 else None


def _some(number: int, many: int, things: list[Any], spread: float) -> list[Any]:
    """The first of these for a fifth of all numbers, the others in turn."""
    others = things[1:]
    turns = [others[(number * many + turn) % len(others)] for turn in range(many)]
    return [things[0], *turns[1:]] if number * spread % 1 < 1 / 5 else turns


def _store(
    rows: list[Article],
    numbers: Sequence[int],
    words: Vocabulary,
    authors: list[Author],
    topics: list[Topic],
) -> list[Article]:
    made = Article.objects.bulk_create(rows)
    TextBlock.objects.bulk_create(chain.from_iterable(_texts(one, words) for one in made))
    PullQuote.objects.bulk_create(_quote(one, words) for one in made)
    Tip.objects.bulk_create(Tip(**_place(one, 40), text=words.text(20)) for one in made)
    Authorship.objects.bulk_create(
        Authorship(article=one, author=by)
        for number, one in zip(numbers, made, strict=True)
        for by in _some(number, 1 + number % 2, authors, BY_AUTHOR)
    )
    ArticleTopic.objects.bulk_create(
        ArticleTopic(content_object=one, tag=topic)
        for number, one in zip(numbers, made, strict=True)
        for topic in _some(number, 2, topics, BY_TOPIC)
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
    # Each reaction begins a conversation, so all discussions have the same pages.
    paths = [path_below("", number) for number in range(1, each + 1)]
    starts = starts_of(pack(paths, Policy.get_solo().page_size))
    kept = {"last_number": each, "published_count": each, "page_starts": starts}
    Discussion.objects.bulk_create(Discussion(article=one, **kept) for one in articles)
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
