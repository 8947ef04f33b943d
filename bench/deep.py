"""One long article after another, each with a discussion of another length."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import batched
from typing import Any, Final

from django.db import transaction

from articles.models import Article, PullQuote, TextBlock, Tip
from bench.load import BATCH, LAST
from bench.vocabulary import Vocabulary
from comments.models import Comment, Discussion, Policy
from comments.models.paging import pack, starts_of
from comments.models.placing import path_below

#: Of an article of some 2,000 words.
PARTS, WORDS = 10, 200
#: How deep each of five reactions stands: three begin a conversation, one answers the third of
#: them, and one answers that answer.
DEPTHS: Final = (0, 0, 0, 1, 2)


def slug_of(size: int) -> str:
    return f"bench-{size}-reacties"


def address_of(size: int) -> str:
    return f"/artikelen/{slug_of(size)}/"


def load_deep(sizes: Iterable[int], seed: int) -> None:
    words = Vocabulary(seed)
    for size in sizes:
        with transaction.atomic():
            _discuss(_article(size, words), size, words)


def _article(size: int, words: Vocabulary) -> Article:
    article = Article.objects.create(
        title=words.text(7)[:160],
        slug=slug_of(size),
        lead=words.text(40),
        state=Article.State.PUBLISHED,
        published_at=LAST,
        word_count=PARTS * WORDS,
    )
    for part in range(PARTS):
        place: dict[str, Any] = {"parent": article, "region": "main", "ordering": part * 30 + 10}
        html = f"<h2>{words.text(4)}</h2><p>{words.text(WORDS - 4)}</p>"
        TextBlock.objects.create(**place, text_html=html)
        place["ordering"] += 10
        if part % 2:
            PullQuote.objects.create(**place, quote=words.text(25), name=words.text(2))
        else:
            Tip.objects.create(**place, text=words.text(20))
    return article


def depth_of(number: int) -> int:
    return DEPTHS[(number - 1) % len(DEPTHS)]


def paths(size: int) -> list[str]:
    """By number, from 1."""
    made: list[str] = []
    for number in range(1, size + 1):
        made.append(path_below(made[-1] if depth_of(number) else "", number))
    return made


def _discuss(article: Article, size: int, words: Vocabulary) -> None:
    placed = paths(size)
    starts = starts_of(pack(sorted(placed), Policy.get_solo().page_size))
    kept = {"last_number": size, "published_count": size, "page_starts": starts}
    Discussion.objects.create(article=article, **kept)
    stored: dict[int, int] = {}  # of each number its row
    for depth in sorted(set(DEPTHS)):
        numbers = (number for number in range(1, size + 1) if depth_of(number) == depth)
        for some in batched(numbers, BATCH * 4, strict=False):
            made = [_reaction(article, number, placed[number - 1], words) for number in some]
            for one in made:
                one.parent_id = stored.get(one.number - 1) if depth else None  # type: ignore[operator]
            stored |= {one.number: one.pk for one in Comment.objects.bulk_create(made)}  # type: ignore[misc]


def _reaction(article: Article, number: int, path: str, words: Vocabulary) -> Comment:
    body = words.text(words.random.randint(40, 80))
    at = LAST + timedelta(minutes=number)
    return Comment(
        discussion_id=article.pk,
        number=number,
        path=path,
        name=f"Lezer {number}",
        email=f"lezer{number}@voorbeeld.nl",
        body=body,
        body_html=f"<p>{body}</p>",
        state=Comment.State.PUBLISHED,
        created_at=at,
        published_at=at,
    )
