"""Staff look at what was sent, and decide about what got stuck."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from mailing.layout import style_source
from mailing.models import PATIENCE, Mail, State
from tests.conftest import SignIn
from tests.mailing.conftest import Write

LIST = "/beheer/mailing/mail/"
KEY = "abc:1vNQp2:" + "x" * 43


@pytest.fixture
def desk(els: User, mo: User, ada: User, sign_in: SignIn) -> Callable[[str], Client]:
    people = {"els": els, "mo": mo, "ada": ada}
    return lambda name: sign_in(people[name]) if name in people else Client()


@pytest.fixture
def mail(write: Write) -> Mail:
    return Mail.objects.post(write(context={"text": f"http://testserver/mijn-reacties/{KEY}/"}))


def page(mail: Mail, act: str = "change") -> str:
    return f"{LIST}{mail.pk}/{act}/"


@pytest.mark.parametrize(
    ("name", "status"), [("els", 200), ("mo", 200), ("ada", 403), ("rik", 302)]
)
@pytest.mark.parametrize("act", ["list", "change", "html"])
def test_who_moderates_or_edits_sees_sent_mail(
    desk: Callable[[str], Client], mail: Mail, name: str, act: str, status: int
) -> None:
    address = LIST if act == "list" else page(mail, act)
    assert desk(name).get(address).status_code == status


def test_a_mail_is_shown_but_not_the_key_in_it(desk: Callable[[str], Client], mail: Mail) -> None:
    """Whoever has the key can do what the writer can; staff do not need it."""
    for act in ("change", "html"):
        shown = desk("els").get(page(mail, act)).text
        assert "Beste Rik," in shown
        assert "/mijn-reacties/…/" in shown
        assert KEY not in shown


def test_in_the_demo_the_page_is_the_mailbox(
    desk: Callable[[str], Client], mail: Mail, settings: Any
) -> None:
    settings.DEMO = True
    assert KEY in desk("els").get(page(mail)).text


def test_the_html_of_a_mail_has_no_rights(desk: Callable[[str], Client], mail: Mail) -> None:
    response = desk("mo").get(page(mail, "html"))
    policy = response.headers["Content-Security-Policy"]
    rules = (
        "default-src 'none'",
        f"style-src {style_source()}",
        "sandbox",
        "frame-ancestors 'none'",
    )
    assert policy == "; ".join(rules)
    assert desk("mo").post(page(mail, "html")).status_code == 405
    assert desk("mo").get(f"{LIST}999/html/").status_code == 404


@pytest.mark.parametrize("state", [*State.values, "vast", "verzonnen"])
def test_the_list_shows_one_state(desk: Callable[[str], Client], mail: Mail, state: str) -> None:
    response = desk("els").get(f"{LIST}?staat={state}")
    assert ("Een proef" in response.text) is (state in {State.WAITING, "verzonnen"})


@pytest.mark.parametrize(("name", "told"), [("els", True), ("mo", False), ("ada", False)])
def test_the_front_says_what_got_stuck_to_who_can_send_it_again(
    desk: Callable[[str], Client], mail: Mail, name: str, told: bool
) -> None:
    assert "stuck-mail" not in desk(name).get("/beheer/").text
    Mail.objects.update(end=State.FAILED)
    page = desk(name).get("/beheer/").text
    assert ("Post die niet aankwam" in page) is told
    assert ("1 bericht" in page) is told
    assert "Een proef" in desk("els").get(f"{LIST}?staat=vast").text


def test_a_long_list_costs_no_more_than_a_short_one(
    desk: Callable[[str], Client],
    write: Write,
    mail: Mail,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = desk("els")
    with django_assert_max_num_queries(12) as few:
        client.get(LIST)
    for number in range(20):
        Mail.objects.post(write(f"meer-{number}"))
    with django_assert_max_num_queries(12) as many:
        client.get(LIST)
    assert len(few) == len(many)
    assert not any('"text"' in query["sql"] for query in many.captured_queries)


@pytest.mark.parametrize(
    "stuck", [{"end": State.FAILED}, {"claimed_at": timezone.now() - PATIENCE - timedelta(hours=1)}]
)
def test_an_editor_sends_again_what_got_stuck(
    desk: Callable[[str], Client], mail: Mail, stuck: dict[str, Any]
) -> None:
    Mail.objects.filter(pk=mail.pk).update(fault="550 Nee", tries=8, **stuck)
    assert "Opnieuw versturen" in desk("els").get(page(mail)).text
    assert desk("els").get(page(mail, "opnieuw")).status_code == 200
    assert desk("els").post(page(mail, "opnieuw")).status_code == 302
    mail.refresh_from_db()
    assert (mail.state_at(timezone.now()), mail.tries, mail.fault) == (State.WAITING, 0, "")
    assert LogEntry.objects.get().get_change_message() == "Opnieuw verstuurd."
    desk("els").post(page(mail, "opnieuw"))  # the second click
    assert LogEntry.objects.count() == 1


@pytest.mark.parametrize("way", [{}, {"sent_at": timezone.now()}, {"end": State.DROPPED}])
def test_what_is_not_stuck_is_not_sent_again(
    desk: Callable[[str], Client], mail: Mail, way: dict[str, Any]
) -> None:
    Mail.objects.filter(pk=mail.pk).update(**way)
    assert "Opnieuw versturen" not in desk("els").get(page(mail)).text
    desk("els").post(page(mail, "opnieuw"))
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize(("name", "status"), [("mo", 403), ("ada", 403), ("rik", 302)])
def test_nobody_else_sends_again(
    desk: Callable[[str], Client], mail: Mail, name: str, status: int
) -> None:
    Mail.objects.filter(pk=mail.pk).update(end=State.FAILED)
    assert desk(name).post(page(mail, "opnieuw")).status_code == status
    mail.refresh_from_db()
    assert mail.end == State.FAILED
    for act in ("change", "delete"):
        assert desk("els").post(page(mail, act), {"to": "kim@voorbeeld.nl"}).status_code == 403
