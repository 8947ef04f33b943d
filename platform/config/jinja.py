"""The templates that are compiled: pieces that a page repeats so often that they must be cheap.

All else is a template of Django's own. Here too everything is escaped that is not said to be safe,
and what is not there is an error.
"""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from jinja2 import Environment, StrictUndefined

from delivery import moments
from markup.sentences import filled


def environment(**options: Any) -> Environment:
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    made = Environment(**options)  # noqa: S701 - Django asks for escaping in `options`
    made.globals |= {"_": gettext, "url": reverse}
    made.filters |= {
        "date_of": moments.date_of,
        "filled": filled,
        "iso": _iso,
        "moment": moments.moment,
    }
    return made


def _iso(at: datetime | None) -> str:
    """Django's own templates do this before the filter."""
    return moments.iso(timezone.localtime(at)) if at else ""
