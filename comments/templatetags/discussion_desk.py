from typing import Any

from django import template
from django.utils import timezone

from articles.models import Article
from comments.acts.discussions import DISCUSSION_ACTS
from comments.models import Discussion, Policy
from desk.acts import Act

register = template.Library()


@register.inclusion_tag("admin/comments/discussion_acts.html", takes_context=True)
def discussion_acts(context: dict[str, Any], article: Article) -> dict[str, Any]:
    """On the article's page in the admin: how its discussion stands, and what can be done to it."""
    user = context["request"].user
    discussion = Discussion.objects.of(article)
    acts: list[Act] = [
        act for act in DISCUSSION_ACTS if user.has_perm(act.permission) and act.applies(discussion)
    ]
    state = discussion.state_label(timezone.now(), Policy.get_solo())
    return {"acts": acts, "discussion": discussion, "state": state, "request": context["request"]}
