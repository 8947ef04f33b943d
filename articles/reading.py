"""An article as readers ask for it: by its address."""

from copy import copy
from datetime import datetime
from typing import Final

from articles.models import Article
from delivery.compiled import Compiled
from delivery.memory import remembered


def article_at(slug: str, now: datetime) -> Article | None:
    """With its people, if readers may see it. Nobody else has this copy of it."""
    return copy(remembered(("article", slug), lambda: _asked(slug, now)))


def _asked(slug: str, now: datetime) -> Article | None:
    return next(iter(VISIBLE.objects(now, slug)), None)


VISIBLE: Final = Compiled(
    lambda now, slug: Article.objects.visible(now).with_people().filter(slug=slug)
)
