"""Staff choose whether they hear of reactions, and get the whole text and where to judge it."""

import re

import pytest
from django.test import Client

from accounts.models import User
from comments.judging.ruling import Finding, Ruling, Verdict
from comments.letters.digests import send
from comments.models import Comment, Discussion
from mailing.models import Mail
from tests.comments.letters.conftest import kinds, newest
from tests.comments.letters.test_digests import at
from tests.conftest import React, SignIn
from tests.desk.messages import said

LONG = "Eerste regel & meer.\n\n" + "Een heel verhaal. " * 40 + "Het slot."


def wants(user: User, **choice: str) -> User:
    User.objects.filter(pk=user.pk).update(email=f"{user.username}@voorbeeld.nl", **choice)
    user.refresh_from_db()
    return user


def test_a_moderator_hears_at_once(react: React, mo: User, sign_in: SignIn) -> None:
    wants(mo, mail_to_moderate="at_once")
    comment = react(LONG, approved=False)
    mail = Mail.objects.get(to="mo@voorbeeld.nl")
    assert (mail.kind, mail.subject) == ("desk_reaction", "Nieuwe reactie op ‘Aan de balie’")
    text = " ".join(mail.text.replace("\n>", "\n").split())
    assert " ".join(LONG.split()) in text
    assert "Eerste regel &amp; meer." in mail.html
    address = f"/beheer/comments/comment/{comment.pk}/change/"
    assert f"http://testserver{address}" in mail.text
    assert sign_in(mo).get(address).status_code == 200
    assert "http://testserver/beheer/voorkeuren/" in mail.text


def test_who_did_not_choose_or_may_not_moderate_hears_nothing(
    react: React, mo: User, ada: User, els: User
) -> None:
    wants(mo)
    wants(ada, mail_to_moderate="at_once")
    wants(els, mail_to_moderate="daily")
    react(approved=False)
    assert kinds() == ["confirm_address"]


@pytest.mark.parametrize("gone", [{"is_active": False}, {"email": ""}])
def test_who_left_hears_nothing(react: React, mo: User, gone: dict[str, object]) -> None:
    wants(mo, mail_to_moderate="at_once")
    User.objects.filter(pk=mo.pk).update(**gone)
    react(approved=False)
    assert kinds() == ["confirm_address"]


def test_what_the_rules_turned_away_or_staff_wrote_is_no_work(
    react: React, mo: User, ada: User, discussion: Discussion
) -> None:
    wants(mo, mail_to_moderate="at_once")
    ruling = Ruling((Finding("honeypot", Verdict.REFUSE),))
    discussion.post(Comment(body="Koop!", name="Bot", email="bot@voorbeeld.nl"), ruling=ruling)
    react("Van de auteur.", user=ada, email="")
    assert kinds() == []


def test_once_a_day_a_moderator_sees_what_waits(react: React, els: User) -> None:
    wants(els, mail_to_moderate="daily")
    send(at(8))
    assert kinds() == []
    react("Wacht al.", approved=False)
    react("Geplaatst.")
    Mail.objects.all().delete()
    for hour in (8, 9):
        send(at(hour))
    assert kinds() == ["desk_day"]
    assert "Wacht al." in newest().text
    assert "Geplaatst." not in newest().text
    send(at(8, days=2))
    assert kinds() == ["desk_day"] * 2


def test_an_author_hears_of_what_readers_see_under_their_article(
    react: React, ada: User, els: User, mo: User
) -> None:
    wants(ada, mail_own_articles="at_once")
    wants(els, mail_own_articles="at_once")
    waiting = react("Heel goed.", approved=False)
    assert "author_reaction" not in kinds()
    waiting.approve(mo)
    mail = Mail.objects.get(kind="author_reaction")
    assert mail.to == "ada@voorbeeld.nl"
    assert "Heel goed." in mail.text
    assert f"http://testserver/reacties/{waiting.pk}/" in mail.text
    react("Dank u.", waiting, user=ada, email="")
    assert kinds().count("author_reaction") == 1


def test_an_author_can_hear_once_a_day(react: React, ada: User, mo: User) -> None:
    wants(ada, mail_own_articles="daily")
    comment = react("Heel goed.")
    react("Dank u.", user=ada, email="")
    Mail.objects.all().delete()
    Comment.objects.update(published_at=at(6))
    send(at(8))
    send(at(9))
    assert kinds() == ["author_day"]
    assert "Heel goed." in newest().text
    assert "Dank u." not in newest().text
    send(at(8, days=2))
    assert kinds() == ["author_day"]
    comment.remove(mo, "offensive")
    assert not Mail.objects.get(kind="author_day").is_still_true()


