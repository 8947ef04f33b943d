"""Answers that are cheap to ask for again: 304 Not Modified where nothing changed."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

type View = Callable[..., HttpResponse]

#: How long anybody may keep an answer before asking again, in seconds.
KEPT_FOR: Final = 60


def revalidated(view: View) -> View:
    """Gives an answer an ETag of what it says, and 304 to who has it already.

    Only the ETag counts. By date (If-Modified-Since), what is no longer in a list would seem never
    to have left it: the newest of what remains is older.
    """

    @wraps(view)
    def ask(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code != 200:
            return response
        if isinstance(response, SimpleTemplateResponse):
            response.render()
        etag = quote_etag(sha256(response.content).hexdigest()[:32])
        response.headers["ETag"] = etag
        response.headers.setdefault("Cache-Control", f"public, max-age={KEPT_FOR}")
        answer = get_conditional_response(request, etag=etag, response=response)
        return answer or response

    return ask
