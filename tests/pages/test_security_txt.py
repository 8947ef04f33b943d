"""security.txt, checked by the parser of the Dutch government's own checkers."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from sectxt import Parser

from pages.models import Publication
from pages.security import expires_after
from tests.delivery.test_settings import PRODUCTION, manage

ADDRESS = "/.well-known/security.txt"


def checked(client: Client) -> Parser:
    response = client.get(ADDRESS, secure=True)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.endswith(b"\n")
    assert b"\r" not in response.content
    return Parser(response.content, urls=f"https://testserver{ADDRESS}")


@pytest.mark.django_db
def test_a_full_file_has_no_error_and_nothing_to_recommend(
    client: Client, settings: Settings
) -> None:
    settings.SECURITY_CONTACT = ["https://voorbeeld.nl/melden", "mailto:veilig@voorbeeld.nl"]
    settings.SECURITY_POLICY = "https://voorbeeld.nl/beleid"
    settings.SECURITY_ACKNOWLEDGMENTS = "https://voorbeeld.nl/dank"
    settings.SECURITY_ENCRYPTION = "https://voorbeeld.nl/sleutel.asc"
    parser = checked(client)
    assert (parser.errors, parser.notifications) == ([], [])
    # A signature says nothing that https does not say here, and needs a key on the server.
    assert [one["code"] for one in parser.recommendations] == ["not_signed"]
    assert parser.is_valid()
    assert parser.contact_urls == ["https://voorbeeld.nl/melden"]
    assert parser.preferred_languages == ["nl", "en"]


@pytest.mark.django_db
def test_without_a_contact_of_its_own_it_names_the_publication_s(client: Client) -> None:
    Publication.objects.create(email="redactie@voorbeeld.nl")
    parser = checked(client)
    assert parser.errors == []
    assert parser.contact_emails == ["redactie@voorbeeld.nl"]


@pytest.mark.django_db
def test_without_any_contact_there_is_none(client: Client) -> None:
    response = client.get(ADDRESS)
    assert response.status_code == 404
    assert "Er is geen adres om een kwetsbaarheid te melden." in response.text


@pytest.mark.django_db
def test_the_canonical_address_is_the_one_that_was_asked(
    client: Client, settings: Settings
) -> None:
    settings.SECURITY_CONTACT = ["https://voorbeeld.nl/melden"]
    text = client.get(f"{ADDRESS}?van=ergens", secure=True, headers={"host": "localhost"}).text
    assert f"Canonical: https://localhost{ADDRESS}\n" in text


@pytest.mark.django_db
def test_it_is_only_read_leaves_no_trace_and_is_asked_for_again_cheaply(
    client: Client, settings: Settings
) -> None:
    settings.SECURITY_CONTACT = ["https://voorbeeld.nl/melden"]
    assert client.post(ADDRESS).status_code == 405
    first = client.get(ADDRESS)
    assert not first.cookies
    assert first.headers["X-Frame-Options"] == "DENY"
    again = client.get(ADDRESS, headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 304


def test_the_old_address_leads_to_the_new_one(client: Client) -> None:
    moved = client.get("/security.txt")
    assert (moved.status_code, moved.headers["Location"]) == (301, ADDRESS)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("day", [1, 15, 28])
def test_it_expires_within_a_year_but_not_within_six_months(month: int, day: int) -> None:
    now = datetime(2026, month, day, 12, tzinfo=UTC)
    assert timedelta(days=180) < expires_after(now) - now < timedelta(days=220)
    assert expires_after(now).day == 1


@pytest.mark.parametrize(
    "change",
    [
        {"SECURITY_CONTACT": "veilig@voorbeeld.nl"},
        {"SECURITY_CONTACT": "http://voorbeeld.nl/"},
        {"SECURITY_CONTACT": "mailto:a@voorbeeld.nl,b"},
        {"SECURITY_POLICY": "beleid.html"},
    ],
)
def test_an_address_that_makes_no_sense_stops_the_start(change: dict[str, str]) -> None:
    refused = manage("check", **PRODUCTION, **change)
    assert refused.returncode != 0
    assert "ImproperlyConfigured: SECURITY_" in refused.stderr
