from typing import Any

from django.conf import settings
from django.db import Error
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from delivery.memory import remembered
from pages.frame import Frame, frame, frame_of


def publication(request: HttpRequest) -> dict[str, Any]:
    """What stands around a page, asked for only by a page that shows it, and then once."""
    found: Any = SimpleLazyObject(_frame)
    return {
        "frame": found,
        "publication": SimpleLazyObject(lambda: found.publication),
        "theme": settings.THEME,
        "here": SimpleLazyObject(lambda: found.place_of(request.path)),
        "site_name": SimpleLazyObject(lambda: str(found.publication.name)),
    }


def _frame() -> Frame:
    """Also without a database there is a page to say so, with a name and a footer."""
    try:
        return remembered(("frame",), frame)
    except Error:
        return frame_of([])
