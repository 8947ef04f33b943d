"""Where a page stands in the site: the way to it from the front page."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Author, Series, Topic


@dataclass(frozen=True)
class Step:
    name: str
    address: str
    language: str = ""  # where it is not that of the page


def home() -> Step:
    return Step(_("Voorpagina"), reverse("articles:home"))


def lists() -> dict[type[Any], Step]:
    """The list in which each kind of thing stands."""
    return {
        Topic: Step(_("Onderwerpen"), reverse("articles:topics")),
        Author: Step(_("Auteurs"), reverse("articles:authors")),
        Series: Step(_("Reeksen"), reverse("articles:all_series")),
    }


def archive() -> Step:
    return Step(_("Archief"), reverse("articles:archive"))


def trail_to(thing: Article | Topic | Author | Series) -> list[Step]:
    """An article stands in its series, or else under its first topic. No query that was not made.

    Of an article, series and topics are read as `with_people` fetched them.
    """
    if not isinstance(thing, Article):
        return [home(), lists()[type(thing)], _step(thing)]
    above = thing.series or min(thing.tags.all(), key=str, default=None)
    return [home(), *([_step(above)] if above else []), _step(thing)]


def _step(thing: Article | Topic | Author | Series) -> Step:
    name = f"#{thing}" if isinstance(thing, Topic) else str(thing)
    return Step(name, thing.get_absolute_url(), getattr(thing, "language", ""))
