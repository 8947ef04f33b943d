"""Who may see this page: whoever has the link, which only came to the mailbox.

The address is the secret and the only key, so it is kept from elsewhere: no referrer, no cache, no
search engine. With `no-referrer` a browser sends a form with “Origin: null”, which Django's check
against forged requests refuses. These views do without that check, and without its cookie: nothing
here rests on a session, and who has an address with a signature in it needs no forged form. A
browser that says that another site sent the form is turned away all the same.
"""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from comments.links import Stale, writer_of
from comments.mine.forms import LinkForm

type View = Callable[..., HttpResponse]

#: What `Sec-Fetch-Site` says of a form of our own; older browsers say nothing.
OUR_OWN: Final = frozenset({"", "same-origin", "none"})


def from_our_own_pages(view: View) -> View:
    """A change is not taken from a form on another site; without a cookie to tell them apart."""

    @csrf_exempt
    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **rest: object) -> HttpResponse:
        if request.method == "POST" and request.headers.get("Sec-Fetch-Site", "") not in OUR_OWN:
            raise PermissionDenied
        return view(request, *args, **rest)

    return guarded


def for_the_writer(view: View) -> View:
    """The view gets the writer in the place of the token."""

    @from_our_own_pages
    @wraps(view)
    def guarded(request: HttpRequest, token: str, **rest: object) -> HttpResponse:
        try:
            answer = view(request, writer_of(token), token, **rest)
        except Stale:
            answer = stale(request)
        answer.headers["Referrer-Policy"] = "no-referrer"
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer

    return guarded


def stale(request: HttpRequest) -> HttpResponse:
    """What was typed meanwhile stays on the screen."""
    context = {"form": LinkForm(), "typed": request.POST.get("body", "")}
    return render(request, "comments/mine/stale.html", context, status=HTTPStatus.GONE)
