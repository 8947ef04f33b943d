"""Every answer carries the headers, whatever its status: internet.nl S-01 to S-06."""

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.delivery.conftest import PAGES, Visit
from tests.delivery.csp import faults, parsed
from tests.delivery.test_csp import GOOD

HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
STRICT = parsed(GOOD)
#: What somebody gets who only reads.
READING = ("home", "article", "permalink", "no slash", "absent", "nowhere", "wrong method")


@pytest.mark.parametrize(("name", "status"), PAGES.items())
def test_every_page_carries_the_headers(visit: Visit, name: str, status: int) -> None:
    response = visit(name)
    assert response.status_code == status
    assert {header: response.headers.get(header) for header in HEADERS} == HEADERS


@pytest.mark.parametrize("name", [name for name in PAGES if name != "desk"])
def test_every_public_page_has_the_strict_policy(visit: Visit, name: str) -> None:
    policy = visit(name).headers["Content-Security-Policy"]
    assert policy == GOOD
    assert faults(policy) == []


def test_the_desk_s_policy_is_wider_for_styles_and_pictures_only(visit: Visit) -> None:
    policy = visit("desk").headers["Content-Security-Policy"]
    wider = {name: values for name, values in parsed(policy).items() if values != STRICT[name]}
    assert wider == {
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "blob:", "data:"],
    }


def leaves_a_trace(response: HttpResponse) -> bool:
    return "Set-Cookie" in response.headers or bool(response.cookies)


@pytest.mark.parametrize("name", [*READING, "withdrawn", "closed", "broken", "bad host"])
def test_reading_leaves_no_trace(visit: Visit, name: str) -> None:
    response = visit(name)
    assert not leaves_a_trace(response)
    assert "cookie" not in response.headers.get("Vary", "").lower()


def test_only_the_form_sets_a_cookie(visit: Visit) -> None:
    response = visit("form")
    assert leaves_a_trace(response)
    assert set(response.cookies) == {"formulier"}
    cookie = response.cookies["formulier"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == cookie["expires"] == ""


def test_the_session_cookie_is_for_the_server_only(ada: object) -> None:
    form = {"username": "ada", "password": "grensvlak"}
    cookie = Client().post("/beheer/login/", form).cookies["sessie"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 12 * 60 * 60


@pytest.mark.parametrize("name", ["form", "wrong form", "closed", "no token"])
def test_what_somebody_types_is_not_kept_by_a_cache(visit: Visit, name: str) -> None:
    assert "no-store" in visit(name).headers["Cache-Control"]


def test_a_page_can_be_asked_for_by_its_head_alone(site: object) -> None:
    client = Client()
    for address in ("/", "/artikelen/aan-de-balie/", "/artikelen/aan-de-balie/reageren/"):
        response = client.head(address)
        assert (response.status_code, response.content) == (200, b"")
    assert client.head("/artikelen/bestaat-niet/").status_code == 404
    assert client.head("/artikelen/ingetrokken/").status_code == 410
