"""Where a page stands in the site: the way to it from the front page."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Author, Series, Topic


@dataclass(frozen=True)
class Step:
    name: str
    address: str
    language: str = ""  # where it is not that of the page


def trail_to(thing: Article | Topic | Author | Series) -> list[Step]:
    """An article stands in its series, or else under its first topic. No query that was not made.

    Of an article, series and topics are read as `with_people` fetched them.
    """
    home = Step(_("Voorpagina"), reverse("articles:home"))
    above = _above(thing) if isinstance(thing, Article) else None
    ways = [thing] if above is None else [above, thing]
    return [home, *(_step(one) for one in ways)]


def _step(thing: Article | Topic | Author | Series) -> Step:
    return Step(str(thing), thing.get_absolute_url(), getattr(thing, "language", ""))


def _above(article: Article) -> Series | Topic | None:
    return article.series or min(article.tags.all(), key=str, default=None)
