"""Tips that were made of reactions: both lead to each other."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import template

from articles.body import NumberedTip, Part, Tips
from comments.models import Comment
from delivery.memory import remembered

register = template.Library()


@register.simple_tag(takes_context=True)
def reactions_behind(context: Mapping[str, Any]) -> dict[str, int]:
    """Per address of a reaction that readers can see: its number. No query without such tips."""
    sources = made_tips(context)
    if not sources:
        return {}
    keys = [part for source in sources for part in source.split("/") if part.isdecimal()]
    seen = Comment.objects.visible().filter(pk__in=keys).only("number")
    return {one.get_absolute_url(): one.number or 0 for one in seen}


@register.simple_tag(takes_context=True)
def made_tips(context: Mapping[str, Any]) -> dict[str, int]:
    """Per address of a reaction: the number of the tip that was made of it, on this page."""
    if "body" not in context:
        return {}
    key = ("tips", context["article"].pk)
    return remembered(key, lambda: {tip.source: tip.number for tip in _tips(context["body"])})


@register.filter
def at(numbers: Mapping[str, int], address: str) -> int:
    """0 where there is none."""
    return numbers.get(address, 0)


def _tips(body: Iterable[Part]) -> Iterator[NumberedTip]:
    lists = (part.tips for part in body if isinstance(part, Tips))
    return (tip for tips in lists for tip in tips if tip.source)
