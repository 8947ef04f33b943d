from typing import Any

from django import template
from django.utils.safestring import SafeString

from articles.linked_data import Absolute, article_data, trail_data
from articles.models import Article
from articles.trail import trail_to
from comments.linked_data import thread_json
from comments.templatetags.discussion import Conversation
from delivery.memory import remembered
from markup.data import json_of, linked_data

register = template.Library()


@register.simple_tag(takes_context=True)
def linked_article(
    context: dict[str, Any], article: Article, conversation: Conversation | None
) -> SafeString:
    """The article with its visible reactions and the way to it. Reads what the page has read."""
    absolute = context["request"].build_absolute_uri
    about, way = remembered(
        ("data", article.pk), lambda: _known(article, context["publication"], absolute)
    )
    if conversation:
        reactions = thread_json(conversation.thread, absolute)
        about = f'{about[:-1]},"commentCount":{conversation.count},"comment":{reactions}}}'
    return linked_data(f'{{"@context":"https://schema.org","@graph":[{about},{way}]}}')


def _known(article: Article, publication: Any, absolute: Absolute) -> tuple[str, str]:
    return (
        json_of(article_data(article, publication, absolute)),
        json_of(trail_data(trail_to(article), absolute)),
    )
