"""What somebody sees and says who reads an article before it is out, by a link of their own.

The address is the secret and the only key, so it is kept from elsewhere: no referrer, no cache, no
search engine. With `no-referrer` a browser sends a form with “Origin: null”, which Django's check
against forged requests refuses. These views do without that check, and without its cookie: nothing
here rests on a session, and who can forge an address with a signature in it needs no forged form.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any, Final

from django.core.signing import BadSignature
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from articles.models import Article, ProofLink, QuoteRequest
from articles.models.proof import Ended
from articles.proofs.consent import Consent, consent_in
from articles.proofs.forms import RemarkForm, RewordForm
from articles.views import article_page
from desk.refused import Refused

type View = Callable[..., HttpResponse]

#: What the reader is told afterwards. Only these words can come from the address.
OUTCOMES: Final = {
    "opmerking": _("Uw opmerking is verstuurd. Dank u wel."),
    "akkoord": _("De redactie weet nu dat u akkoord bent met uw citaat. Dank u wel."),
    "woorden": _("Uw voorstel is verstuurd. De redactie bekijkt het. Dank u wel."),
    "weg": _("Dit citaat staat niet meer in het artikel. Uw antwoord is niet nodig."),
}


@dataclass(frozen=True)
class Trouble:
    """Why an answer was not taken: a form that is not right, or a verb that refused."""

    form: Form | None
    refusal: str = ""
    pk: int | None = None  # of the request that the answer was about


@dataclass(frozen=True)
class Question:
    """A quote that is put before the reader, with what they said about it so far."""

    request: QuoteRequest
    consent: Consent
    form: Form
    refusal: str


def with_link(view: View) -> View:
    """Gives the view the link that the address names, and its answer the headers of a secret."""

    @csrf_exempt
    @never_cache
    @wraps(view)
    def found(request: HttpRequest, token: str, **more: Any) -> HttpResponse:
        response = _answer(view, request, token, **more)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return found


def _answer(view: View, request: HttpRequest, token: str, **more: Any) -> HttpResponse:
    try:
        return view(request, ProofLink.objects.of_token(token), **more)
    except BadSignature:
        return _no_link(request, HTTPStatus.NOT_FOUND)
    except (Ended, Article.DoesNotExist):
        return _no_link(request, HTTPStatus.GONE, request.POST.get("body", ""))


@with_link
@require_safe
def proof(request: HttpRequest, link: ProofLink) -> HttpResponse:
    return _page(request, link)


@with_link
@require_POST
def remark(request: HttpRequest, link: ProofLink) -> HttpResponse:
    form = RemarkForm(request.POST, auto_id=_ids("opmerking"))
    return _hear(request, link, "opmerking", lambda: link.remark(form.cleaned_data["body"]), form)


@with_link
@require_POST
def agree(request: HttpRequest, link: ProofLink, pk: int) -> HttpResponse:
    seen = request.POST.get("seen", "")
    return _hear(request, link, "akkoord", lambda: link.quotes.get(pk=pk).agree(seen), pk=pk)


@with_link
@require_POST
def reword(request: HttpRequest, link: ProofLink, pk: int) -> HttpResponse:
    form, seen = RewordForm(request.POST, auto_id=_ids("citaat", pk)), request.POST.get("seen", "")

    def say() -> None:
        link.quotes.get(pk=pk).reword(form.cleaned_data["body"], seen)

    return _hear(request, link, "woorden", say, form, pk)


def _hear(
    request: HttpRequest,
    link: ProofLink,
    outcome: str,
    say: Callable[[], None],
    form: Form | None = None,
    pk: int | None = None,
) -> HttpResponse:
    if form is not None and not form.is_valid():
        return _page(request, link, Trouble(form, pk=pk))
    try:
        say()
    except Refused as refusal:
        return _page(request, link, Trouble(form, str(refusal), pk))
    except QuoteRequest.DoesNotExist:
        outcome = "weg"
    return redirect(f"{link.get_absolute_url()}?uitkomst={outcome}#uitkomst")


def _page(request: HttpRequest, link: ProofLink, trouble: Trouble | None = None) -> HttpResponse:
    """The article, and below it what is asked and what was said so far."""
    article = Article.objects.with_people().get(pk=link.article_id)
    about = trouble or Trouble(None)
    of_remark = about.form if isinstance(about.form, RemarkForm) else None
    context = {
        "proof": link,
        "token": link.token,
        "trouble": trouble,
        "published": article.is_visible_at(timezone.now()),
        "questions": [_question(one, about) for one in link.quotes.in_order()],
        "remarks": link.remarks.all(),
        "remark": of_remark or RemarkForm(auto_id=_ids("opmerking")),
        "outcome": OUTCOMES.get(request.GET.get("uitkomst", "")),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if trouble else HTTPStatus.OK
    return article_page(request, article, "articles/proof.html", context, status)


def _question(request: QuoteRequest, trouble: Trouble) -> Question:
    words = request.quote.quote
    form = trouble.form if trouble.pk == request.pk else None
    blank = RewordForm(
        initial={"body": request.proposal or words}, auto_id=_ids("citaat", request.pk)
    )
    refusal = trouble.refusal if trouble.pk == request.pk else ""
    return Question(request, consent_in(request, words), form or blank, refusal)


def _ids(name: str, pk: int | str = "") -> str:
    """Several forms are open on one page: each has ids of its own."""
    return f"{name}{pk}-%s"


def _no_link(request: HttpRequest, status: int, typed: str = "") -> HttpResponse:
    context = {"status": status, "typed": typed}
    return render(request, "articles/proof_ended.html", context, status=status)
