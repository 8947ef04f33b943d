"""A mail goes to a real server: what it says there, and what becomes of it when that says no."""

from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from bench.served import free_port
from desk.refused import Refused
from mailing.delivering import deliver
from mailing.models import DELAYS, PATIENCE, Mail, State
from pages.models import Publication
from tests.mailing.conftest import Server, Write, use


def sent(server: Server, mail: Mail) -> EmailMessage:
    deliver(mail.pk)
    return server.received[-1]


def state(mail: Mail) -> State:
    mail.refresh_from_db()
    return mail.state_at(timezone.now())


def later(mail: Mail) -> None:
    """As if the time to try again has come."""
    Mail.objects.filter(pk=mail.pk).update(due_at=timezone.now())


def test_a_mail_says_the_same_in_text_and_in_html(server: Server, write: Write) -> None:
    message = sent(server, Mail.objects.post(write()))
    assert message["Subject"] == "[Grensvlak] Een proef"
    assert message["To"] == "rik@voorbeeld.nl"
    assert message["From"] == "redactie@testserver"
    text, html = message.iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    for part in (text.get_content(), html.get_content()):
        assert "Beste Rik," in part
        assert "Dit is een proef." in part
    assert '<html lang="nl">' in html.get_content()


def test_it_says_that_a_machine_wrote_it_and_who_reads_the_answer(
    server: Server, write: Write
) -> None:
    Publication.objects.create(name="De Sluis", email="post@desluis.nl")
    message = sent(server, Mail.objects.post(write()))
    assert message["Subject"] == "[De Sluis] Een proef"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Reply-To"] == "post@desluis.nl"
    assert message["List-Unsubscribe"] is None


def test_one_post_ends_what_can_be_ended(server: Server, write: Write) -> None:
    url = "http://testserver/post/stoppen/abc/"
    message = sent(server, Mail.objects.post(write(stop_url=url, thread="discussie-12")))
    assert message["List-Unsubscribe"] == f"<{url}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Id"] == "<discussie-12.testserver>"
    assert url in message.get_body(("plain",)).get_content()  # type: ignore[union-attr]


