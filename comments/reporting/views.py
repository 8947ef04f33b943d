"""Reporting a reaction, by anybody: choose how, fill in, get a number."""

from http import HTTPStatus
from math import ceil

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Article
from comments.judging.client import client_of
from comments.models import Comment, Notice, Policy
from comments.models.notice import ReactionGone, new_reference
from comments.reporting import pace
from comments.reporting.forms import NoticeForm, form_for
from comments.reporting.wording import complaint, explained
from comments.standing import standing_of
from delivery.errors import gone


@never_cache
@require_safe
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    comment = _seen(pk)
    if comment is None:
        return _absent(request, pk)
    return _show(request, "choose", comment)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    comment = _seen(pk)
    if comment is None:
        return _absent(request, pk)
    form = _form(request, comment, kind)
    if form.is_valid():
        return _receive(request, comment, form)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return _show(request, "form", comment, status, form=form)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report_again(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The same form with a fresh token, and what was typed: for a token that was not accepted."""
    comment = _seen(pk)
    if comment is None:
        return _absent(request, pk)
    form = _form(request, comment, kind)
    form.add_error(
        None, _("Dit formulier is verlopen. Controleer uw tekst en verstuur uw melding opnieuw.")
    )
    return _show(request, "form", comment, HTTPStatus.FORBIDDEN, form=form)


@never_cache
@require_safe
def notice(request: HttpRequest, reference: str) -> HttpResponse:
    """For who has the number: how it stands. Of who reported, and of what, it says nothing."""
    found = get_object_or_404(Notice.objects.select_related("decision"), reference=reference)
    under = Article.objects.visible().filter(discussion__comments=found.comment_id).first()
    context = {
        "notice": found,
        "article": under,
        "sentences": [] if found.is_open else explained(found),
        "complaint": complaint(found),
        "mailed": "mail" in request.GET,
    }
    response = render(request, "comments/report/notice.html", context)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _seen(pk: int) -> Comment | None:
    found = Comment.objects.visible().select_related("discussion__article")
    return found.filter(pk=pk).first()


def _absent(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(Comment.objects.on_shown_pages(), pk=pk)
    return gone(request)


def _form(request: HttpRequest, comment: Comment, kind: str) -> NoticeForm:
    form = form_for(kind, comment, request.POST if request.method == "POST" else None)
    form.guard(f"notice:{comment.pk}", Policy.get_solo().form_hours)
    return form


def _receive(request: HttpRequest, comment: Comment, form: NoticeForm) -> HttpResponse:
    client, email = client_of(request), form.cleaned_data["email"]
    person = pace.person(client, comment, email)
    if earlier := pace.earlier_of(person, comment, email, standing_of(request)):
        return _already(request, comment, earlier)
    if wait := pace.wait_of(client, timezone.now()):
        return _turn_away(request, comment, form, wait)
    made = form.notice(comment)
    made.reference = new_reference()
    if not pace.claim(person, made):
        return _already(request, comment, pace.earlier_of(person, comment, email, None))
    try:
        made.receive()
    except ReactionGone:
        return _absent(request, comment.pk)
    except BaseException:
        pace.release(person)
        raise
    return redirect(f"{made.get_absolute_url()}{'?mail' if email else ''}")


def _turn_away(request: HttpRequest, comment: Comment, form: NoticeForm, wait: int) -> HttpResponse:
    """Nothing is stored, and what was typed stays on the screen."""
    sentence = _(
        "U verstuurt meldingen te snel achter elkaar. Probeer het over %(n)s minuten opnieuw. "
        "Uw tekst is bewaard."
    )
    form.add_error(None, sentence % {"n": ceil(wait / 60)})
    answer = _show(request, "form", comment, HTTPStatus.TOO_MANY_REQUESTS, form=form)
    answer.headers["Retry-After"] = str(wait)
    return answer


def _already(request: HttpRequest, comment: Comment, reference: str) -> HttpResponse:
    return _show(request, "already", comment, HTTPStatus.CONFLICT, reference=reference)


def _show(
    request: HttpRequest, name: str, comment: Comment, status: int = 200, **more: object
) -> HttpResponse:
    context = {"comment": comment, "article": comment.discussion.article, **more}
    return render(request, f"comments/report/{name}.html", context, status=status)
