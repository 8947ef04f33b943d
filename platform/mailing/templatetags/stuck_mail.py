from typing import Any

from django import template
from django.utils import timezone

from mailing.stuck import panels_for

register = template.Library()


@register.inclusion_tag("admin/desk/panels.html", takes_context=True)
def mail_stuck(context: dict[str, Any]) -> dict[str, Any]:
    """On the front of the desk: mail that did not arrive."""
    return {"panels": list(panels_for(context["request"].user, timezone.now()))}
