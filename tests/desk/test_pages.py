"""Who may open which page of the desk."""

from typing import Any

import pytest
from django.contrib import admin
from django.forms import model_to_dict
from django.urls import reverse

from accounts.models import User
from articles.models import Series, Topic
from comments.models import Measure, Policy, WordRule, Writer
from mailing.models import Mail
from pages.models import Publication
from tests.comments.reports import report
from tests.conftest import React
from tests.desk.conftest import Enter

ROLES = ("els", "ada", "mo", "baas", "gast")

#: For each of ROLES what opens: the l(ist), the page to a(dd) one, the page to c(hange) or see it.
OPENS = {
    "auth.group": ("---", "---", "---", "lac", "---"),
    "accounts.user": ("l-c", "---", "---", "lac", "---"),
    "articles.article": ("lac", "lac", "l-c", "lac", "---"),
    "articles.author": ("lac", "l-c", "---", "lac", "---"),
    "articles.series": ("lac", "l-c", "---", "lac", "---"),
    "articles.topic": ("lac", "l-c", "---", "lac", "---"),
    "pages.publication": ("l-c", "---", "---", "l-c", "---"),
    # Of these there is one: the list leads straight to it.
    "pages.houserules": ("--c", "---", "--c", "--c", "---"),
    "pages.privacystatement": ("--c", "---", "---", "--c", "---"),
    "pages.accessibilitystatement": ("--c", "---", "---", "--c", "---"),
    "pages.contactpage": ("--c", "---", "---", "--c", "---"),
    "pages.textpage": ("lac", "---", "---", "lac", "---"),
    "mailing.mail": ("l-c", "---", "l-c", "l-c", "---"),
    "comments.discussion": ("l-c", "---", "l-c", "l-c", "---"),
    "comments.comment": ("l-c", "---", "l-c", "l-c", "---"),
    "comments.notice": ("l-c", "---", "l-c", "l-c", "---"),
    "comments.policy": ("l-c", "---", "---", "l-c", "---"),
    "comments.wordrule": ("lac", "---", "lac", "lac", "---"),
    "comments.writer": ("l-c", "---", "l-c", "l-c", "---"),
    "comments.measure": ("lac", "---", "lac", "lac", "---"),
}
MODELS = {model._meta.label_lower: model for model in admin.site._registry}  # noqa: SLF001


@pytest.fixture
def something(react: React, mo: User) -> None:
    """One of everything that the desk has a page for."""
    report(react())
    Series.objects.create(title="Het loket", slug="het-loket")
    Topic.objects.create(name="overheid")
    Publication.objects.create()
    Mail.objects.create(key="een", to="rik@voorbeeld.nl", kind="trial", subject="Een proef")
    WordRule.objects.create(pattern="gok*")
    rik = Writer.objects.of("rik@voorbeeld.nl")
    Measure.objects.create(writer=rik, kind="hold", reason="Ruzie.", by=mo)


def addresses(label: str) -> list[str]:
    """The list, the page to add one, and the page of the first one."""
    base = "admin:" + label.replace(".", "_")
    first: Any = MODELS[label]._default_manager.first()  # noqa: SLF001
    add, change = reverse(f"{base}_add"), reverse(f"{base}_change", args=[first.pk])
    return [reverse(f"{base}_changelist"), add, change]


def test_every_model_at_the_desk_is_in_the_table() -> None:
    assert set(MODELS) == set(OPENS)


@pytest.mark.parametrize("role", ROLES)
def test_a_page_opens_for_who_may_see_it(enter: Enter, something: None, role: str) -> None:
    client, column = enter(role), ROLES.index(role)
    opened = {
        label: "".join(
            letter if client.get(address).status_code == 200 else "-"
            for letter, address in zip("lac", addresses(label), strict=True)
        )
        for label in OPENS
    }
    assert opened == {label: letters[column] for label, letters in OPENS.items()}


def test_what_may_not_be_opened_is_refused_in_dutch(enter: Enter) -> None:
    response = enter("mo").get("/beheer/articles/article/add/")
    assert response.status_code == 403
    assert "U mag deze pagina niet bekijken." in response.text


@pytest.mark.parametrize("stranger", ["niemand", "rik"])
def test_strangers_are_sent_to_the_door(enter: Enter, something: None, stranger: str) -> None:
    client = enter(stranger)
    for label in OPENS:
        for address in addresses(label):
            for response in (client.get(address), client.post(address)):
                assert response.status_code == 302
                assert response.headers["Location"] == f"/beheer/login/?next={address}"


@pytest.mark.parametrize(
    ("role", "apps"),
    [
        ("els", ["Accounts", "Artikelen", "Post", "Reacties", "Site"]),
        ("ada", ["Artikelen"]),
        ("mo", ["Artikelen", "Post", "Reacties", "Site"]),
        ("gast", []),
    ],
)
def test_the_front_of_the_desk_shows_what_there_is_to_do(
    enter: Enter, role: str, apps: list[str]
) -> None:
    response = enter(role).get("/beheer/")
    assert response.status_code == 200
    assert [str(app["name"]).capitalize() for app in response.context["app_list"]] == apps


