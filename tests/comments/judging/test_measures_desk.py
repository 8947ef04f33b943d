"""Writers and measures, as moderators see and take them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from comments.models import Measure, Writer
from comments.models.decision import Reason
from desk.refused import Refused
from tests.comments.test_queries import queries
from tests.conftest import React, SignIn

ADD = "/beheer/comments/measure/add/"


@pytest.fixture
def rik(db: None) -> Writer:
    return Writer.objects.of("rik@voorbeeld.nl")


@pytest.fixture
def moderator(sign_in: SignIn, mo: User) -> Client:
    return sign_in(mo)


def test_a_moderator_takes_a_measure_under_their_own_name(
    moderator: Client, mo: User, rik: Writer
) -> None:
    typed = {"writer": str(rik.pk), "kind": "hold", "reason": "Ruzie.", "by": "999"}
    assert moderator.post(ADD, typed).status_code == 302
    measure = rik.measures.get()
    assert (measure.kind, measure.reason, measure.by, measure.until) == ("hold", "Ruzie.", mo, None)


def test_a_measure_has_a_reason(moderator: Client, rik: Writer) -> None:
    answer = moderator.post(ADD, {"writer": str(rik.pk), "kind": "hold", "reason": " "})
    assert "errornote" in answer.text
    assert not Measure.objects.exists()


def test_lifting_ends_it_now_and_keeps_that_it_was(
    moderator: Client, mo: User, rik: Writer
) -> None:
    measure = Measure.objects.create(writer=rik, kind="refuse", reason="Ruzie.", by=mo)
    page = f"/beheer/comments/measure/{measure.pk}/"
    assert "Opheffen" in moderator.get(f"{page}change/").text
    assert moderator.post(f"{page}opheffen/").status_code == 302
    measure.refresh_from_db()
    assert not Measure.objects.in_force(timezone.now()).exists()
    assert measure.until is not None
    first = measure.until
    moderator.post(f"{page}opheffen/")
    measure.refresh_from_db()
    assert measure.until == first
    moderator.get("/beheer/")  # reads what was said of it
    assert "Opheffen" not in moderator.get(f"{page}change/").text


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [(-1, None, True), (-1, 1, True), (1, None, False), (-2, -1, False), (0, 0, False)],
)
def test_one_measure_and_a_list_of_them_agree_on_what_is_in_force(
    rik: Writer, mo: User, since: int, until: int | None, holds: bool
) -> None:
    now = timezone.now()
    end = None if until is None else now + timedelta(days=until)
    start = now + timedelta(days=since)
    one = Measure.objects.create(writer=rik, kind="hold", reason="x", since=start, until=end, by=mo)
    assert one.is_in_force(now) is holds
    assert Measure.objects.in_force(now).exists() is holds
    if not holds:
        with pytest.raises(Refused):
            one.lift()


def test_what_was_taken_is_not_rewritten(moderator: Client, mo: User, rik: Writer) -> None:
    measure = Measure.objects.create(writer=rik, kind="hold", reason="Ruzie.", by=mo)
    page = f"/beheer/comments/measure/{measure.pk}/"
    assert moderator.post(f"{page}change/", {"reason": "Anders."}).status_code == 403
    assert moderator.post(f"{page}delete/", {"post": "yes"}).status_code == 403


def test_authors_take_no_measures(sign_in: SignIn, ada: User, mo: User, rik: Writer) -> None:
    measure = Measure.objects.create(writer=rik, kind="hold", reason="Ruzie.", by=mo)
    browser = sign_in(ada)
    assert browser.get(ADD).status_code == 403
    assert browser.post(ADD, {"writer": str(rik.pk)}).status_code == 403
    lifting = f"/beheer/comments/measure/{measure.pk}/opheffen/"
    assert browser.post(lifting).status_code == 403
    assert Client().post(lifting).status_code == 302
    measure.refresh_from_db()
    assert measure.until is None


def test_the_page_of_a_writer_shows_the_record_and_keeps_a_note(
    moderator: Client, mo: User, rik: Writer, react: React
) -> None:
    react("Een.")
    react("Twee.")
    react("Drie.", approved=False).refuse(mo, Reason.OFFENSIVE)
    react("Van Noor.", email="noor@voorbeeld.nl")
    row = moderator.get("/beheer/comments/writer/?q=rik").text
    assert '<td class="field-placed">2</td><td class="field-against">1</td>' in row
    page = f"/beheer/comments/writer/{rik.pk}/change/"
    shown = moderator.get(page).text
    assert f'href="{ADD}?writer={rik.pk}"' in shown
    assert "?q=rik@voorbeeld.nl&amp;staat=alle" in shown
    inline = {"measures-TOTAL_FORMS": "0", "measures-INITIAL_FORMS": "0"}
    typed = {"note": "Belde op.", "email": "anders@voorbeeld.nl", **inline}
    assert moderator.post(page, typed).status_code == 302
    rik.refresh_from_db()
    assert (rik.note, rik.email) == ("Belde op.", "rik@voorbeeld.nl")


@pytest.mark.parametrize("desk", ["writer", "measure"])
def test_the_lists_cost_the_same_however_long(moderator: Client, mo: User, desk: str) -> None:
    costs = []
    for many in (3, 30):
        for n in range(many):
            writer = Writer.objects.of(f"lezer{n}@voorbeeld.nl")
            Measure.objects.create(writer=writer, kind="hold", reason="x", by=mo)
        costs.append(queries(lambda: moderator.get(f"/beheer/comments/{desk}/")))
    assert costs[0] == costs[1] <= 12
