"""The privacy statement has every part of AVG art. 13, and the whole list of cookies."""

import re
from html import unescape
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from accounts.models import User
from articles.models import Article
from comments.links import token_of
from comments.models import Writer
from desk.refused import Refused
from pages import cookies
from pages.models import PrivacyStatement
from pages.models.privacy import PARTS
from tests.conftest import SignIn
from tests.pages.conftest import Fill
from tests.test_layout import sources

ANCHOR = re.compile(r'<h2 id="([a-z]+)">')


def test_readers_find_every_part_and_a_list_of_the_parts(
    client: Client, privacy: PrivacyStatement
) -> None:
    answer = client.get("/privacy/")
    assert answer.status_code == 200
    assert "<title>Privacyverklaring - De Kade</title>" in answer.text
    anchors = ANCHOR.findall(answer.text)
    assert anchors == [
        "inhoudsopgave",
        "verantwoordelijke",
        "functionaris",
        "doelen",
        "bewaartermijnen",
        *list(PARTS.values())[2:],
        "cookies",
    ]
    assert re.findall(r'<li><a href="#([a-z]+)">', answer.text) == anchors[1:]
    for anchor in PARTS.values():
        assert f"<p>Over {anchor}.</p>" in answer.text


def test_purposes_and_terms_are_tables(client: Client, privacy: PrivacyStatement) -> None:
    page = client.get("/privacy/").text
    assert '<th scope="row">Uw reactie plaatsen</th>' in page
    assert "Onze taak van algemeen belang" in page
    assert "(AVG, art. 6, lid 1, onder e)" in page
    assert '<th scope="row">Een reactie</th><td>Zolang het artikel er is</td><td>–</td>' in page


@pytest.mark.parametrize("part", PARTS)
def test_without_a_part_it_is_not_published(fill: Fill, els: User, part: str) -> None:
    page = PrivacyStatement.the_one()
    fill(page)
    setattr(page, part, "")
    page.save()
    (label,) = page.missing_labels()
    with pytest.raises(Refused, match=f"Vul eerst in: {label}"):
        page.publish(els)
    page.refresh_from_db()
    assert not page.is_published


def test_without_purposes_and_terms_it_is_not_published(fill: Fill, els: User) -> None:
    page = PrivacyStatement.the_one()
    fill(page)
    page.purposes.all().delete()
    page.retentions.all().delete()
    with pytest.raises(Refused, match="doelen en grondslagen en bewaartermijnen"):
        page.publish(els)


def test_a_part_cannot_be_emptied_while_readers_see_it(privacy: PrivacyStatement) -> None:
    privacy.rights_html = ""
    with pytest.raises(ValidationError, match="trek de pagina eerst in"):
        privacy.full_clean()
    privacy.published_at = None
    privacy.full_clean()


def test_it_is_not_there_before_publication_nor_after_withdrawal(
    client: Client, privacy: PrivacyStatement, els: User
) -> None:
    privacy.withdraw(els)
    assert client.get("/privacy/").status_code == 404
    with pytest.raises(Refused, match="is niet gepubliceerd"):
        privacy.withdraw(els)
    privacy.publish(els)
    assert client.get("/privacy/").status_code == 200
    with pytest.raises(Refused, match="is al gepubliceerd"):
        privacy.publish(els)


def test_who_writes_a_text_cannot_bring_a_script(fill: Fill, els: User, client: Client) -> None:
    page = PrivacyStatement.the_one()
    fill(page)
    page.rights_html = '<p onclick="x()">Mag.</p><script>x()</script>'
    page.full_clean()
    page.save()
    page.publish(els)
    assert "<p>Mag.</p>x()" in client.get("/privacy/").text


def test_it_reads_only(client: Client, privacy: PrivacyStatement) -> None:
    assert client.head("/privacy/").status_code == 200
    for method in (client.post, client.put, client.delete):
        assert method("/privacy/").status_code == 405
    assert not client.cookies


def test_the_form_refers_to_it(client: Client, privacy: PrivacyStatement, article: Article) -> None:
    page = client.get(f"{article.get_absolute_url()}reageren/").text
    assert '<a href="/privacy/">privacyverklaring</a>' in page


# --- Cookies --------------------------------------------------------------------------------------


def test_the_list_of_cookies_is_on_the_page(client: Client, privacy: PrivacyStatement) -> None:
    page = unescape(client.get("/privacy/").text)
    for trace in (*cookies.cookies(), *cookies.storage()):
        assert f"<code>{trace.name}</code>" in page
        assert trace.purpose in page
    assert "12 uur." in page


def test_the_list_has_the_names_that_this_site_uses(settings: Any) -> None:
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-sessie", "__Host-formulier"
    settings.SESSION_COOKIE_AGE = 3600
    names = {trace.name: trace for trace in cookies.cookies()}
    assert set(names) == {"__Host-sessie", "__Host-formulier", "schrijver"}
    assert names["__Host-sessie"].life == "1 uur."


def test_what_the_site_sets_is_what_the_list_says(
    privacy: PrivacyStatement, article: Article, form_data: dict[str, str], els: User
) -> None:
    """A reader reads, reacts and asks to be remembered; an editor signs in, saves and signs out."""
    browser, seen = Client(), set()
    form = f"{article.get_absolute_url()}reageren/"
    words = {"username": "els", "password": "grensvlak"}
    saved = {"title": "", "email": "geen"}
    mine = reverse("comments:mine", args=[token_of(Writer.objects.of("rik@voorbeeld.nl"))])
    for answer in (
        browser.get("/"),
        browser.get(article.get_absolute_url()),
        browser.get("/privacy/"),
        browser.get("/nergens/"),
        browser.get(form),
        browser.post(form, form_data),
        browser.get(mine),
        browser.post(f"{mine}onthouden/"),
        browser.get("/beheer/login/"),
        browser.post("/beheer/login/", words),
        browser.get("/beheer/"),
        browser.post(f"/beheer/pages/privacystatement/{privacy.pk}/intrekken/"),
        browser.post("/beheer/pages/publication/", saved),
        browser.post("/beheer/logout/"),
    ):
        seen |= set(answer.cookies)
    assert seen == {trace.name for trace in cookies.cookies()}


def test_no_code_of_ours_sets_a_cookie_that_is_not_on_the_list() -> None:
    setting = re.compile(r"\.set_(?:signed_)?cookie\(|\.cookies\[")
    setters = [path.name for path in sources() if setting.search(path.read_text())]
    assert setters == ["standing.py"]  # see the test above


def test_who_reads_gets_none(client: Client, privacy: PrivacyStatement, sign_in: SignIn) -> None:
    for address in ("/", "/privacy/", "/toegankelijkheid/", "/huisregels/", "/contact/"):
        answer = client.get(address)
        assert not answer.cookies
