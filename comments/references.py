"""Reactions and tips that a text names become links, when it is written: reading costs nothing."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from articles.models import Tip
from markup.references import Reference, references_in, referring

if TYPE_CHECKING:
    from comments.models.discussion import Discussion

PERMALINK: Final = re.compile(r'href="/reacties/(\d+)/"')


def permalink_to(pk: int) -> str:
    """As comments/urls.py has it, without looking it up: a page has hundreds of them."""
    return f"/reacties/{pk}/"


def anchor_of(number: int | None) -> str:
    """Where it stands on its page."""
    return f"reactie-{number}"


def with_links(html: str, discussion: "Discussion", plain: str) -> str:
    """Only to what is there: a number that nobody has, stays text."""
    named = references_in(plain)
    if not named:
        return html
    addresses = {**_reactions(discussion, named), **_tips(discussion, named)}
    return referring(html, addresses.get)


def numbers_in(text: str) -> tuple[int, ...]:
    """The reactions that a text names."""
    return tuple(one.number for one in references_in(text) if one.kind == "reaction")


def on_this_page(html: str, anchors: Mapping[int, str]) -> str:
    """A link to a reaction that stands on the same page goes there directly."""
    if "/reacties/" not in html:
        return html

    def nearer(found: re.Match[str]) -> str:
        anchor = anchors.get(int(found[1]))
        return f'href="#{anchor}"' if anchor else found.group()

    return PERMALINK.sub(nearer, html)


def _reactions(discussion: "Discussion", named: Iterable[Reference]) -> dict[Reference, str]:
    numbers = [one.number for one in named if one.kind == "reaction"]
    if not numbers or not discussion.pk:
        return {}
    rows = discussion.comments.placed().filter(number__in=numbers).values_list("number", "pk")
    return {
        Reference("reaction", number): permalink_to(pk) for number, pk in rows if number is not None
    }


def _tips(discussion: "Discussion", named: Iterable[Reference]) -> dict[Reference, str]:
    numbers = [one.number for one in named if one.kind == "tip"]
    if not numbers:
        return {}
    last = Tip.objects.filter(parent=discussion.article_id).count()
    page = discussion.article.get_absolute_url()
    return {Reference("tip", n): f"{page}#tip-{n}" for n in numbers if n <= last}
