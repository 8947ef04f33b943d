"""The thread of a discussion, from a compiled template: it is most of a page."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from comments.templatetags.adoptions import made_tips
from comments.templatetags.discussion import Conversation
from comments.thread import Thread

register = template.Library()


@register.simple_tag(takes_context=True)
def thread_of(context: Mapping[str, Any], conversation: Conversation) -> SafeString:
    """The reactions on this page, as nested lists."""
    known = {
        "thread": conversation.thread,
        "is_open": conversation.is_open,
        "form_url": conversation.form_url,
        "used": conversation.used,
        "tips": made_tips(context),
        "against_the_rules_html": _against_the_rules(context, conversation.thread),
    }
    thread_html = render_to_string("comments/partials/thread.jinja", known, using="jinja2")
    return SafeString(thread_html)


def _against_the_rules(context: Mapping[str, Any], thread: Thread) -> str:
    """What stands where a reaction was removed, if there is such a place."""
    if not any(row.is_tombstone for row in thread.rows):
        return ""
    known = {"frame": context.get("frame")}
    return render_to_string("pages/partials/against_the_rules.html", known)
