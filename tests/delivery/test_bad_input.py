"""What cannot be read gets a page in Dutch and a fitting status, and nothing is stored."""

import pytest
from django.test import Client
from pytest_django.asserts import assertInHTML

from comments.models import Comment
from tests.delivery.conftest import FORM, PAGES, Visit

SENTENCES = {
    "bad host": "Wij konden uw verzoek niet lezen.",
    "absent": "Deze pagina bestaat niet.",
    "nowhere": "Deze pagina bestaat niet.",
    "wrong method": "Dit adres kan niet op deze manier worden gebruikt.",
    "withdrawn": "Deze pagina is verwijderd.",
    "too large": "Wat u verstuurde, is te groot.",
    "broken": "Er ging iets mis bij ons.",
}


@pytest.mark.parametrize(("name", "sentence"), SENTENCES.items())
def test_an_error_is_said_in_dutch(visit: Visit, name: str, sentence: str) -> None:
    page = visit(name).text
    assertInHTML(f"<h1>{sentence}</h1>", page)
    assertInHTML(f"<title>{sentence} - Grensvlak</title>", page)
    assertInHTML(f'<p class="notice-page__status">{PAGES[name]}</p>', page)
    assertInHTML('<a href="/">Naar de voorpagina</a>', page)
    assertInHTML('<meta name="robots" content="noindex">', page)
    assert '<html lang="nl">' in page


def test_an_error_of_ours_does_not_tell_what_broke(visit: Visit) -> None:
    page = visit("broken").text
    assert "broken on purpose" not in page
    assert "Traceback" not in page


def test_a_body_that_is_too_large_is_refused_and_not_stored(site: Comment) -> None:
    response = Client().post(FORM, {"body": "a" * 3_000_000})
    assert response.status_code == 413
    assert Comment.objects.count() == 1


def test_too_many_fields_are_refused(site: Comment) -> None:
    response = Client().post(FORM, {f"veld{number}": "x" for number in range(5_100)})
    assert response.status_code == 400
    assertInHTML("<h1>Wij konden uw verzoek niet lezen.</h1>", response.text)


@pytest.mark.parametrize(
    "address",
    ["/%ff/", "/artikelen/%c3%28/", "/reacties/%ff/", "/%00/", "/artikelen/%ed%a0%80/", "/%"],
)
def test_an_address_that_is_no_text_answers_404(site: Comment, address: str) -> None:
    response = Client().get(address)
    assert response.status_code == 404
    assertInHTML("<h1>Deze pagina bestaat niet.</h1>", response.text)


@pytest.mark.parametrize("query", ["%ff", "op=%ff", "op=%00", "uitkomst=%c3%28", "=&=&;", "op=%"])
def test_a_query_that_is_no_text_is_no_error_of_ours(site: Comment, query: str) -> None:
    for address in ("/", "/artikelen/aan-de-balie/", FORM, site.get_absolute_url()):
        assert Client().get(f"{address}?{query}").status_code in {200, 302, 404}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"body=%ff%fe&name=%ff&email=%ff", "application/x-www-form-urlencoded"),
        (b"body=\xff\xfe", "application/x-www-form-urlencoded"),
        (b"geen formulier", "multipart/form-data; boundary=grens"),
        (b"", "multipart/form-data; boundary="),
        (b"geen formulier", "multipart/form-data"),
        (b'{"body": "Dag."}', "application/json"),
        (b"body=Dag", "application/x-www-form-urlencoded; charset=bestaat-niet"),
        (b"body=Dag", "text/plain"),
        (b"", ""),
    ],
)
def test_a_body_that_is_no_form_is_no_error_of_ours(site: Comment, body: bytes, kind: str) -> None:
    response = Client().generic("POST", FORM, body, content_type=kind)
    assert 400 <= response.status_code < 500
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_a_method_that_no_page_knows_answers_405(site: Comment, method: str) -> None:
    for address in ("/", "/artikelen/aan-de-balie/", FORM, site.get_absolute_url()):
        response = Client().generic(method, address)
        assert response.status_code == 405
        assert "GET, HEAD" in response.headers["Allow"]


@pytest.mark.parametrize("cookie", ["sessie", "formulier"])
def test_a_cookie_that_makes_no_sense_is_ignored(site: Comment, cookie: str) -> None:
    client = Client()
    for value in ("", "x", "a" * 4000, '"\\377"', "<script>"):
        client.cookies[cookie] = value
        for address in ("/", "/artikelen/aan-de-balie/", FORM):
            assert client.get(address).status_code == 200
