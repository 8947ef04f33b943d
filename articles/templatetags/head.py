"""What pages say of themselves to machines, in their head."""

from typing import Any, Final

from django import template

from articles.models import Article, Author, Series, Topic
from articles.trail import Step
from articles.trail import trail_to as way_to

register = template.Library()

#: As Open Graph and Dublin Core write languages.
COUNTRIES: Final = {"nl": "NL", "en": "GB"}


@register.simple_tag(takes_context=True)
def absolute(context: dict[str, Any], path: str) -> str:
    return str(context["request"].build_absolute_uri(path))


@register.simple_tag(takes_context=True)
def canonical(context: dict[str, Any], path: str = "") -> str:
    """The one address of this page, without a query but what makes it a page of its own.

    A view that shows page 2 of something gives `page_query`: "?pagina=2".
    """
    request = context["request"]
    query = context.get("page_query", "")
    return str(request.build_absolute_uri((path or request.path) + query))


@register.filter
def locale(language: str, separator: str) -> str:
    """“nl_NL” or “nl-NL”."""
    country = COUNTRIES.get(language)
    return f"{language}{separator}{country}" if country else language


@register.simple_tag
def trail_to(thing: Article | Topic | Author | Series) -> list[Step]:
    return way_to(thing)
