"""Tips that were made of reactions: both lead to each other."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import template

from articles.body import NumberedTip, Part, Tips
from comments.models import Comment

register = template.Library()


@register.simple_tag
def reactions_behind(body: Iterable[Part]) -> dict[str, int]:
    """Per address of a reaction that readers can see: its number. No query without such tips."""
    sources = {tip.source for tip in _tips(body)}
    if not sources:
        return {}
    keys = [part for source in sources for part in source.split("/") if part.isdecimal()]
    seen = Comment.objects.visible().filter(pk__in=keys).only("number")
    return {one.get_absolute_url(): one.number or 0 for one in seen}


@register.simple_tag(takes_context=True)
def made_tips(context: Mapping[str, Any]) -> dict[str, int]:
    """Per address of a reaction: the number of the tip that was made of it, on this page."""
    return {tip.source: tip.number for tip in _tips(context.get("body", ()))}


@register.filter
def at(numbers: Mapping[str, int], address: str) -> int:
    """0 where there is none."""
    return numbers.get(address, 0)


def _tips(body: Iterable[Part]) -> Iterator[NumberedTip]:
    lists = (part.tips for part in body if isinstance(part, Tips))
    return (tip for tips in lists for tip in tips if tip.source)
