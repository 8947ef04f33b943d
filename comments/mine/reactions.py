"""What a writer does to a reaction of their own. GET shows and asks, POST does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comments.letters.statement import statement_of
from comments.mine.door import for_the_writer
from comments.mine.forms import CorrectionForm
from comments.mine.rehearing import ruling_on
from comments.mine.told import why_by_rules
from comments.mine.views import back
from comments.models import Comment, Policy, Writer
from delivery.errors import Absent
from desk.refused import Refused

type View = Callable[..., HttpResponse]

State = Comment.State


def own(writer: Writer, pk: int) -> Comment:
    comment = Comment.objects.by_mailbox(writer.email).filter(pk=pk).first()
    if comment is None:
        raise Absent(_("Deze reactie is niet of niet meer van u."))
    return comment


# --- Correcting ---------------------------------------------------------------------------------


@for_the_writer
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, writer: Writer, token: str, pk: int) -> HttpResponse:
    comment = own(writer, pk)
    if request.method != "POST":
        in_time = comment.is_correctable_at(timezone.now(), Policy.get_solo())
        possible = in_time and not comment.has_answers()
        form = CorrectionForm(initial={"body": comment.body})
        status = HTTPStatus.OK if possible else HTTPStatus.CONFLICT
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
    return back(token, CORRECTED.get(comment.state, "gecorrigeerd"))


#: What the page says then, of what the rules made of it.
CORRECTED: Final[dict[str, str]] = {State.PENDING: "wacht", State.REFUSED: "geweigerd"}


def _ask_correction(
    request: HttpRequest, comment: Comment, token: str, form: CorrectionForm, status: int
) -> HttpResponse:
    too_late = status == HTTPStatus.CONFLICT and not form.is_bound
    context = {"form": form, "comment": comment, "token": token, "too_late": too_late}
    return render(request, "comments/mine/correct.html", context, status=status)


# --- Taking away, and putting back --------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """Something that is asked first."""

    title: Any  # also on the button
    question: Any
    done: str
    do: Callable[[Comment], None]


WITHDRAW: Final = Step(
    gettext_lazy("Reactie intrekken"),
    gettext_lazy(
        "Wilt u deze reactie intrekken? De tekst en uw naam verdwijnen van de site. Zijn er "
        "antwoorden op? Dan blijft de plaats staan, met de zin dat de schrijver de reactie heeft "
        "verwijderd. U kunt de reactie nog een dag lang terugzetten."
    ),
    "ingetrokken",
    Comment.withdraw,
)
ANONYMISE: Final = Step(
    gettext_lazy("Naam weghalen"),
    gettext_lazy(
        "De tekst blijft staan, met “Anoniem” waar uw naam stond. Wij wissen uw naam, organisatie "
        "en e-mailadres. Daarna weten wij niet meer dat u dit schreef: u kunt de reactie dan niet "
        "meer intrekken. Dit kunt u niet ongedaan maken."
    ),
    "anoniem",
    Comment.anonymise,
)
ERASE: Final = Step(
    gettext_lazy("Reactie wissen"),
    gettext_lazy(
        "Wij wissen de tekst, eerdere teksten, uw naam en uw e-mailadres. Zijn er antwoorden op? "
        "Dan blijft de plaats staan, met de zin dat de schrijver de reactie heeft verwijderd. Van "
        "een reactie die niet is geplaatst of die wij verwijderden, bewaren wij alleen de tekst, "
        "zonder uw naam, zolang iemand tegen dat besluit kan opkomen. Dit kunt u niet ongedaan "
        "maken."
    ),
    "gewist",
    Comment.erase,
)
ALL_ANONYMOUS: Final = Step(
    gettext_lazy("Naam weghalen bij al mijn reacties"),
    ANONYMISE.question,
    "anoniem",
    Comment.anonymise,
)
ALL_ERASED: Final = Step(
    gettext_lazy("Al mijn reacties wissen"), ERASE.question, "gewist", Comment.erase
)


def of_one(step: Step) -> View:
    @for_the_writer
    @require_http_methods(["GET", "HEAD", "POST"])
    def take_away(request: HttpRequest, writer: Writer, token: str, pk: int) -> HttpResponse:
        return _take_away(request, token, step, [own(writer, pk)])

    return take_away


def of_all(step: Step) -> View:
    @for_the_writer
    @require_http_methods(["GET", "HEAD", "POST"])
    def take_away(request: HttpRequest, writer: Writer, token: str) -> HttpResponse:
        return _take_away(request, token, step, Comment.objects.by_mailbox(writer.email))

    return take_away


def _take_away(
    request: HttpRequest, token: str, step: Step, comments: Iterable[Comment]
) -> HttpResponse:
    """A second click finds it done."""
    rows = list(comments)
    if request.method != "POST":
        context = {"step": step, "token": token, "comments": rows}
        return render(request, "comments/mine/sure.html", context)
    for comment in rows:
        try:
            step.do(comment)
        except Refused:
            if comment.email and comment.state != State.WITHDRAWN:
                return back(token, "bleef")
    return back(token, step.done)


withdraw, anonymise, erase = map(of_one, (WITHDRAW, ANONYMISE, ERASE))
anonymise_all, erase_all = map(of_all, (ALL_ANONYMOUS, ALL_ERASED))


@for_the_writer
@require_POST
def put_back(request: HttpRequest, writer: Writer, token: str, pk: int) -> HttpResponse:
    try:
        own(writer, pk).put_back()
    except Refused:
        return back(token, "weg")
    return back(token, "terug")


# --- Why ----------------------------------------------------------------------------------------


@for_the_writer
@require_safe
def decision(request: HttpRequest, writer: Writer, token: str, pk: int) -> HttpResponse:
    """The whole statement of reasons, also for who could not be told by mail."""
    comment = own(writer, pk)
    told = comment.told_to_writer()
    if told is None:
        raise Absent(_("Over deze reactie is geen besluit dat haar buiten beeld houdt."))
    context = {
        "comment": comment,
        "token": token,
        "statement": statement_of(told),
        "why": why_by_rules(told),
    }
    return render(request, "comments/mine/decision.html", context)
