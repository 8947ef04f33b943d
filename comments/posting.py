"""Who posts a reaction has their process to themselves, on SQLite: see delivery/turns.py."""

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, UnreadablePostError

from comments.judging import outside
from delivery.turns import one_at_a_time

type Answers = Callable[[HttpRequest], HttpResponse]

#: How the address of each form for a reaction ends.
FORM: Final = "/reageren/"


class OneAtATime:
    """Where others are asked what they think, nobody waits for who waits for them."""

    def __init__(self, get_response: Answers) -> None:
        if outside.are_asked():
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or not request.path_info.endswith(FORM):
            return self.get_response(request)
        with suppress(UnreadablePostError):
            len(request.body)  # is there now: nobody waits for a slow line either
        with one_at_a_time():
            return self.get_response(request)
