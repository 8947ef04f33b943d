"""What stands around every page: the name, the menu and the footer, in one query."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from pages.models import AccessibilityStatement, HouseRules, MenuItem, PrivacyStatement, Publication
from tests.conftest import SignIn
from tests.pages.conftest import Fill

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r'<a href="([^"]*)"(?: aria-current="page")?>([^<]*)</a>')


def links(page: str, nav: str) -> list[tuple[str, str]]:
    """(text, address) of each link in the navigation with this name."""
    found = re.search(rf'<nav class="menu[^"]*" aria-label="{nav}">(.*?)</nav>', page, re.DOTALL)
    return [(text, address) for address, text in LINK.findall(found[1])] if found else []


def frame_queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return sum("pages_publication" in query["sql"] for query in queries)


@pytest.mark.django_db
def test_a_new_site_has_a_menu_and_reading_it_writes_nothing(client: Client) -> None:
    page = client.get("/").text
    assert ("Onderwerpen", "/onderwerpen/") in links(page, "Hoofdmenu")
    assert links(page, "Over deze site") == [("Toegankelijkheid", "/toegankelijkheid/")]
    assert "Lezen laat hier geen spoor na" in page
    assert not Publication.objects.exists()
    assert not MenuItem.objects.exists()


def test_who_first_opens_the_publication_gets_the_same_menu(
    client: Client, publication: Publication
) -> None:
    menu = links(client.get("/").text, "Hoofdmenu")
    publication.delete()
    assert menu == links(client.get("/").text, "Hoofdmenu") != []


def test_the_name_the_publisher_and_the_footer_s_text_are_the_editors_own(
    client: Client, publication: Publication
) -> None:
    publication.footer_text = "Gemaakt aan het water <3"
    publication.save()
    page = client.get("/").text
    assert "<title>De Kade</title>" in page
    assert "De Kade is een uitgave van Stichting Kade." in page
    assert "Gemaakt aan het water &lt;3" in page
    assert "Lezen laat hier geen spoor na" not in page


def test_the_footer_leads_only_to_pages_that_are_published(
    client: Client, publication: Publication, fill: Fill, els: User
) -> None:
    assert links(client.get("/").text, "Over deze site") == [
        ("Toegankelijkheid", "/toegankelijkheid/")
    ]
    page = PrivacyStatement.the_one()
    fill(page)
    page.publish(els)
    assert links(client.get("/").text, "Over deze site") == [
        ("Toegankelijkheid", "/toegankelijkheid/"),
        ("Privacyverklaring", "/privacy/"),
    ]
    page.withdraw(els)
    assert len(links(client.get("/").text, "Over deze site")) == 1


def test_accessibility_stays_in_the_footer_whatever_editors_do(
    client: Client, publication: Publication
) -> None:
    publication.items.all().delete()
    page = client.get("/").text
    assert links(page, "Hoofdmenu") == []
    assert links(page, "Over deze site") == [("Toegankelijkheid", "/toegankelijkheid/")]
    item = {"place": "footer", "label": "Voor iedereen", "page": AccessibilityStatement.the_one()}
    publication.items.create(**item)
    footer = links(client.get("/").text, "Over deze site")
    assert footer == [("Voor iedereen", "/toegankelijkheid/")]


def test_links_stand_in_the_order_of_their_place(client: Client, publication: Publication) -> None:
    publication.items.all().delete()
    for position, label in ((3, "Derde"), (1, "Eerste"), (2, "Tweede")):
        publication.items.create(label=label, address=f"/{position}/", position=position)
    labels = [label for label, _ in links(client.get("/").text, "Hoofdmenu")]
    assert labels == ["Eerste", "Tweede", "Derde"]


def test_the_link_to_the_page_itself_says_so(client: Client, publication: Publication) -> None:
    publication.items.create(label="Voorpagina", address="/", position=1)
    here = '<a href="/" aria-current="page">Voorpagina</a>'
    assert here in client.get("/").text
    assert here not in client.get("/toegankelijkheid/").text


@pytest.mark.parametrize(
    "address", ["/onderwerpen/", "/", "/over/ons/?a=1#b", "https://www.voorbeeld.nl/pad"]
)
def test_a_link_leads_to_this_site_or_safely_elsewhere(
    publication: Publication, address: str
) -> None:
    MenuItem(publication=publication, label="Daar", address=address).full_clean()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "//elders.nl/",
        "/\\elders.nl/",
        "http://elders.nl/",
        "https://wie@elders.nl/",
        "https://",
        "onderwerpen/",
        "/met spatie/",
        "/regel\n",
        "data:text/html,x",
    ],
)
def test_a_link_to_anywhere_else_is_refused(publication: Publication, address: str) -> None:
    with pytest.raises(ValidationError, match="Begin met /"):
        MenuItem(publication=publication, label="Daar", address=address).full_clean()


def test_a_link_has_a_page_or_an_address_not_both_and_not_neither(
    publication: Publication,
) -> None:
    page = HouseRules.the_one()
    for wrong in ({"page": page, "address": "/"}, {}):
        with pytest.raises(ValidationError, match="Kies een pagina, of vul een adres in"):
            MenuItem(publication=publication, label="Daar", **wrong).full_clean()
    with pytest.raises(ValidationError, match="Vul in wat lezers zien staan"):
        MenuItem(publication=publication, address="/").full_clean()
    with pytest.raises(IntegrityError, match="menuitem_page_or_address"):
        publication.items.create(page=page, address="/")


@pytest.mark.parametrize("address", ["/", "/toegankelijkheid/", "/nergens/", "/huisregels/"])
def test_the_frame_costs_one_query_however_long_the_menu(
    client: Client, rules: HouseRules, privacy: PrivacyStatement, address: str
) -> None:
    before = frame_queries(client, address)
    for number in range(30):
        Publication.objects.get().items.create(label=f"Link {number}", address="/")
    assert frame_queries(client, address) == before == 1


def test_the_desk_does_not_pay_for_the_frame(
    publication: Publication, els: User, sign_in: SignIn
) -> None:
    browser = sign_in(els)
    for address in ("/beheer/", "/beheer/articles/article/", "/beheer/articles/article/add/"):
        assert frame_queries(browser, address) == 0


def test_the_door_of_the_desk_has_the_footer_too(client: Client, rules: HouseRules) -> None:
    page = client.get("/beheer/login/").text
    assert links(page, "Over deze site") == [
        ("Toegankelijkheid", "/toegankelijkheid/"),
        ("Huisregels", "/huisregels/"),
    ]
    assert "De Kade" in page


def test_a_page_that_is_not_there_has_the_footer(client: Client, rules: HouseRules) -> None:
    page = client.get("/nergens/")
    assert page.status_code == 404
    assert ("Huisregels", "/huisregels/") in links(page.text, "Over deze site")


ASK = """
import django; django.setup()
from django.test import Client
answer = Client(raise_request_exception=False, headers={"host": "localhost"}).get("/")
print(answer.status_code, answer.text)
"""


@pytest.mark.parametrize("content", [b"", b"This is not a database, whatever it is called. " * 99])
def test_without_a_database_there_is_still_a_page_to_say_so(tmp_path: Path, content: bytes) -> None:
    """An empty file has no tables; the other file cannot be opened at all."""
    file = tmp_path / "broken.sqlite3"
    file.write_bytes(content)
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{file}",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'platform'}",
        "SITE_NAME": "De Kade",
    }
    answer = subprocess.run(
        [sys.executable, "-P", "-c", ASK],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert answer.startswith("500 ")
    assert "Er ging iets mis bij ons." in answer
    assert "De Kade" in answer
    assert links(answer, "Over deze site") == [("Toegankelijkheid", "/toegankelijkheid/")]
