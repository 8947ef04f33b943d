"""What a visitor sees when a page cannot be given: one template, a sentence for each case."""

from http import HTTPStatus
from typing import Final

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from delivery.headers import GetResponse

#: kind → (what happened, what the visitor can do)
SENTENCES: Final = {
    "bad_request": (
        _("Wij konden uw verzoek niet lezen."),
        _("Ga terug en probeer het opnieuw."),
    ),
    "csrf": (
        _("Dit formulier is verlopen."),
        _("Ga terug, vernieuw de pagina en probeer het opnieuw. Sta cookies toe voor deze site."),
    ),
    "denied": (
        _("U mag deze pagina niet bekijken."),
        _("Meld u aan met een account dat dit wel mag."),
    ),
    "gone": (
        _("Deze pagina is verwijderd."),
        _("Wat hier stond, hebben wij van de site gehaald."),
    ),
    "not_allowed": (
        _("Dit adres kan niet op deze manier worden gebruikt."),
        _("Ga terug en gebruik de knoppen op de pagina."),
    ),
    "not_found": (
        _("Deze pagina bestaat niet."),
        _("Misschien klopt het adres niet, of is de pagina verplaatst."),
    ),
    "server_error": (
        _("Er ging iets mis bij ons."),
        _("Probeer het later opnieuw."),
    ),
    "too_large": (
        _("Wat u verstuurde, is te groot."),
        _("Ga terug, maak uw tekst korter en probeer het opnieuw."),
    ),
}


class Absent(Http404):
    """What was asked for is not there, and we know better than “Deze pagina bestaat niet.” why."""


def page(request: HttpRequest, status: int, kind: str, advice: str = "") -> HttpResponse:
    what, usual_advice = SENTENCES[kind]
    context = {"status": status, "what": what, "advice": advice or usual_advice}
    return render(request, "error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return page(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large")
    return page(request, HTTPStatus.BAD_REQUEST, "bad_request")


def denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, HTTPStatus.FORBIDDEN, "denied")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    advice = str(exception) if isinstance(exception, Absent) else ""
    return page(request, HTTPStatus.NOT_FOUND, "not_found", advice)


def gone(request: HttpRequest) -> HttpResponse:
    return page(request, HTTPStatus.GONE, "gone")


def server_error(request: HttpRequest) -> HttpResponse:
    return page(request, HTTPStatus.INTERNAL_SERVER_ERROR, "server_error")


class NotAllowedPageMiddleware:
    """Gives Django's empty answer to a wrong method (405) a page that people can read."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or response.content:
            return response
        answer = page(request, HTTPStatus.METHOD_NOT_ALLOWED, "not_allowed")
        for name, value in response.items():  # also how secret the address is
            if not name.startswith("Content-"):
                answer.headers[name] = value
        return answer