@pytest.mark.parametrize("label", ["comments.discussion", "comments.comment", "comments.policy"])
def test_what_was_said_and_decided_is_never_deleted(
    enter: Enter, something: None, label: str
) -> None:
    page = addresses(label)[2]
    response = enter("baas").post(page.replace("/change/", "/delete/"), {"post": "yes"})
    assert response.status_code == 403
    assert MODELS[label]._default_manager.exists()  # noqa: SLF001


@pytest.mark.parametrize("label", ["comments.discussion", "comments.comment", "comments.notice"])
def test_what_a_reader_wrote_is_never_edited(enter: Enter, something: None, label: str) -> None:
    page = addresses(label)[2]
    assert enter("baas").post(page, {"body": "Verdraaid.", "opening": "closed"}).status_code == 403


@pytest.mark.parametrize("label", ["articles.article", "comments.comment", "comments.discussion"])
def test_searching_a_list_answers_whatever_is_typed(
    enter: Enter, something: None, label: str
) -> None:
    client, page = enter("els"), addresses(label)[0]
    for word in ("balie", "%00", "%ff", "'; drop table--", "a" * 2000):
        assert client.get(f"{page}?q={word}").status_code == 200


@pytest.mark.parametrize("label", ["articles.article", "comments.comment", "comments.discussion"])
def test_a_page_of_nothing_leads_back_to_the_front(enter: Enter, label: str) -> None:
    client = enter("els")
    for object_id in ("999999", "9" * 40, "abc", "%00", "%ff", "1/2"):
        response = client.get(f"/beheer/{label.replace('.', '/')}/{object_id}/change/")
        assert response.status_code == 302
        assert response.headers["Location"] == "/beheer/"


@pytest.mark.parametrize(
    ("address", "seen"),
    [
        ("comments/comment/", False),
        ("comments/comment/?staat=published", True),
        ("comments/comment/?staat=alle", True),
        ("comments/comment/?staat=verzonnen", False),
        ("comments/discussion/?reageren=open", True),
        ("comments/discussion/?reageren=gesloten", False),
        ("comments/discussion/?reageren=verzonnen", True),
    ],
)
def test_a_list_shows_what_its_filter_says(
    enter: Enter, something: None, address: str, seen: bool
) -> None:
    page = enter("mo").get(f"/beheer/{address}")
    assert page.status_code == 200
    assert ("Aan de balie" in page.text) is seen


#: What the page of the policy has a row for each of.
ROWS = ("hours", "closed_days")


def policy_form(**typed: str) -> dict[str, str]:
    """The form of the policy as it stands, with this typed into it."""
    stands = model_to_dict(Policy.get_solo())
    filled = {name: value for name, value in stands.items() if value not in (None, False)}
    counted = {f"{row}-{n}_FORMS": "0" for row in ROWS for n in ("TOTAL", "INITIAL")}
    return {name: str(value) for name, value in filled.items()} | counted | typed


def test_an_editor_says_when_somebody_reads(enter: Enter) -> None:
    """Only superusers saw the hours on the page of the policy, where editors switch them on."""
    client = enter("els")
    page = client.get("/beheer/comments/policy/").text
    assert all(f'name="{row}-TOTAL_FORMS"' in page for row in ROWS)
    monday = {"hours-0-weekday": "0", "hours-0-opens": "09:00", "hours-0-closes": "17:00"}
    off = {"closed_days-0-day": "2026-12-24", "closed_days-0-name": "Kerstborrel"}
    one_of_each = {f"{row}-TOTAL_FORMS": "1" for row in ROWS}
    typed = policy_form(**one_of_each, **monday, **off, keeps_hours="on")
    assert client.post("/beheer/comments/policy/", typed).status_code == 302
    policy = Policy.get_solo()
    assert [str(one) for one in policy.hours.all()] == ["maandag 09:00–17:00"]
    assert [one.name for one in policy.closed_days.all()] == ["Kerstborrel"]


def test_an_editor_saves_the_policy(enter: Enter) -> None:
    client = enter("els")
    response = client.post("/beheer/comments/policy/", policy_form(closes_after_days="30"))
    assert response.status_code == 302
    assert MODELS["comments.policy"]._default_manager.get().closes_after_days == 30  # type: ignore[attr-defined]  # noqa: SLF001


@pytest.mark.parametrize("days", ["-1", "veel", "3651", "99999999999"])
def test_a_policy_that_makes_no_sense_is_asked_again(enter: Enter, days: str) -> None:
    client = enter("els")
    response = client.post("/beheer/comments/policy/", policy_form(closes_after_days=days))
    assert response.status_code == 200
    assert "errornote" in response.text
