"""What a writer sees and does on “Mijn reacties”."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from comments.models import (
    Comment,
    Decision,
    Discussion,
    Follow,
    Measure,
    Policy,
    Version,
    WordRule,
    Writer,
)
from comments.models.decision import Reason
from comments.standing import COOKIE, standing_of
from tests.comments.mine.conftest import Door
from tests.conftest import React

State = Comment.State


def again(comment: Comment) -> Comment:
    return Comment.objects.get(pk=comment.pk)


def test_a_page_without_reactions_says_so(client: Client, door: Door) -> None:
    text = client.get(door()).text
    assert "Nog geen reacties" in text
    assert "U volgt niets." in text


def test_it_shows_all_of_ones_own_with_what_was_decided(
    client: Client, door: Door, react: React, mo: User
) -> None:
    react("Deze staat er.")
    react("Deze wacht.", approved=False)
    react("Deze niet.", approved=False).refuse(mo, Reason.OFF_TOPIC, "Dit gaat over iets anders.")
    react("Van een ander.", email="iemand@voorbeeld.nl")
    text = client.get(door()).text
    assert "3 reacties" in text
    for words in ("Deze staat er.", "Deze wacht.", "Deze niet.", "Dit gaat over iets anders."):
        assert words in text
    assert "gaat niet over het onderwerp" in text
    assert f"Besluit {Decision.objects.get(verb='refuse').pk}" in text
    assert "Van een ander." not in text


def test_what_staff_wrote_with_the_same_address_is_not_there(
    client: Client, door: Door, react: React, mo: User
) -> None:
    react("Namens de redactie.", user=mo)
    assert "Namens de redactie." not in client.get(door()).text


@pytest.mark.parametrize("many", [1, 25])
def test_the_page_takes_as_many_queries_for_one_as_for_many(
    client: Client, door: Door, react: React, many: int, django_assert_max_num_queries: object
) -> None:
    for n in range(many):
        react(f"Nummer {n}.", approved=n % 2 == 0)
    with django_assert_max_num_queries(9):  # type: ignore[operator]
        client.get(door())


def test_more_than_a_page_goes_on_on_the_next(client: Client, door: Door, react: React) -> None:
    for n in range(21):
        react(f"Nummer {n}.", approved=False)
    assert "Nummer 0." not in client.get(door()).text
    assert "Nummer 0." in client.get(door(), {"pagina": 2}).text
    assert client.get(door(), {"pagina": "x"}).status_code == 200


# --- The mailbox --------------------------------------------------------------------------------


def test_looking_confirms_nothing(client: Client, door: Door, rik: Writer) -> None:
    assert "Bevestig uw e-mailadres" in client.get(door()).text
    rik.refresh_from_db()
    assert rik.confirmed_at is None


def test_confirming_also_confirms_what_was_asked_with_it(
    client: Client, door: Door, rik: Writer, discussion: Discussion
) -> None:
    follow = Follow.objects.create(writer=rik, what="discussion", discussion=discussion)
    for _ in range(2):  # the second click does no harm
        assert client.post(door("confirm_mailbox")).status_code == 302
    rik.refresh_from_db()
    follow.refresh_from_db()
    assert rik.confirmed_at is not None
    assert follow.confirmed_at is not None
    assert "Bevestigd op" in client.get(door()).text


def test_this_device_knows_the_address_only_when_asked(
    client: Client, door: Door, rik: Writer
) -> None:
    client.get(door())
    client.post(door("confirm_mailbox"))
    assert COOKIE not in client.cookies
    client.post(door("remember"))
    cookie = client.cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    request = client.get(door()).wsgi_request
    assert standing_of(request) == rik
    client.post(door("forget"))
    assert client.cookies[COOKIE].value == ""


def test_a_cookie_that_we_did_not_sign_is_nobody(client: Client, door: Door, rik: Writer) -> None:
    client.cookies[COOKIE] = f"{rik.pk}:x:y"
    assert standing_of(client.get(door()).wsgi_request) is None


def test_stopping_to_follow(
    client: Client, door: Door, rik: Writer, discussion: Discussion
) -> None:
    mine = Follow.objects.create(
        writer=rik, what="discussion", discussion=discussion, confirmed_at=timezone.now()
    )
    other = Writer.objects.create(email="iemand@voorbeeld.nl")
    theirs = Follow.objects.create(writer=other, what="discussion", discussion=discussion)
    assert client.post(f"{door()}volgen/{theirs.pk}/stoppen/").status_code == 404
    assert client.post(f"{door()}volgen/{mine.pk}/stoppen/").status_code == 302
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert mine.ended_at is not None
    assert theirs.ended_at is None


def test_one_follow_is_confirmed_by_itself(
    client: Client, door: Door, rik: Writer, discussion: Discussion
) -> None:
    """Of a confirmed writer the page once had no button for what was asked later."""
    rik.confirm(timezone.now())
    asked = Follow.objects.create(writer=rik, what="discussion", discussion=discussion)
    other = Follow.objects.create(writer=rik, what="articles")
    assert "Bevestig uw aanmelding" in client.get(door()).text
    for _ in range(2):
        answer = client.post(f"{door()}volgen/{asked.pk}/bevestigen/")
        assert answer["Location"].endswith("?gedaan=gevolgd")
    assert list(Follow.objects.active()) == [asked]
    asked.stop()
    assert client.post(f"{door()}volgen/{asked.pk}/bevestigen/").status_code == 404
    assert client.post(f"{door()}volgen/{other.pk + 1}/bevestigen/").status_code == 404


# --- Correcting ---------------------------------------------------------------------------------


def test_a_correction_keeps_the_earlier_text_and_is_seen(
    client: Client, door: Door, react: React, rik: Writer
) -> None:
    policy = Policy.get_solo()
    policy.mode = Policy.Mode.AFTER
    policy.save()
    comment = react("Dat heb ik ook.")
    answer = client.post(door("correct", comment), {"body": "Dat herken ik **niet**."})
    assert answer["Location"].endswith("?gedaan=gecorrigeerd")
    corrected = again(comment)
    assert corrected.body_html == "<p>Dat herken ik <strong>niet</strong>.</p>"
    assert corrected.edited_at is not None
    assert (corrected.state, corrected.number) == (State.PUBLISHED, comment.number)
    assert Version.objects.get().body == "Dat heb ik ook."
    page = client.get(comment.discussion.article.get_absolute_url()).text
    assert "Bewerkt op" in page
    assert "Dat heb ik ook." not in page
    assert comment.decisions.order_by("-pk")[0].verb == Decision.Verb.CORRECT


def test_a_correction_is_judged_again(client: Client, door: Door, react: React) -> None:
    comment = react("Goed.")
    answer = client.post(door("correct", comment), {"body": "Beter."})
    assert "gedaan=wacht" in answer["Location"]
    corrected = again(comment)
    assert (corrected.state, corrected.number) == (State.PENDING, 1)
    assert corrected.discussion.published_count == 0
    assert "Beter." not in client.get(comment.discussion.article.get_absolute_url()).text


def test_a_correction_that_the_rules_refuse_is_off_the_site(
    client: Client, door: Door, react: React
) -> None:
    comment = react("Goed.")
    WordRule.objects.create(pattern="gokwinkel", effect=WordRule.Effect.REFUSE)
    answer = client.post(door("correct", comment), {"body": "Ga naar de gokwinkel."}, follow=True)
    assert "Zo kunnen wij die niet plaatsen." in answer.text
    assert "Uw reactie bevat een woord dat wij niet plaatsen." in answer.text
    assert again(comment).state == State.REFUSED
    assert "gokwinkel" not in client.get(comment.discussion.article.get_absolute_url()).text
    assert client.post(door("correct", comment), {"body": "Goed."}).status_code == 409


def test_who_is_blocked_corrects_nothing(
    client: Client, door: Door, react: React, rik: Writer, mo: User
) -> None:
    comment = react("Goed.")
    Measure.objects.create(writer=rik, kind=Measure.Kind.REFUSE, reason="Schelden.", by=mo)
    answer = client.post(door("correct", comment), {"body": "Beter."})
    assert answer.status_code == 409
    assert "U kunt hier voorlopig niet reageren." in answer.text
    assert again(comment).body == "Goed."


def test_after_the_time_is_over_the_text_stays_on_the_screen_and_nothing_changes(
    client: Client, door: Door, react: React
) -> None:
    comment = react("Goed.")
    Comment.objects.update(created_at=timezone.now() - timedelta(minutes=16))
    assert client.get(door("correct", comment)).status_code == 409
    answer = client.post(door("correct", comment), {"body": "Beter."})
    assert answer.status_code == 409
    assert "Uw reactie kan niet meer worden gecorrigeerd." in answer.text
    assert "Beter." in answer.text
    assert again(comment).body == "Goed."
    assert "Corrigeren" not in client.get(door()).text


def test_an_answer_ends_correcting(client: Client, door: Door, react: React) -> None:
    comment = react("Goed.")
    react("Eens.", to=comment, email="iemand@voorbeeld.nl")
    assert "Corrigeren" not in client.get(door()).text
    assert client.get(door("correct", comment)).status_code == 409
    answer = client.post(door("correct", comment), {"body": "Beter."})
    assert answer.status_code == 409
    assert "Iemand heeft al geantwoord." in answer.text


def test_the_same_text_is_no_correction(client: Client, door: Door, react: React) -> None:
    comment = react("Goed.")
    client.post(door("correct", comment), {"body": "Goed."})
    assert Version.objects.count() == 0
    assert again(comment).edited_at is None


@pytest.mark.parametrize("body", ["", "x" * 5_001])
def test_a_correction_has_the_limits_of_a_reaction(
    client: Client, door: Door, react: React, body: str
) -> None:
    comment = react("Goed.")
    assert client.post(door("correct", comment), {"body": body}).status_code == 422
    assert again(comment).body == "Goed."


# --- Withdrawing --------------------------------------------------------------------------------


def test_withdrawing_asks_first(client: Client, door: Door, react: React) -> None:
    comment = react("Goed.")
    assert "Wilt u deze reactie intrekken?" in client.get(door("withdraw", comment)).text
    assert again(comment).state == State.PUBLISHED


def test_a_withdrawn_reaction_leaves_its_place_where_it_was_answered(
    client: Client, door: Door, react: React
) -> None:
    comment = react("Goed.")
    react("Eens.", to=comment, email="iemand@voorbeeld.nl")
    for _ in range(2):
        answer = client.post(door("withdraw", comment))
        assert "gedaan=ingetrokken" in answer["Location"]
    page = client.get(comment.discussion.article.get_absolute_url()).text
    assert "De schrijver heeft deze reactie verwijderd." in page
    assert "Goed." not in page
    assert "1 reactie" in page


def test_what_waits_can_be_withdrawn_and_never_had_a_number(
    client: Client, door: Door, react: React
) -> None:
    comment = react("Goed.", approved=False)
    client.post(door("withdraw", comment))
    assert (again(comment).state, again(comment).number) == (State.WITHDRAWN, None)


def test_what_was_refused_stays_refused(client: Client, door: Door, react: React, mo: User) -> None:
    comment = react("Goed.", approved=False)
    comment.refuse(mo, Reason.OFF_TOPIC)
    answer = client.post(door("withdraw", comment), follow=True)
    assert "Deze reactie kan niet meer worden ingetrokken." in answer.text
    assert again(comment).state == State.REFUSED