def test_staff_read_their_mail_in_their_own_language(react: React, mo: User) -> None:
    wants(mo, mail_to_moderate="at_once", language="en")
    react(approved=False)
    assert '<html lang="en">' in Mail.objects.get(to="mo@voorbeeld.nl").html


def test_staff_choose_for_themselves(mo: User, sign_in: SignIn) -> None:
    form = {"language": "nl", "mail_to_moderate": "daily", "mail_own_articles": "at_once"}
    client = sign_in(mo)
    assert "mail over reacties om te beoordelen" in client.get("/beheer/voorkeuren/").text.lower()
    assert client.post("/beheer/voorkeuren/", form).status_code == 302
    mo.refresh_from_db()
    assert (mo.mail_to_moderate, mo.mail_own_articles) == ("daily", "at_once")
    assert client.post("/beheer/voorkeuren/", form | {"mail_to_moderate": "x"}).status_code == 422


# --- Deciding from the mail -----------------------------------------------------------------------


OFFERED = re.compile(r"^(\w+):\s+http://testserver(/beheer/comments/\S+gezien=\S+)$", re.MULTILINE)


def ways(mail: Mail) -> dict[str, str]:
    """What the mail offers to do, and the address of each."""
    return dict(OFFERED.findall(mail.text))


def test_the_mail_leads_to_each_decision(react: React, mo: User) -> None:
    wants(mo, mail_to_moderate="at_once")
    comment = react(approved=False)
    mail = Mail.objects.get(to="mo@voorbeeld.nl")
    assert list(ways(mail)) == ["Goedkeuren", "Afwijzen", "Spam"]
    assert ways(mail)["Afwijzen"].startswith(f"/beheer/comments/comment/{comment.pk}/afwijzen/?")
    for address in ways(mail).values():
        assert f'href="http://testserver{address}"' in mail.html.replace("&amp;", "&")


def test_what_is_published_already_can_be_read_or_removed(discussion: Discussion, mo: User) -> None:
    wants(mo, mail_to_moderate="at_once")
    discussion.post(Comment(body="Goed.", name="Sem", email="sem@voorbeeld.nl"), ruling=Ruling())
    assert list(ways(Mail.objects.get(to="mo@voorbeeld.nl"))) == ["Gelezen", "Verwijderen", "Spam"]


def test_following_the_link_decides_nothing_and_pressing_does(
    react: React, mo: User, sign_in: SignIn
) -> None:
    """Programs that look at mail follow links."""
    wants(mo, mail_to_moderate="at_once")
    comment = react(approved=False)
    address = ways(Mail.objects.get(to="mo@voorbeeld.nl"))["Goedkeuren"]
    assert "/login/" in Client().get(address).headers["Location"]
    desk = sign_in(mo)
    page = desk.get(address)
    assert page.status_code == 200
    comment.refresh_from_db()
    assert comment.state == Comment.State.PENDING
    assert desk.post(address).status_code == 302
    comment.refresh_from_db()
    assert comment.state == Comment.State.PUBLISHED


def test_who_comes_second_by_mail_is_told_what_was_decided(
    react: React, mo: User, els: User, sign_in: SignIn
) -> None:
    wants(mo, mail_to_moderate="at_once")
    comment = react(approved=False)
    address = ways(Mail.objects.get(to="mo@voorbeeld.nl"))["Goedkeuren"]
    comment.refuse(els, "off_topic")
    desk = sign_in(mo)
    gezien = address.partition("gezien=")[2]
    assert f'name="gezien" value="{gezien}"' in desk.get(address).text
    answer = desk.post(address.partition("?")[0], {"gezien": gezien})
    assert any("Els Maas heeft" in sentence for _level, sentence in said(answer))
    comment.refresh_from_db()
    assert comment.state == Comment.State.REFUSED


def test_authors_and_the_mail_of_the_day_decide_nothing(react: React, ada: User, els: User) -> None:
    wants(ada, mail_own_articles="at_once")
    wants(els, mail_to_moderate="daily")
    react()
    react("Wacht.", approved=False)
    send(at(8))
    mails = Mail.objects.exclude(to="rik@voorbeeld.nl")
    assert set(mails.values_list("kind", flat=True)) == {"author_reaction", "desk_day"}
    assert [ways(mail) for mail in mails] == [{}, {}]