def test_mails_of_one_thread_answer_the_first_in_the_same_mailbox(
    server: Server, write: Write
) -> None:
    post = Mail.objects.post
    first, elsewhere, second, third, apart = (
        sent(server, post(write(key, thread=thread, to=to)))
        for key, thread, to in [
            ("1", "reactie-1", "rik@voorbeeld.nl"),
            ("2", "reactie-1", "kim@voorbeeld.nl"),
            ("3", "reactie-1", "rik@voorbeeld.nl"),
            ("4", "reactie-1", "rik@voorbeeld.nl"),
            ("5", "", "rik@voorbeeld.nl"),
        ]
    )
    assert first["In-Reply-To"] is elsewhere["In-Reply-To"] is apart["In-Reply-To"] is None
    assert second["In-Reply-To"] == third["In-Reply-To"] == first["Message-ID"]
    assert third["References"] == first["Message-ID"]
    ids = [one["Message-ID"] for one in (first, elsewhere, second, third, apart)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028"])
def test_no_name_and_no_title_makes_a_header(server: Server, write: Write, break_: str) -> None:
    evil = f"Een proef{break_}Bcc: kim@voorbeeld.nl"
    Publication.objects.create(name=f"De Sluis{break_}X-Evil: ja")
    message = sent(server, Mail.objects.post(write(subject=evil, context={"name": evil})))
    assert message["Bcc"] is message["X-Evil"] is None
    assert message["Subject"] == "[De Sluis X-Evil: ja] Een proef Bcc: kim@voorbeeld.nl"
    assert message["To"] == "rik@voorbeeld.nl"


@pytest.mark.parametrize(
    "to",
    ["rik@voorbeeld.nl\nBcc: kim@voorbeeld.nl", "rik@voorbeeld.nl, kim@voorbeeld.nl", "rïk@b.nl"],
)
def test_a_letter_to_what_is_no_address_is_never_offered(
    server: Server, write: Write, to: str
) -> None:
    mail = Mail.objects.post(write(to=to))
    deliver(mail.pk)
    assert state(mail) == State.FAILED
    assert mail.fault
    assert server.received == []


def test_words_of_a_reader_are_words_in_html_too(server: Server, write: Write) -> None:
    context = {"name": "<b>Rik</b>", "text": "Vrije & gelijke <script>alert(1)</script>"}
    message = sent(server, Mail.objects.post(write(context=context)))
    text, html = (part.get_content() for part in message.iter_parts())
    assert "Beste <b>Rik</b>," in text
    assert "Vrije & gelijke <script>" in text
    assert "<script" not in html
    assert "&lt;b&gt;Rik&lt;/b&gt;" in html


def test_of_one_occasion_one_mail_leaves(server: Server, write: Write) -> None:
    first = Mail.objects.post(write())
    again = Mail.objects.post(write(subject="Iets anders", to="kim@voorbeeld.nl"))
    assert first == again
    for _time in range(3):
        deliver(first.pk)
        call_command("deliver_mail")
    assert [message["To"] for message in server.received] == ["rik@voorbeeld.nl"]
    assert state(first) == State.SENT


def test_a_server_that_is_busy_is_asked_again_later(server: Server, write: Write) -> None:
    server.answers = ["451 Try again later", "421 Shutting down"]
    mail = Mail.objects.post(write())
    deliver(mail.pk)
    assert state(mail) == State.WAITING
    assert mail.fault == "451 Try again later"
    deliver(mail.pk)  # too early: nothing happens
    assert (state(mail), mail.tries) == (State.WAITING, 1)
    first_wait = mail.due_at - timezone.now()
    assert timedelta(seconds=50) < first_wait <= DELAYS[0]
    later(mail)
    deliver(mail.pk)
    mail.refresh_from_db()
    assert mail.due_at - timezone.now() > first_wait
    later(mail)
    call_command("deliver_mail")
    assert state(mail) == State.SENT
    assert (mail.tries, mail.fault, len(server.received)) == (3, "", 1)


@pytest.mark.parametrize("answer", ["550 No such user", "554 We do not want this"])
def test_a_refusal_is_final(server: Server, write: Write, answer: str) -> None:
    server.answers = [answer]
    mail = Mail.objects.post(write())
    deliver(mail.pk)
    assert state(mail) == State.FAILED
    assert mail.fault == answer
    later(mail)
    call_command("deliver_mail")
    assert server.received == []


@pytest.mark.parametrize(
    ("answer", "becomes"),
    [("450 Mailbox busy", State.WAITING), ("550 No such user", State.FAILED)],
)
def test_a_mailbox_can_be_refused_too(
    server: Server, write: Write, answer: str, becomes: State
) -> None:
    server.to_recipients = [answer]
    mail = Mail.objects.post(write())
    deliver(mail.pk)
    assert (state(mail), mail.fault) == (becomes, answer)


def test_a_server_that_is_down_is_tried_for_two_days(settings: Any, write: Write) -> None:
    use(settings, free_port())
    mail = Mail.objects.post(write())
    for tries in range(1, len(DELAYS) + 2):
        assert state(mail) == State.WAITING
        later(mail)
        call_command("deliver_mail")
        mail.refresh_from_db()
        assert mail.tries == tries
    assert state(mail) == State.FAILED
    assert "ConnectionRefused" in mail.fault
    assert timedelta(days=1) < sum(DELAYS, timedelta()) < timedelta(days=2)


def test_what_broke_off_halfway_is_not_sent_again_by_itself(server: Server, write: Write) -> None:
    """The server had it, and hung up before it said so: a second one would be a double."""
    server.hangs_up = True
    mail = Mail.objects.post(write())
    deliver(mail.pk)
    assert state(mail) == State.SENDING
    assert "SMTPServerDisconnected" in mail.fault
    later(mail)
    call_command("deliver_mail")
    assert len(server.received) == 1


def test_what_a_worker_left_behind_is_unknown_until_staff_decide(
    server: Server, write: Write, els: User, capsys: pytest.CaptureFixture[str]
) -> None:
    """As when it is killed between the server's yes and the writing down of it."""
    mail = Mail.objects.post(write())
    claimed = Mail.objects.claim(mail.pk, timezone.now() - PATIENCE)
    assert claimed is None  # it was not due yet, then
    assert Mail.objects.claim(mail.pk, timezone.now())
    with pytest.raises(Refused):
        mail.send_again(els)
    Mail.objects.filter(pk=mail.pk).update(claimed_at=timezone.now() - PATIENCE)
    call_command("deliver_mail")
    assert "1 may be out or not" in capsys.readouterr().err
    assert (state(mail), server.received) == (State.UNKNOWN, [])
    mail.send_again(els)
    deliver(mail.pk)
    assert (state(mail), len(server.received)) == (State.SENT, 1)
    with pytest.raises(Refused):
        mail.send_again(els)


def test_nothing_is_sent_about_what_readers_cannot_see(
    server: Server, write: Write, article: Article, els: User
) -> None:
    """It was visible when it was written, and withdrawn before it left."""
    kept = Mail.objects.post(write("1", about=[article]))
    deliver(kept.pk)
    gone = Mail.objects.post(write("2", about=[article]))
    article.withdraw(els, "Klopt niet.")
    deliver(gone.pk)
    assert (state(kept), state(gone)) == (State.SENT, State.DROPPED)
    assert len(server.received) == 1


def test_every_state_finds_its_own(write: Write) -> None:
    """The rule for one mail and the rule for a list of them agree."""
    now = timezone.now()
    ways: list[dict[str, Any]] = [
        {},
        {"due_at": now + timedelta(hours=1), "tries": 1},
        {"claimed_at": now},
        {"claimed_at": now - PATIENCE},
        {"claimed_at": now, "sent_at": now},
        {"claimed_at": now - PATIENCE, "sent_at": now},
        {"claimed_at": now, "end": State.FAILED},
        {"claimed_at": now - PATIENCE, "end": State.DROPPED},
    ]
    for number, fields in enumerate(ways):
        mail = Mail.objects.post(write(str(number)))
        Mail.objects.filter(pk=mail.pk).update(**fields)
    for one in State:
        found = set(Mail.objects.in_state(one, now))
        assert found == {mail for mail in Mail.objects.all() if mail.state_at(now) == one}
        assert found


def test_what_no_database_can_hold_does_not_stop_a_mail(server: Server, write: Write) -> None:
    """A NUL in a subject: PostgreSQL refused the row, because the title of the page had it."""
    mail = Mail.objects.post(write(subject="Een\x00proef"))
    assert sent(server, mail)["Subject"] == "[Grensvlak] Een proef"
    assert "<title>Een proef</title>" in mail.html
