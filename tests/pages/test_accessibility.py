"""The page about accessibility: always there, honest before there is a statement."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from accounts.models import User
from desk.refused import Refused
from pages.models import AccessibilityStatement, Publication
from tests.conftest import SignIn
from tests.desk.messages import said
from tests.pages.conftest import Fill

REQUIRED = {
    "status": "nalevingsstatus",
    "domains": "domeinen",
    "stated_on": "datum van de verklaring",
    "signatory": "functie van de ondertekenaar",
    "email": "e-mailadres voor meldingen",
    "response": "wanneer antwoord komt",
    "complaint_html": "waar lezers een klacht indienen",
}


def test_before_there_is_a_statement_the_page_says_so(
    client: Client, publication: Publication
) -> None:
    publication.email = "redactie@voorbeeld.nl"
    publication.save()
    answer = client.get("/toegankelijkheid/")
    assert answer.status_code == 200
    assert "Deze site heeft nog geen toegankelijkheidsverklaring." in answer.text
    assert '<a href="mailto:redactie@voorbeeld.nl">' in answer.text
    assert '<meta name="robots" content="noindex">' in answer.text
    assert client.post("/toegankelijkheid/").status_code == 405


@pytest.mark.django_db
def test_also_on_a_site_that_nobody_set_up(client: Client) -> None:
    answer = client.get("/toegankelijkheid/")
    assert answer.status_code == 200
    assert "mailto:" not in answer.text


def test_the_statement_says_what_it_must(client: Client, statement: AccessibilityStatement) -> None:
    page = client.get("/toegankelijkheid/").text
    for text in (
        "<dd>B: voldoet gedeeltelijk</dd>",
        '<a href="https://www.toegankelijkheidsverklaring.nl/register/1">',
        "voorbeeld.nl<br>www.voorbeeld.nl",
        '<time datetime="2026-03-02">2 maart 2026</time>',
        "<dd>Directeur</dd>",
        "Een oude video.",
        '<a href="mailto:toegang@voorbeeld.nl">',
        "binnen drie weken antwoord",
        "https://www.nationaleombudsman.nl/",
        "<title>Toegankelijkheid - De Kade</title>",
    ):
        assert text in page
    assert "noindex" not in page


@pytest.mark.parametrize(("field", "label"), REQUIRED.items())
def test_without_what_the_law_asks_it_is_not_published(
    fill: Fill, els: User, field: str, label: str
) -> None:
    page = AccessibilityStatement.the_one()
    fill(page)
    setattr(page, field, None if field == "stated_on" else "")
    page.save()
    with pytest.raises(Refused, match=f"Vul eerst in: {label}"):
        page.publish(els)
    assert not AccessibilityStatement.objects.visible().exists()


def test_it_cannot_lose_its_date_while_readers_see_it(statement: AccessibilityStatement) -> None:
    statement.stated_on = None
    with pytest.raises(ValidationError) as refused:
        statement.full_clean()
    assert set(refused.value.message_dict) == {"stated_on"}


@pytest.mark.parametrize(("days", "outdated"), [(0, False), (365, False), (366, True)])
def test_a_statement_is_good_for_a_year(days: int, outdated: bool) -> None:
    today = date(2027, 3, 2)
    page = AccessibilityStatement(stated_on=today - timedelta(days=days))
    assert page.is_outdated(today) is outdated


def test_a_statement_without_a_date_is_not_outdated() -> None:
    assert not AccessibilityStatement().is_outdated(date(2027, 3, 2))


@pytest.mark.parametrize(("days", "warned"), [(10, False), (400, True)])
def test_an_editor_is_warned_of_an_old_statement(
    statement: AccessibilityStatement, els: User, sign_in: SignIn, days: int, *, warned: bool
) -> None:
    statement.stated_on = timezone.localdate() - timedelta(days=days)
    statement.save()
    answer: Any = sign_in(els).get(f"/beheer/pages/accessibilitystatement/{statement.pk}/change/")
    assert ("De verklaring is ouder dan een jaar." in answer.text) is warned
    assert bool(said(answer)) is warned
