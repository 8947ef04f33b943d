from datetime import datetime

from django import template

register = template.Library()


@register.filter(expects_localtime=True)
def iso(moment: datetime | None) -> str:
    """For `<time datetime>`: html takes at most three digits of a second, Django gives six."""
    return moment.isoformat(timespec="seconds") if moment else ""
