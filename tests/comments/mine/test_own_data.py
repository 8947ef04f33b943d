"""Whoever has the mailbox may have all that is kept of it, and nothing of anybody else."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from comments.models import Discussion, Follow, Measure, Notice, Writer
from comments.models.decision import Reason
from tests.comments.mine.conftest import Door
from tests.conftest import React


def data(client: Client, door: Door) -> dict[str, Any]:
    answer = client.get(door("own_data"))
    assert answer["Content-Disposition"] == 'attachment; filename="mijn-reacties.json"'
    found: dict[str, Any] = answer.json()
    return found


def test_it_has_every_reaction_with_its_history(
    client: Client, door: Door, react: React, mo: User
) -> None:
    first = react("Goed.", affiliation="Gemeente Zuidersluis")
    first.correct("Beter.")
    react("Weg.", approved=False).refuse(mo, Reason.OFF_TOPIC, "Dit gaat over iets anders.")
    newest, oldest = data(client, door)["reacties"]
    assert (oldest["tekst"], oldest["organisatie"]) == ("Beter.", "Gemeente Zuidersluis")
    assert [one["tekst"] for one in oldest["eerdere_teksten"]] == ["Goed."]
    assert [one["door"] for one in oldest["besluiten"]] == ["schrijver", "redactie"]
    assert newest["staat"] == "afgewezen"
    assert newest["besluiten"][0]["toelichting"] == "Dit gaat over iets anders."


def test_it_has_follows_reports_and_measures(
    client: Client, door: Door, react: React, rik: Writer, discussion: Discussion, mo: User
) -> None:
    other = react("Van een ander.", email="iemand@voorbeeld.nl")
    Follow.objects.create(writer=rik, what="discussion", discussion=discussion)
    Measure.objects.create(writer=rik, kind="hold", reason="Schelden.", by=mo)
    Notice.objects.create(
        reference="M-1", kind="rules", comment=other, notifier_email="Rik@voorbeeld.nl"
    )
    found = data(client, door)
    assert found["e-mailadres"] == "rik@voorbeeld.nl"
    assert found["volgt"][0]["artikel"] == "Aan de balie"
    assert found["maatregelen"][0]["waarom"] == "Schelden."
    assert found["meldingen"][0]["meldingsnummer"] == "M-1"


def test_it_has_nothing_of_anybody_else(
    client: Client, door: Door, react: React, rik: Writer, mo: User
) -> None:
    other = Writer.objects.create(email="iemand@voorbeeld.nl", note="Let op.")
    parent = react("Van een ander.", name="Iemand", email=other.email)
    mine = react("Eens.", to=parent)
    mine.remove(mo, Reason.LEGAL)
    Follow.objects.create(writer=other, what="articles")
    Notice.objects.create(
        reference="M-1",
        kind="law",
        comment=mine,
        notifier_email=other.email,
        notifier_name="Iemand",
    )
    text = client.get(door("own_data")).text
    assert "Eens." in text
    for words in ("Van een ander.", "Iemand", "iemand@", "Mo Karimi", "Let op.", "M-1"):
        assert words not in text, words


@pytest.mark.parametrize("many", [1, 12])
def test_it_takes_as_many_queries_for_one_as_for_many(
    client: Client, door: Door, react: React, many: int, django_assert_max_num_queries: Any
) -> None:
    for n in range(many):
        react(f"Nummer {n}.")
    with django_assert_max_num_queries(9):
        client.get(door("own_data"))


def test_what_was_erased_is_not_in_it(
    client: Client, door: Door, react: React, rik: Writer
) -> None:
    rik.confirm(timezone.now())
    react("Weg.").erase()
    found = data(client, door)
    assert found["reacties"] == []
    assert found["bevestigd_op"] is not None
