from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Author, Authorship, TextBlock
from comments.finding import found
from comments.models import Comment, Discussion
from search.index import Kind
from search.models import ANYWHERE, Hit, Within
from search.query import parse

type Write = Callable[..., Article]
type Answer = Callable[..., Comment]

A_WHILE = timedelta(days=30)


def titles(typed: str, within: Within = ANYWHERE) -> list[str]:
    """What a search finds, in its order: titles of articles, texts of reactions."""
    names: dict[Hit, str] = {
        **{Hit(Kind.ARTICLE, one.pk): one.title for one in Article.objects.all()},
        **{Hit(Kind.REACTION, one.pk): one.body for one in Comment.objects.all()},
    }
    return [names[hit] for hit in found(parse(typed), within).found]


@pytest.fixture
def write(db: None) -> Write:
    """Makes a published article: title, text of its block, introduction, names of authors."""
    number = iter(range(1, 10_000))

    def make(
        title: str, text: str = "", lead: str = "-", at: datetime | None = None, **more: Any
    ) -> Article:
        by, topics = more.pop("by", ()), more.pop("topics", ())
        slug = f"artikel-{next(number)}"
        article = Article.objects.create(title=title, slug=slug, lead=lead, **more)
        TextBlock.objects.create(
            parent=article, region="main", ordering=10, text_html=f"<p>{text}</p>"
        )
        for name in by:
            author = Author.objects.get_or_create(name=name, slug=name.lower())[0]
            Authorship.objects.create(article=article, author=author)
        article.tags.add(*topics)
        article.publish(at or timezone.now() - A_WHILE)
        return article

    return make


@pytest.fixture
def answer(mo: User) -> Answer:
    """Puts a published reaction under an article."""

    def make(article: Article, body: str) -> Comment:
        Discussion.objects.begin_for([article])
        comment = Comment(body=body, name="Rik", email="rik@voorbeeld.nl")
        Discussion.objects.get(pk=article.pk).post(comment)
        comment.approve(mo)
        return comment

    return make
