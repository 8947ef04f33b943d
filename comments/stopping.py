"""No more mail: one click for who reads, one POST for who reads it for them (RFC 8058)."""

from typing import Any, Final

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from accounts.models import MailPace, User
from comments.links import absolute
from comments.models import Follow
from delivery.errors import Absent

#: The address is the secret: it is told to nobody else, and found by nobody.
SECRET: Final = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


def stop_url(follow: Follow) -> str:
    """It never runs out: who wants no more mail may say so years later."""
    return absolute(reverse("comments:stop", args=[_signer().sign(str(follow.pk))]))


def follow_of(token: str) -> Follow | None:
    try:
        pk = _signer().unsign(token)
    except BadSignature:
        return None
    return Follow.objects.filter(pk=pk).select_related("discussion__article").first()


def _signer() -> Signer:
    return Signer(salt="comments.stop")


def staff_stop_url(user: User, about: str) -> str:
    """For one of `User.MAIL`."""
    token = _staff_signer().sign(f"{user.pk}-{about}")
    return absolute(reverse("comments:stop_staff", args=[token]))


def staff_of(token: str) -> tuple[User, str] | None:
    """Who asks to stop, and what."""
    try:
        pk, about = _staff_signer().unsign(token).split("-")
    except BadSignature:
        return None
    user = User.objects.filter(pk=pk).first()
    return (user, about) if user else None


def _staff_signer() -> Signer:
    return Signer(salt="comments.stop.staff")


@csrf_exempt  # a mail program has no form of ours to take a token from; all it can do is stop
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    follow = follow_of(token)
    if follow is None:
        raise Absent(_("Deze link werkt niet meer."))
    if request.method == "POST":
        follow.stop()
    return _secret(render(request, "comments/stop.html", {"follow": follow}))


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop_staff(request: HttpRequest, token: str) -> HttpResponse:
    """The same for who works here: without signing in, as a mail program cannot."""
    found = staff_of(token)
    if found is None:
        raise Absent(_("Deze link werkt niet meer."))
    user, about = found
    if request.method == "POST":
        user.stop_mail(about)
    chosen: Any = User._meta.get_field(about)
    is_stopped = getattr(user, about) == MailPace.NEVER
    context = {"what": chosen.verbose_name, "is_stopped": is_stopped}
    return _secret(render(request, "comments/stop_staff.html", context))


def _secret(response: HttpResponse) -> HttpResponse:
    for name, value in SECRET.items():
        response.headers[name] = value
    return response
