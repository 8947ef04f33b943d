"""Where a writer says whether a reaction may become a tip. GET shows, POST acts.

The address is the secret and the only key; see `mine.door`.
"""

from http import HTTPStatus
from typing import Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from comments.consent import adoption_of, consent_path
from comments.mine.door import from_our_own_pages
from comments.models import Adoption
from comments.stopping import SECRET
from delivery.errors import Absent
from desk.refused import Refused

NAMED, UNNAMED, NO = "naam", "zonder", "nee"
ANSWERS: Final = [(NAMED, NAMED), (UNNAMED, UNNAMED), (NO, NO)]


class ConsentForm(forms.Form):
    """The answer is the button that was pressed."""

    use_required_attribute = False
    keeps = forms.BooleanField(
        label=gettext_lazy("De tip mag blijven staan als ik mijn reactie later intrek."),
        required=False,
    )
    answer = forms.ChoiceField(
        choices=ANSWERS,
        widget=forms.HiddenInput,
        error_messages={
            "required": gettext_lazy("Kies een van de antwoorden."),
            "invalid_choice": gettext_lazy("Kies een van de antwoorden."),
        },
    )

    def give(self, adoption: Adoption) -> None:
        answer = self.cleaned_data["answer"]
        if answer == NO:
            adoption.decline()
        else:
            adoption.agree(named=answer == NAMED, keeps=self.cleaned_data["keeps"])


@from_our_own_pages
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest, pk: int, token: str) -> HttpResponse:
    adoption = adoption_of(pk, token)
    if adoption is None:
        raise Absent(_("Deze link werkt niet meer."))
    form = ConsentForm(request.POST if request.method == "POST" else None)
    response = _answer(request, adoption, form)
    for name, value in SECRET.items():
        response.headers[name] = value
    return response


def _answer(request: HttpRequest, adoption: Adoption, form: ConsentForm) -> HttpResponse:
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return _page(request, adoption, form, status)
    try:
        form.give(adoption)
    except Refused:
        # A second click, or too late: the page says how it stands.
        return _page(request, adoption, ConsentForm(), HTTPStatus.CONFLICT)
    return redirect(f"{consent_path(adoption)}#antwoord")


def _page(request: HttpRequest, adoption: Adoption, form: ConsentForm, status: int) -> HttpResponse:
    comment = adoption.comment
    context = {"adoption": adoption, "article": comment.discussion.article, "form": form}
    return render(request, "comments/consent.html", context, status=status)
