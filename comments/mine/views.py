"""“Mijn reacties”: what a writer can see and do, with the link from the mailbox. GET only shows."""

from http import HTTPStatus

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comments import standing
from comments.letters import mailbox
from comments.mine.door import for_the_writer, from_our_own_pages
from comments.mine.forms import CorrectionForm, LinkForm
from comments.mine.rehearing import ruling_on
from comments.models import Comment, Follow, Policy, Writer
from desk.refused import Refused

PER_PAGE = 20

#: What the page says after an act. Only these words can come from the address.
DONE = {
    "bevestigd": gettext_lazy("Uw e-mailadres is bevestigd."),
    "onthouden": gettext_lazy("Dit apparaat onthoudt dat dit uw adres is."),
    "vergeten": gettext_lazy("Dit apparaat weet niet meer dat dit uw adres is."),
    "gecorrigeerd": gettext_lazy("Uw reactie is gecorrigeerd."),
    "wacht": gettext_lazy(
        "Uw reactie is gecorrigeerd. De redactie leest uw reactie voordat wij die plaatsen."
    ),
    "ingetrokken": gettext_lazy("Uw reactie is ingetrokken."),
    "gestopt": gettext_lazy("U krijgt hierover geen berichten meer."),
}


@from_our_own_pages
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """A link, to the mailbox. The answer is the same whether we know it or not (ASVS 6.3.8)."""
    form = LinkForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "comments/mine/ask.html", {"form": form}, status=status)
    if writer := Writer.objects.filter(email=form.cleaned_data["email"].lower()).first():
        mailbox.link(writer)
    return redirect("comments:link_sent")


@never_cache
@require_safe
def link_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "comments/mine/link_sent.html")


@for_the_writer
@require_safe
def mine(request: HttpRequest, writer: Writer, token: str) -> HttpResponse:
    now, policy = timezone.now(), Policy.get_solo()
    written = Comment.objects.by_mailbox(writer.email)
    page = Paginator(written, PER_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "writer": writer,
        "token": token,
        "page": page,
        "reactions": [(one, one.is_correctable_at(now, policy)) for one in page],
        "follows": writer.follows.filter(ended_at=None).select_related(
            "discussion__article", "comment__discussion__article"
        ),
        "remembered": standing.standing_of(request) == writer,
        "done": DONE.get(request.GET.get("gedaan", ""), ""),
    }
    return render(request, "comments/mine/mine.html", context)


@for_the_writer
@require_POST
def confirm(request: HttpRequest, writer: Writer, token: str) -> HttpResponse:
    """The mailbox is theirs, and so is what was asked with it. Twice does no harm."""
    writer.confirm(timezone.now())
    return _back(token, "bevestigd")


@for_the_writer
@require_POST
def remember(request: HttpRequest, writer: Writer, token: str) -> HttpResponse:
    writer.confirm(timezone.now())
    answer = _back(token, "onthouden")
    standing.keep(answer, writer)
    return answer


@for_the_writer
@require_POST
def forget(request: HttpRequest, writer: Writer, token: str) -> HttpResponse:
    answer = _back(token, "vergeten")
    standing.forget(answer)
    return answer


@for_the_writer
@require_POST
def stop(request: HttpRequest, writer: Writer, token: str, pk: int) -> HttpResponse:
    get_object_or_404(Follow, writer=writer, pk=pk).stop()
    return _back(token, "gestopt")


@for_the_writer
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, writer: Writer, token: str, pk: int) -> HttpResponse:
    comment = get_object_or_404(Comment.objects.by_mailbox(writer.email), pk=pk)
    if request.method != "POST":
        in_time = comment.is_correctable_at(timezone.now(), Policy.get_solo())
        form = CorrectionForm(initial={"body": comment.body})
        status = HTTPStatus.OK if in_time else HTTPStatus.CONFLICT
        return _ask_correction(request, comment, token, form, status)
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return _ask_correction(request, comment, token, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    body = form.cleaned_data["body"]
    try:
        comment.correct(body, ruling_on(comment, body))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _ask_correction(request, comment, token, form, HTTPStatus.CONFLICT)
    return _back(token, "wacht" if comment.state == Comment.State.PENDING else "gecorrigeerd")


def _ask_correction(
    request: HttpRequest, comment: Comment, token: str, form: CorrectionForm, status: int
) -> HttpResponse:
    too_late = status == HTTPStatus.CONFLICT and not form.is_bound
    context = {"form": form, "comment": comment, "token": token, "too_late": too_late}
    return render(request, "comments/mine/correct.html", context, status=status)


@for_the_writer
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, writer: Writer, token: str, pk: int) -> HttpResponse:
    """Asks first; a second click finds it done."""
    comment = get_object_or_404(Comment.objects.by_mailbox(writer.email), pk=pk)
    if request.method != "POST":
        context = {"comment": comment, "token": token}
        return render(request, "comments/mine/withdraw.html", context)
    try:
        comment.withdraw()
    except Refused:
        if comment.state != Comment.State.WITHDRAWN:
            return _back(token, "")
    return _back(token, "ingetrokken")


def _back(token: str, done: str) -> HttpResponse:
    answer = redirect("comments:mine", token=token)
    answer["Location"] += f"?gedaan={done}#gedaan" if done else ""
    return answer
