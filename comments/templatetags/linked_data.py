from typing import Any

from django import template
from django.utils.safestring import SafeString

from articles.linked_data import Absolute, Data, article_data, trail_data
from articles.models import Article
from articles.trail import trail_to
from comments.linked_data import thread_data
from comments.templatetags.discussion import Conversation
from delivery.memory import remembered
from markup.data import linked_data

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
    data = {**about}
    if conversation:
        data["commentCount"] = conversation.count
        data["comment"] = thread_data(conversation.thread, absolute)
    return linked_data({"@context": "https://schema.org", "@graph": [data, way]})


def _known(article: Article, publication: Any, absolute: Absolute) -> tuple[Data, Data]:
    return (
        article_data(article, publication, absolute),
        trail_data(trail_to(article), absolute),
    )
