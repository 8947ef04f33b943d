"""Pages of running text, the colophon and the contact page."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from accounts.models import User
from desk.refused import Refused
from pages.models import ContactPage, Page, TextPage
from tests.conftest import SignIn
from tests.pages.conftest import Fill


@pytest.fixture
def about(fill: Fill, els: User) -> TextPage:
    """Published at /over/ons/."""
    page = TextPage(title="Over ons", slug="ons")
    fill(page)
    page.publish(els)
    return page


@pytest.fixture
def contact(fill: Fill, els: User) -> ContactPage:
    """Published."""
    page = ContactPage.the_one()
    fill(page)
    page.publish(els)
    return page


def test_readers_see_title_description_text_and_date(client: Client, about: TextPage) -> None:
    answer = client.get("/over/ons/")
    assert answer.status_code == 200
    assert "<title>Over ons - De Kade</title>" in answer.text
    assert '<meta name="description" content="Alles over Over ons.">' in answer.text
    assert '<h2 id="kop-wie-wij-zijn">Wie wij zijn</h2><p>Wij schrijven.</p>' in answer.text
    assert f'<time datetime="{about.changed_at.astimezone():%Y}' in answer.text
    assert client.post("/over/ons/").status_code == 405


def test_a_wide_table_scrolls_in_a_box_of_its_own(client: Client, about: TextPage) -> None:
    about.text_html = "<table><tbody><tr><td>Breed</td></tr></tbody></table>"
    about.save()
    assert '<div class="table-box" tabindex="0"' in client.get("/over/ons/").text


@pytest.mark.parametrize(
    ("slug", "address"),
    [("ons", "/over/ons/"), ("colofon", "/colofon/"), ("contact", "/contact/")],
)
def test_a_fixed_page_has_a_short_address(slug: str, address: str) -> None:
    assert Page(slug=slug).get_absolute_url() == address


def test_the_colophon_is_a_text_page_at_its_own_address(
    client: Client, fill: Fill, els: User
) -> None:
    page = TextPage.objects.get(slug="colofon")
    assert client.get("/colofon/").status_code == 404
    fill(page)
    page.publish(els)
    assert "Wij schrijven." in client.get("/colofon/").text


@pytest.mark.parametrize("slug", ["huisregels", "privacy", "toegankelijkheid", "contact"])
@pytest.mark.django_db
def test_a_text_page_does_not_take_the_name_of_a_fixed_page(slug: str) -> None:
    with pytest.raises(ValidationError, match="Deze naam is voor een vaste pagina"):
        TextPage(title="Anders", slug=slug).full_clean()


def test_what_is_not_published_is_for_editors_only(
    client: Client, about: TextPage, els: User, ada: User, mo: User, sign_in: SignIn
) -> None:
    about.withdraw(els)
    assert client.get("/over/ons/").status_code == 404
    for other in (ada, mo):
        assert sign_in(other).get("/over/ons/").status_code == 404
    seen = sign_in(els).get("/over/ons/")
    assert seen.status_code == 200
    assert "Deze pagina is nog niet gepubliceerd." in seen.text
    assert '<meta name="robots" content="noindex">' in seen.text


@pytest.mark.parametrize("address", ["/over/nergens/", "/over/", "/over/contact/", "/contact/"])
@pytest.mark.django_db
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_an_empty_page_is_not_published(about: TextPage, els: User) -> None:
    about.withdraw(els)
    about.text_html = about.description = ""
    about.save()
    with pytest.raises(Refused, match="Vul eerst in: beschrijving en tekst"):
        about.publish(els)


def test_both_points_of_contact_are_on_the_page(client: Client, contact: ContactPage) -> None:
    page = client.get("/contact/").text
    for text in (
        '<a href="mailto:redactie@voorbeeld.nl">',
        '<a href="mailto:autoriteiten@voorbeeld.nl">',
        "Kade 1<br>Zuidersluis",
        "Nederlands, Engels",
        "Een medewerker antwoordt binnen vijf werkdagen.",
    ):
        assert text in page
    assert "Of bel" not in page


@pytest.mark.parametrize(
    "field", ["email", "authorities_email", "postal_address", "languages", "answer"]
)
def test_without_a_point_of_contact_it_is_not_published(fill: Fill, els: User, field: str) -> None:
    page = ContactPage.the_one()
    fill(page)
    setattr(page, field, "")
    page.save()
    with pytest.raises(Refused, match="Vul eerst in"):
        page.publish(els)


def test_a_page_costs_two_queries_and_no_cookie(
    client: Client, contact: ContactPage, about: TextPage, django_assert_max_num_queries: object
) -> None:
    for address in ("/contact/", "/over/ons/"):
        with django_assert_max_num_queries(2):  # type: ignore[operator]
            assert not client.get(address).cookies
