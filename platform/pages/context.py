from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from pages.models import Publication


def publication(request: HttpRequest) -> dict[str, Any]:
    """The publication, asked for only by a page that names it."""
    found: Any = SimpleLazyObject(_current)
    return {"publication": found, "site_name": SimpleLazyObject(lambda: str(found.name))}


def _current() -> Publication:
    """Also without a database there is a page to say so, with a name on it."""
    try:
        return Publication.current()
    except DatabaseError:
        return Publication()
