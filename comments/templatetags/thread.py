"""A discussion from compiled templates: it is most of a page."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from comments.models import Comment
from comments.pieces import Gone, Piece, Said, html_of
from comments.templatetags.adoptions import made_tips
from comments.templatetags.discussion import Conversation
from comments.thread import Row, Thread

register = template.Library()


@register.simple_tag(takes_context=True)
def discussion_of(context: Mapping[str, Any], conversation: Conversation) -> SafeString:
    thread = conversation.thread
    rules_html = _against_the_rules(context, thread)
    pieces = html_of(_pieces(conversation, made_tips(context), rules_html))
    known = {
        "conversation": conversation,
        "thread": thread,
        "rows": list(zip(thread.rows, pieces, strict=True)),
        "outcome_html": _seldom("outcome", conversation.outcome),
        "featured_html": _seldom("featured", conversation.featured),
    }
    discussion_html = render_to_string("comments/partials/discussion.jinja", known, using="jinja2")
    return SafeString(discussion_html)


def _seldom(name: str, shown: object) -> str:
    """What most discussions do not have, from a template of Django's own."""
    return render_to_string(f"comments/partials/{name}.html", {name: shown}) if shown else ""


def _pieces(
    conversation: Conversation, tips: Mapping[str, int], rules_html: str
) -> Iterator[Piece]:
    language, used = get_language(), conversation.used
    form_url = conversation.form_url if conversation.is_open else ""
    for row in conversation.thread.rows:
        one = row.comment
        if row.is_tombstone:
            gone = (one.number, one.anchor, one.state, one.reason, one.gone_at)
            yield Gone(language, *gone, rules_html)
            continue
        address, (answers, answers_name, answers_at) = one.get_absolute_url(), _answered(row)
        yield Said(
            language=language,
            number=one.number,
            anchor=one.anchor,
            address=address,
            name=one.name,
            affiliation=one.affiliation,
            badge=row.badge,
            is_featured=one.featured_at is not None,
            published_at=one.published_at,
            edited_at=one.edited_at,
            text_html=row.text_html,
            answers=answers,
            answers_name=answers_name,
            answers_at=answers_at,
            is_used=one.number in used,
            tip=tips.get(address, 0),
            reply_at=f"{form_url}?op={one.number}" if form_url else "",
        )


def _answered(row: Row) -> tuple[int, str | None, str]:
    """Its number, its name where it can be read, and where it stands."""
    parent = row.parent
    if parent is None:
        return 0, None, ""
    name = parent.name if parent.state == Comment.State.PUBLISHED else None
    place = f"#{parent.anchor}" if row.parent_is_near else parent.get_absolute_url()
    return parent.number or 0, name, place


def _against_the_rules(context: Mapping[str, Any], thread: Thread) -> str:
    """What stands where a reaction was removed, if there is such a place."""
    if not any(row.is_tombstone for row in thread.rows):
        return ""
    known = {"frame": context.get("frame")}
    return render_to_string("pages/partials/against_the_rules.html", known)
