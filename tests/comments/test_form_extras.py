"""Beside text, name and address: organisation, a tip, following, a preview and a quote."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments import standing
from comments.models import Comment, Discussion, Follow, WordRule, Writer
from mailing.models import Mail
from tests.conftest import React, SignIn


def test_an_organisation_stands_with_the_name(
    client: Client, form: str, article: Article, sent: dict[str, str], mo: User
) -> None:
    client.post(form, {**sent, "affiliation": "Gemeente <Zuidersluis>"})
    comment = Comment.objects.get()
    comment.approve(mo)
    assert comment.affiliation == "Gemeente <Zuidersluis>"
    assert "Gemeente &lt;Zuidersluis&gt;" in client.get(article.get_absolute_url()).text


@pytest.mark.parametrize("affiliation", ["x" * 121, "een\nregel", "on\u202ezichtbaar"])
def test_an_organisation_is_one_readable_line(
    client: Client, form: str, sent: dict[str, str], affiliation: str
) -> None:
    assert client.post(form, {**sent, "affiliation": affiliation}).status_code == 422
    assert not Comment.objects.exists()


def test_a_tip_is_ticked(client: Client, form: str, sent: dict[str, str]) -> None:
    client.post(form, {**sent, "has_tip": "on"})
    assert Comment.objects.get().has_tip


def test_an_address_is_one_however_it_is_typed(
    client: Client, form: str, sent: dict[str, str]
) -> None:
    client.post(form, {**sent, "email": "Rik@Voorbeeld.NL"})
    assert Comment.objects.get().email == "rik@voorbeeld.nl"


# --- Following ------------------------------------------------------------------------------------


def test_nobody_follows_unasked(client: Client, form: str, sent: dict[str, str]) -> None:
    client.post(form, sent)
    assert not Follow.objects.exists()


@pytest.mark.parametrize(
    ("what", "shown"),
    [
        ("conversation", "van antwoorden op mijn reactie"),
        ("discussion", "van alle reacties bij dit artikel"),
    ],
)
def test_following_waits_for_the_mailbox(
    at_once: None, client: Client, form: str, sent: dict[str, str], what: str, shown: str
) -> None:
    client.post(form, {**sent, "follow": what})
    follow, comment = Follow.objects.get(), Comment.objects.get()
    assert (follow.what, follow.writer.email, follow.confirmed_at) == (what, sent["email"], None)
    assert follow.comment == (comment if what == "conversation" else None)
    assert follow.discussion == (comment.discussion if what == "discussion" else None)
    assert follow.asked_with == f"Houd mij op de hoogte: {shown}"
    assert shown in client.get(form).text
    assert Mail.objects.filter(to=sent["email"]).exists()


def test_who_is_known_to_this_device_follows_at_once(
    client: Client, form: str, sent: dict[str, str]
) -> None:
    writer = Writer.objects.create(email=sent["email"], confirmed_at=timezone.now())
    client.cookies[standing.COOKIE] = signed(writer)
    client.post(form, {**sent, "follow": "discussion"})
    assert Follow.objects.get().confirmed_at is not None


def test_the_address_of_another_gives_nothing(
    client: Client, form: str, sent: dict[str, str]
) -> None:
    writer = Writer.objects.create(email="kim@voorbeeld.nl", confirmed_at=timezone.now())
    client.cookies[standing.COOKIE] = signed(writer)
    client.post(form, {**sent, "follow": "discussion"})
    assert Follow.objects.get().confirmed_at is None


def test_who_is_known_need_not_type_again(client: Client, form: str, react: React) -> None:
    react(affiliation="De Kade")
    writer = Writer.objects.of("rik@voorbeeld.nl")
    writer.confirm(timezone.now())
    assert 'value="rik@voorbeeld.nl"' not in client.get(form).text
    client.cookies[standing.COOKIE] = signed(writer)
    page = client.get(form).text
    for value in ("rik@voorbeeld.nl", "Rik", "De Kade"):
        assert f'value="{value}"' in page


@pytest.mark.parametrize(
    ("turned_away", "state"),
    [({"website": "http://koop.nl"}, "spam"), ({"body": "Kom gokken."}, "refused")],
)
def test_what_the_rules_turn_away_mails_nobody(
    client: Client, form: str, sent: dict[str, str], turned_away: dict[str, str], state: str
) -> None:
    """A machine could have us mail any address: it only had to ask to be kept informed."""
    WordRule.objects.create(pattern="gok*", effect="refuse")
    client.post(form, {**sent, **turned_away, "follow": "discussion"})
    assert Comment.objects.get().state == state
    assert not Follow.objects.exists()
    assert not Mail.objects.filter(kind="confirm_follow").exists()


def test_a_reaction_and_what_is_asked_with_it_are_stored_together_or_not_at_all(
    client: Client, form: str, sent: dict[str, str], discussion: Discussion, mo: User
) -> None:
    client.post(form, {**sent, "follow": "discussion"})
    answer = client.post(form, {**sent, "follow": "conversation"})
    assert "U hebt deze reactie al geplaatst." in answer.text
    assert [follow.what for follow in Follow.objects.all()] == ["discussion"]
    discussion.close(mo)
    client.post(form, {**sent, "body": "Nog iets.", "follow": "conversation"})
    assert Follow.objects.count() == 1


@pytest.mark.parametrize("what", ["articles", "alles", "conversation; DROP TABLE"])
def test_what_nobody_can_follow_here_is_refused(
    client: Client, form: str, sent: dict[str, str], what: str
) -> None:
    answer = client.post(form, {**sent, "follow": what})
    assert answer.status_code == 422
    assert "Kies een van de mogelijkheden." in answer.text


def signed(writer: Writer) -> str:
    """What this browser keeps once its owner asked us to know it."""
    answer = HttpResponse()
    standing.keep(answer, writer)
    return answer.cookies[standing.COOKIE].value


# --- Preview --------------------------------------------------------------------------------------


@pytest.mark.parametrize("htmx", [{}, {"HTTP_HX_REQUEST": "true"}])
def test_a_preview_shows_it_as_it_will_be_and_stores_nothing(
    client: Client, form: str, sent: dict[str, str], htmx: dict[str, str]
) -> None:
    body = "Dat is **waar**. <b>Toch</b>?"
    answer = client.post(form, {**sent, "body": body, "voorbeeld": "ja"}, **htmx)  # type: ignore[arg-type]
    assert answer.status_code == 200
    assert "Zo komt uw reactie eruit te zien" in answer.text
    assert "<p>Dat is <strong>waar</strong>. &lt;b&gt;Toch&lt;/b&gt;?</p>" in answer.text
    assert "Dat is **waar**." in answer.text
    assert not Comment.objects.exists()
    assert not Mail.objects.exists()


def test_a_preview_of_what_is_not_right_says_what(
    client: Client, form: str, sent: dict[str, str]
) -> None:
    answer = client.post(form, {**sent, "name": "", "voorbeeld": "ja"})
    assert answer.status_code == 422
    assert "Vul uw naam in." in answer.text


def test_after_a_preview_it_is_sent_as_ever(
    client: Client, form: str, sent: dict[str, str]
) -> None:
    client.post(form, {**sent, "voorbeeld": "ja"})
    assert client.post(form, sent).status_code == 302
    assert Comment.objects.count() == 1


def test_a_preview_has_the_name_and_the_organisation(
    client: Client, form: str, react: React, sent: dict[str, str]
) -> None:
    react("Een.", name="Noor")
    typed = {**sent, "affiliation": "<i>De Kade</i>", "voorbeeld": "ja"}
    page = client.post(f"{form}?op=1", typed).text
    assert '<span class="reaction__name">Rik</span>' in page
    assert '<span class="reaction__from">&lt;i&gt;De Kade&lt;/i&gt;</span>' in page
    assert '<span class="reaction__to">in reactie op Noor</span>' in page
    assert "<title>Voorbeeld: Beantwoord reactie 1 op" in page
    assert f'value="{sent["opened"]}"' in page


@pytest.mark.parametrize(("who", "badge"), [("ada", "Auteur van dit artikel"), ("mo", "Redactie")])
def test_staff_see_their_badge_before_they_react(
    request: pytest.FixtureRequest, form: str, sign_in: SignIn, who: str, badge: str
) -> None:
    user = request.getfixturevalue(who)
    browser = sign_in(user)
    tag = f'<span class="badge">{badge}</span>'
    assert f"Bij uw naam staat: {tag}" in browser.get(form).text
    page = browser.post(form, {"body": "Dank u.", "voorbeeld": "ja"}).text
    assert f'<span class="reaction__name">{user.public_name}</span> {tag}' in page
    assert not Comment.objects.exists()


def test_a_preview_is_seen_by_nobody_else_and_names_what_it_names(
    client: Client, form: str, article: Article, react: React, sent: dict[str, str]
) -> None:
    first = react("Een.")
    typed = {**sent, "body": "Zie reactie 1 en reactie 9.", "voorbeeld": "ja"}
    page = client.post(form, typed).text
    assert f'<a href="{first.get_absolute_url()}"' in page
    assert "reactie 9." in page
    assert "Zie reactie 1" not in Client().get(article.get_absolute_url()).text


def test_staff_are_asked_for_a_text_only(
    form: str, discussion: Discussion, mo: User, sign_in: SignIn
) -> None:
    page = sign_in(mo).get(form).text
    for name in ("name", "email", "affiliation", "has_tip", "follow", "website"):
        assert f'name="{name}"' not in page
