from typing import Any

from django import template
from django.utils import timezone

from articles.waiting import panels_for

register = template.Library()


@register.inclusion_tag("admin/desk/panels.html", takes_context=True)
def articles_waiting(context: dict[str, Any]) -> dict[str, Any]:
    """On the front of the desk: which articles wait for who is signed in."""
    return {"panels": list(panels_for(context["request"].user, timezone.now()))}
