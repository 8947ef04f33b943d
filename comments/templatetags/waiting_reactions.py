from typing import Any

from django import template
from django.utils import timezone

from comments.waiting import panels_for

register = template.Library()


@register.inclusion_tag("admin/desk/panels.html", takes_context=True)
def reactions_waiting(context: dict[str, Any]) -> dict[str, Any]:
    """On the front of the desk: which reactions wait, and which discussions are still open."""
    return {"panels": list(panels_for(context["request"].user, timezone.now()))}
