"""“Mijn reacties”: what a writer can see and do, with the link from the mailbox. GET only shows."""

from collections.abc import Iterable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comments import standing
from comments.judging.client import client_of, count
from comments.letters import mailbox
from comments.mine.door import for_the_writer, from_our_own_pages
from comments.mine.forms import LinkForm
from comments.mine.told import Told, told_of
from comments.models import Comment, Follow, Policy, Writer
from comments.outcomes import waiting_sentence, waiting_time
from desk.counting import ShortPaginator

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
    "geweigerd": gettext_lazy("Uw reactie is gecorrigeerd. Zo kunnen wij die niet plaatsen."),
    "ingetrokken": gettext_lazy("Uw reactie is ingetrokken."),
    "bleef": gettext_lazy("Deze reactie kan niet meer worden ingetrokken."),
    "terug": gettext_lazy("Uw reactie is teruggezet."),
    "weg": gettext_lazy("Deze reactie kan niet worden teruggezet."),
    "anoniem": gettext_lazy("Uw naam is weggehaald."),
    "gewist": gettext_lazy("Wij hebben gewist wat u vroeg."),
    "gevolgd": gettext_lazy("Uw aanmelding is bevestigd. U krijgt hierover berichten."),
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
    if writer := _asking(request, form.cleaned_data["email"].lower()):
        mailbox.link(writer)
    return redirect("comments:link_sent")


def _asking(request: HttpRequest, email: str) -> Writer | None:
    """Where only confirmed addresses may react, who is new begins here; at a human pace."""
    policy, known = Policy.get_solo(), Writer.objects.filter(email=email).first()
    if known or policy.audience != Policy.Audience.CONFIRMED:
        return known
    in_ten_minutes, in_a_day = count(client_of(request), timezone.now())
    too_often = in_ten_minutes > policy.most_in_ten_minutes or in_a_day > policy.most_in_a_day
    return None if too_often else Writer.objects.of(email)


@never_cache
@require_safe
def link_sent(request: HttpRequest) -> HttpResponse:
    begins_here = Policy.get_solo().audience == Policy.Audience.CONFIRMED
    return render(request, "comments/mine/link_sent.html", {"begins_here": begins_here})


@for_the_writer
@require_safe
def mine(request: HttpRequest, writer: Writer, token: str) -> HttpResponse:
    now, policy = timezone.now(), Policy.get_solo()
    written = Comment.objects.by_mailbox(writer.email)
    page = ShortPaginator(written, PER_PAGE).get_page(request.GET.get("pagina"))
    follows = list(
        writer.follows.filter(ended_at=None).select_related(
            "discussion__article", "comment__discussion__article"
        )
    )
    told = told_of(page, now, policy)
    context = {
        "writer": writer,
        "token": token,
        "page": page,
        "reactions": told,
        "usually": _usually(told),
        "follows": follows,
        "asked": any(follow.confirmed_at is None for follow in follows),
        "remembered": standing.standing_of(request) == writer,
        "must_be_known": policy.audience == Policy.Audience.CONFIRMED,
        "done": DONE.get(request.GET.get("gedaan", ""), ""),
    }
    return render(request, "comments/mine/mine.html", context)


def _usually(told: Iterable[Told]) -> str:
    """How long waiting takes, where something waits."""
    waits = any(one.comment.state == Comment.State.PENDING for one in told)
    return waiting_sentence(waiting_time()) if waits else ""


@for_the_writer
@require_POST
def confirm(request: HttpRequest, writer: Writer, token: str) -> HttpResponse:
    """The mailbox is theirs, and so is what was asked with it. Twice does no harm."""
    writer.confirm(timezone.now())
    return back(token, "bevestigd")


@for_the_writer
@require_POST
def remember(request: HttpRequest, writer: Writer, token: str) -> HttpResponse:
    writer.confirm(timezone.now())
    answer = back(token, "onthouden")
    standing.keep(answer, writer)
    return answer


@for_the_writer
@require_POST
def forget(request: HttpRequest, writer: Writer, token: str) -> HttpResponse:
    answer = back(token, "vergeten")
    standing.forget(answer)
    return answer


@for_the_writer
@require_POST
def confirm_follow(request: HttpRequest, writer: Writer, token: str, pk: int) -> HttpResponse:
    """Who clicks this with the link of a mail is at the mailbox."""
    get_object_or_404(Follow, writer=writer, pk=pk, ended_at=None).confirm()
    return back(token, "gevolgd")


@for_the_writer
@require_POST
def stop(request: HttpRequest, writer: Writer, token: str, pk: int) -> HttpResponse:
    get_object_or_404(Follow, writer=writer, pk=pk).stop()
    return back(token, "gestopt")


def back(token: str, done: str) -> HttpResponse:
    """To the page, which says that it was done; without a fragment, for the focus to go to it."""
    return redirect(f"{reverse('comments:mine', args=[token])}?gedaan={done}")
