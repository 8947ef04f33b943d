"""What of an article the search can find: all that readers can read of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.db.models import Prefetch

from articles.models import (
    BLOCKS,
    Article,
    ArticleTopic,
    Authorship,
    Block,
    EmbedBlock,
    ImageBlock,
    PullQuote,
    TextBlock,
    Tip,
)
from markup.words import text_of
from search.index import Document, Kind

#: How they stand in the index, with the key of the author or topic behind it.
AUTHOR: Final = "auteur_{}"
TOPIC: Final = "onderwerp_{}"


def documents(keys: Iterable[int]) -> Iterator[Document]:
    """Of those among these articles that readers see, saw or will see; drafts are not indexed."""
    found = Article.objects.to_index().filter(pk__in=keys)
    articles = found.prefetch_related(
        Prefetch("authorships", Authorship.objects.select_related("author")),
        Prefetch("article_topics", ArticleTopic.objects.select_related("tag")),
    )
    texts = _texts([article.pk for article in articles])
    for article in articles:
        yield _document(article, texts[article.pk])


def _document(article: Any, text: str) -> Document:
    authors = [one.author for one in article.authorships.all()]
    topics = [one.tag for one in article.article_topics.all()]
    tags = [TOPIC.format(one.pk) for one in topics] + [AUTHOR.format(one.pk) for one in authors]
    return Document(
        Kind.ARTICLE,
        article.pk,
        article.published_at,
        title=article.title,
        lead=article.lead,
        body=text,
        names=_line([one.name for one in authors], [f"#{one.name}" for one in topics]),
        tags=tuple(tags),
    )


def _line(authors: list[str], topics: list[str]) -> str:
    """As readers see it: “Noor Brandsma, Cor Post · #overheid #taal”."""
    return " · ".join(part for part in (", ".join(authors), " ".join(topics)) if part)


def _texts(articles: list[int]) -> dict[int, str]:
    """For each article the text of its blocks, in their order."""
    blocks: dict[int, list[Any]] = defaultdict(list)
    for kind in BLOCKS:
        for block in kind._base_manager.filter(parent__in=articles).iterator():
            blocks[block.parent_id].append(block)  # type: ignore[attr-defined]
    ordered = {key: sorted(some, key=lambda one: one.ordering) for key, some in blocks.items()}
    found = {key: "\n".join(map(words_of, some)) for key, some in ordered.items()}
    return defaultdict(str, found)


def words_of(block: Block) -> str:
    match block:
        case TextBlock():
            return text_of(block.text_html)
        case PullQuote():
            return _joined(block.quote, block.name, block.affiliation)
        case Tip():
            return str(block.text)
        case ImageBlock():
            return _joined(block.alt, block.caption)
        case EmbedBlock():
            return _joined(block.title, block.transcript)
    raise TypeError(type(block))


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def batches(size: int = 500) -> Iterator[list[Document]]:
    """All that can be found, so many at a time."""
    keys = list(Article.objects.to_index().order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(keys), size):
        yield list(documents(keys[first : first + size]))
