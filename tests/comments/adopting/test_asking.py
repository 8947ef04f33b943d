"""A moderator asks a writer whether a reaction may become a tip of the article."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Tip
from comments.consent import consent_path
from comments.models import Adoption, Comment, Writer
from desk.refused import Refused
from mailing.models import Mail
from tests.comments.adopting.pages import TEXT, page_of, steps
from tests.conftest import React, SignIn


def test_a_moderator_asks_from_the_page_of_the_reaction(
    comment: Comment, mo: User, sign_in: SignIn
) -> None:
    desk = sign_in(mo)
    address = f"/beheer/comments/comment/{comment.pk}/overnemen/"
    form = desk.get(address)
    assert f"Wat helpt: {TEXT} Echt waar." in form.text
    assert 'value="Rik"' in form.text
    said = desk.post(address, {"text": TEXT, "byline": "Rik"}, follow=True)
    assert "De schrijver krijgt een mail met de vraag." in said.text
    adoption = Adoption.objects.get()
    assert (adoption.comment, adoption.state, adoption.asked_by) == (comment, "asked", mo)
    assert steps(comment) == [("gevraagd", True)]
    assert not Tip.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"text": "", "byline": "Rik"}, "Schrijf de tip."),
        ({"text": "x" * 1_001, "byline": "Rik"}, "1000 tekens"),
        ({"text": TEXT, "byline": "x" * 121}, "120 tekens"),
        ({"text": TEXT, "byline": "R\nik"}, "Zet dit op één regel."),
    ],
)
def test_a_tip_that_cannot_be_is_not_asked(
    comment: Comment, mo: User, sign_in: SignIn, typed: dict[str, str], sentence: str
) -> None:
    address = f"/beheer/comments/comment/{comment.pk}/overnemen/"
    said = sign_in(mo).post(address, typed)
    assert said.status_code == 422
    assert sentence in said.text
    assert not Adoption.objects.exists()


@pytest.mark.parametrize("name", ["overnemen", "tip-weghalen"])
@pytest.mark.parametrize(("who", "status"), [("ada", 403), ("niemand", 302)])
def test_only_who_moderates_asks_and_ends(
    client: Client, ada: User, asked: Adoption, who: str, status: int, name: str
) -> None:
    if who == "ada":
        client.force_login(ada)
    address = f"/beheer/comments/comment/{asked.comment_id}/{name}/"
    assert client.get(address).status_code == status
    assert client.post(address, {"text": TEXT}).status_code == status
    assert Adoption.objects.get().state == "asked"


def test_nobody_is_asked_twice_about_one_reaction(asked: Adoption, mo: User, els: User) -> None:
    with pytest.raises(Refused, match="is al overgenomen, of gevraagd"):
        Adoption.objects.ask(asked.comment, els, "Iets anders.", "Rik")
    assert Adoption.objects.get().text == TEXT
    assert Mail.objects.filter(kind="adoption").count() == 1


@pytest.mark.parametrize(
    ("fields", "why"),
    [({"approved": False}, "is al wacht op goedkeuring"), ({"email": ""}, "geen e-mailadres")],
)
def test_what_readers_cannot_see_or_nobody_can_be_asked_about_is_not_adopted(
    react: React, mo: User, fields: dict[str, Any], why: str
) -> None:
    comment = react("Nog niets.", **fields)
    with pytest.raises(Refused, match=why):
        Adoption.objects.ask(comment, mo, TEXT, "Rik")
    assert not Adoption.objects.exists()
    assert not Mail.objects.filter(kind="adoption").exists()


def test_what_staff_wrote_is_adopted_at_once(
    client: Client, article: Article, react: React, mo: User, ada: User
) -> None:
    comment = react(TEXT, user=ada, name="Ada Verhoeven", email="")
    Adoption.objects.ask(comment, mo, TEXT, "Ada Verhoeven")
    assert "Tip van Ada Verhoeven" in page_of(client, article)
    assert not Mail.objects.filter(kind="adoption").exists()
    assert steps(comment) == [("akkoord", True)]


def test_the_letter_asks_and_leads_to_the_answer(asked: Adoption) -> None:
    mail = Mail.objects.get(kind="adoption")
    assert mail.to == "rik@voorbeeld.nl"
    assert consent_path(asked) in mail.text
    assert consent_path(asked) in mail.html
    assert mail.subject.startswith("Mogen wij uw reactie overnemen als tip?")


@pytest.mark.parametrize("confirmed", [True, False])
def test_only_a_confirmed_mailbox_gets_words_in_the_mail(
    comment: Comment, mo: User, confirmed: bool
) -> None:
    """Else somebody could have us mail their words to any address."""
    at = timezone.now() if confirmed else None
    Writer.objects.update_or_create(email="rik@voorbeeld.nl", defaults={"confirmed_at": at})
    Adoption.objects.ask(comment, mo, TEXT, "Rik")
    mail = Mail.objects.get(kind="adoption")
    assert (TEXT in mail.text) is confirmed
    assert (TEXT in mail.html) is confirmed
    assert ("Beste Rik" in mail.text) is confirmed
