"""What editors do at the desk: write, publish, go back; and what others may not."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from reversion.models import Version

from accounts.models import User
from pages.models import (
    AccessibilityStatement,
    ContactPage,
    HouseRules,
    MenuItem,
    Page,
    PrivacyStatement,
    Publication,
    TextPage,
)
from tests.articles.desk_form import rows
from tests.desk.conftest import Enter
from tests.desk.messages import said
from tests.pages.conftest import CONTENTS, Fill

KINDS = [AccessibilityStatement, ContactPage, HouseRules, PrivacyStatement]


def at(page: Page, act: str = "change") -> str:
    return f"/beheer/pages/{page._meta.model_name}/{page.pk}/{act}/"


def form(page: Page, **fields: Any) -> dict[str, Any]:
    """What a browser sends of this page; rows come from `rows`."""
    names = [one.name for one in page._meta.local_concrete_fields if one.name != "page_ptr"]
    sent = {name: getattr(page, name) or "" for name in ("title", "description", *names)}
    return sent | fields


@pytest.mark.parametrize("kind", KINDS)
def test_the_list_of_a_kind_of_which_there_is_one_leads_to_it(
    enter: Enter, kind: type[Page]
) -> None:
    address = f"/beheer/pages/{kind._meta.model_name}/"
    answer = enter("els").get(address)
    page = kind.objects.get()
    assert answer.status_code == 302
    assert answer.headers["Location"] == at(page)
    assert enter("els").get(address).status_code == 302
    assert kind.objects.count() == 1
    for who, status in (("ada", 403), ("gast", 403), ("niemand", 302)):
        answer = enter(who).get(address)
        assert answer.status_code == status
        assert at(page) not in answer.headers.get("Location", "")


@pytest.mark.parametrize("kind", KINDS)
def test_who_may_not_change_a_page_cannot(
    enter: Enter, publication: Publication, kind: type[Page]
) -> None:
    page = kind.the_one()
    for who in ("ada", "mo", "gast"):
        for act in ("change", "publiceren", "intrekken"):
            answer = enter(who).post(at(page, act), form(page, title="Van mij"))
            assert answer.status_code in {403, 404}
    page.refresh_from_db()
    assert page.title == str(kind.TITLE)
    assert not page.is_published


@pytest.mark.parametrize("kind", KINDS)
def test_a_fixed_page_is_never_added_or_deleted(
    enter: Enter, publication: Publication, kind: type[Page]
) -> None:
    page, client = kind.the_one(), enter("baas")
    assert client.post(at(page, "delete"), {"post": "yes"}).status_code == 403
    assert client.get(f"/beheer/pages/{kind._meta.model_name}/add/").status_code == 403
    assert kind.objects.exists()


def test_an_editor_writes_the_contact_page_and_publishes_it(
    enter: Enter, publication: Publication
) -> None:
    client, page = enter("els"), ContactPage.the_one()
    refused = client.post(at(page, "publiceren"))
    assert [level for level, _ in said(refused)] == ["warning"]
    filled = form(page, description="Waar u ons vindt.", **CONTENTS[ContactPage])
    assert client.post(at(page), filled).status_code == 302
    assert said(client.post(at(page, "publiceren")))[-1] == ("success", "Publiceren: 1 gedaan.")
    assert client.get("/contact/").status_code == 200
    assert LogEntry.objects.filter(change_message="Gepubliceerd.", object_id=page.pk).exists()
    emptied = client.post(at(page), filled | {"email": ""})
    assert emptied.status_code == 200
    assert "trek de pagina eerst in" in emptied.text
    page.refresh_from_db()
    assert page.email == "redactie@voorbeeld.nl"


@pytest.mark.parametrize("table", ["purposes", "retentions"])
def test_a_table_cannot_be_emptied_while_readers_see_it(
    enter: Enter, privacy: PrivacyStatement, table: str
) -> None:
    stored = {
        "purposes": rows("purposes", purpose(privacy), stored=1),
        "retentions": rows("retentions", retention(privacy), stored=1),
    }
    kept = form(privacy, **stored["purposes"], **stored["retentions"])
    assert enter("els").post(at(privacy), kept).status_code == 302
    answer = enter("els").post(at(privacy), kept | {f"{table}-0-DELETE": "on"})
    assert answer.status_code == 200
    assert "Vul hier ten minste één regel in" in answer.text
    assert getattr(privacy, table).count() == 1


def purpose(privacy: PrivacyStatement) -> dict[str, Any]:
    row = privacy.purposes.get()
    named = {"purpose": row.purpose, "data": row.data, "basis": row.basis, "position": 0}
    return {"id": row.pk, "statement": privacy.pk, **named}


def retention(privacy: PrivacyStatement) -> dict[str, Any]:
    row = privacy.retentions.get()
    named = {"data": row.data, "term": row.term, "afterwards": "", "position": 0}
    return {"id": row.pk, "statement": privacy.pk, **named}


def test_an_editor_adds_a_rule_and_publishes_a_version(enter: Enter, rules: HouseRules) -> None:
    client = enter("els")
    one, two = ({"id": rule.pk, **fields(rule)} for rule in rules.rules.all())
    new = {"title": "Noem uw bron", "text": "Hoe weet u dat?", "position": 3}
    sent = form(rules, **rows("rules", one, two | {"retired": "on"}, new, stored=2))
    assert client.post(at(rules), sent | rows("versions")).status_code == 302
    assert [str(rule) for rule in rules.rules.filter(retired=False)] == [
        "hr-1: Blijf bij het onderwerp",
        "hr-3: Noem uw bron",
    ]
    without = client.post(at(rules, "publiceren"), {"changes": ""})
    assert "Schrijf op wat er is veranderd" in said(without)[-1][1]
    client.post(at(rules, "publiceren"), {"changes": "Een bron erbij."})
    version = rules.latest()
    assert version is not None
    assert (version.number, version.changes) == (2, "Een bron erbij.")
    page = client.get(at(rules)).text
    assert '<a href="/huisregels/versie/1/">1</a>' in page


def fields(rule: Any) -> dict[str, Any]:
    return {"title": rule.title, "text": rule.text, "position": rule.position}


def test_a_moderator_reads_the_rules_and_changes_nothing(enter: Enter, rules: HouseRules) -> None:
    page = enter("mo").get(at(rules))
    assert page.status_code == 200
    assert "Speel de bal" in page.text
    assert 'name="_save"' not in page.text
    assert "../publiceren/" not in page.text


def test_a_new_text_page_gets_an_address_that_stays(enter: Enter, els: User) -> None:
    client = enter("els")
    sent = {"title": "Over ons", "slug": "ons", "description": "Wie.", "text_html": "<p>Wij.</p>"}
    client.post("/beheer/pages/textpage/add/", sent)
    page = TextPage.objects.get(slug="ons")
    assert page.get_absolute_url() in client.get(at(page)).text
    page.publish(els)
    client.post(at(page), sent | {"slug": "anders", "title": "Wij"})
    page.refresh_from_db()
    assert (page.title, page.slug) == ("Wij", "ons")
    assert client.post(at(page, "delete"), {"post": "yes"}).status_code == 403
    page.withdraw(els)
    assert client.post(at(page, "delete"), {"post": "yes"}).status_code == 302
    assert not TextPage.objects.filter(slug="ons").exists()


@pytest.mark.parametrize("wrong", [{"slug": "privacy"}, {"slug": "met spatie"}, {"title": ""}])
def test_a_text_page_that_makes_no_sense_is_asked_again(
    enter: Enter, publication: Publication, wrong: dict[str, str]
) -> None:
    sent = {"title": "Over ons", "slug": "ons", "description": "", "text_html": ""} | wrong
    answer = enter("els").post("/beheer/pages/textpage/add/", sent)
    assert answer.status_code == 200
    assert "errornote" in answer.text
    assert not TextPage.objects.exclude(slug="colofon").exists()


def test_deleting_many_leaves_what_readers_see(
    enter: Enter, publication: Publication, fill: Fill, els: User
) -> None:
    page = TextPage(title="Over ons", slug="ons")
    fill(page)
    page.publish(els)
    chosen = {"action": "delete_selected", "_selected_action": [page.pk], "post": "yes"}
    assert enter("els").post("/beheer/pages/textpage/", chosen).status_code == 403
    assert TextPage.objects.filter(pk=page.pk).exists()


def test_an_earlier_text_can_be_put_back_and_readers_keep_the_page(
    enter: Enter, publication: Publication, els: User
) -> None:
    client, page = enter("els"), TextPage.objects.get(slug="colofon")
    sent = {"title": "Colofon", "description": "Wie.", "text_html": "<p>Eerst.</p>"}
    client.post(at(page), sent)
    page.refresh_from_db()
    page.publish(els)
    client.post(at(page), sent | {"text_html": "<p>Daarna.</p>"})
    versions = Version.objects.get_for_object(page)
    assert versions.count() == 2
    first = versions.order_by("pk")[0]
    history = client.get(at(page, "history"))
    assert f"/history/{first.pk}/" in history.text
    back = f"/beheer/pages/textpage/{page.pk}/history/{first.pk}/"
    assert "Eerst." in client.get(back).text
    assert client.post(back, sent).status_code == 302
    page.refresh_from_db()
    assert page.text_html == "<p>Eerst.</p>"
    assert page.is_published


def test_an_editor_changes_the_menu(enter: Enter, publication: Publication) -> None:
    client = enter("els")
    assert client.get("/beheer/pages/publication/").status_code == 200
    site = {"name": "De Dijk", "line": "", "description": "Een blad.", "footer_text": ""}
    sent = site | {"publisher": "", "publisher_uri": "", "email": ""}
    item = {"place": "menu", "position": "1", "label": "Alles", "page": "", "address": "/"}
    saved = client.post("/beheer/pages/publication/", sent | rows("items", item))
    assert saved.status_code == 302
    assert '<a href="/">Alles</a>' in client.get("/nergens/").text
    assert "De Dijk" in client.get("/").text
    wrong = client.post(
        "/beheer/pages/publication/", sent | rows("items", item | {"address": "javascript:x"})
    )
    assert wrong.status_code == 200
    assert "Begin met / voor een adres op deze site" in wrong.text
    assert not MenuItem.objects.filter(address__startswith="javascript").exists()


def test_the_menu_s_form_asks_for_the_pages_once(enter: Enter, publication: Publication) -> None:
    client, costs = enter("els"), []
    for _ in range(2):
        client.get("/beheer/pages/publication/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/beheer/pages/publication/")
        costs.append(len(queries))
        for number in range(10):
            publication.items.create(label=f"Link {number}", address="/")
    assert costs[0] == costs[1]
