"""The templates that are compiled: pieces that a page repeats so often that they must be cheap.

All else is a template of Django's own. Here too everything is escaped that is not said to be safe,
and what is not there is an error.
"""

from datetime import datetime
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils import timezone
from django.utils.translation import gettext
from jinja2 import Environment, StrictUndefined

from comments.in_words import reactions
from delivery import moments
from markup.sentences import filled


def environment(**options: Any) -> Environment:
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    options |= {"keep_trailing_newline": True}
    made = Environment(**options)  # noqa: S701 - Django asks for escaping in `options`
    made.globals |= {"_": gettext}
    made.filters |= {
        "date_of": moments.date_of,
        "filled": filled,
        "grouped": intcomma,
        "iso": _iso,
        "time_html": moments.time_html,
        "reactions": reactions,
    }
    return made


def _iso(at: datetime | None) -> str:
    """Django's own templates do this before the filter."""
    return moments.iso(timezone.localtime(at)) if at else ""
