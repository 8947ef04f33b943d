"""Who may see this page: whoever has the link, which only came to the mailbox."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from comments.links import Stale, writer_of
from comments.mine.forms import LinkForm

type View = Callable[..., HttpResponse]


def for_the_writer(view: View) -> View:
    """The view gets the writer in the place of the token. The address is a key: it is not passed on
    to other sites, and no page behind it is kept anywhere.
    """

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, token: str, **rest: object) -> HttpResponse:
        try:
            writer = writer_of(token)
        except Stale:
            answer = stale(request)
        else:
            answer = view(request, writer, token, **rest)
        answer["Referrer-Policy"] = "no-referrer"
        return answer

    return guarded


def stale(request: HttpRequest) -> HttpResponse:
    context = {"form": LinkForm()}
    return render(request, "comments/mine/stale.html", context, status=HTTPStatus.GONE)
