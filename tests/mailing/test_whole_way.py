"""From a reaction to the mailboxes, with a worker and a mail server as they run."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from comments.models import Comment, Discussion, Follow, Writer
from comments.models.decision import Reason
from mailing.models import Mail, State
from tests.mailing.conftest import Server
from tests.mailing.test_workers import work

pytestmark = pytest.mark.django_db(transaction=True)


def subjects(server: Server, to: str) -> list[str]:
    return [message["Subject"] for message in server.received if message["To"] == to]


@pytest.fixture
def kim(discussion: Discussion) -> Follow:
    """Follows the discussion under `article`."""
    writer = Writer.objects.of("kim@voorbeeld.nl")
    return Follow.objects.ask(writer, "discussion", discussion=discussion, confirmed=True)


def test_everybody_hears_what_they_should(
    server: Server, client: Client, kim: Follow, mo: User, form_data: dict[str, str]
) -> None:
    User.objects.filter(pk=mo.pk).update(email="mo@voorbeeld.nl", mail_to_moderate="at_once")
    assert client.post(kim.discussion.form_url(), form_data).status_code == 302  # type: ignore[union-attr]
    work()
    comment = Comment.objects.get()
    comment.approve(mo)
    work()
    work()  # telling followers posts mail, which is work again
    assert subjects(server, "rik@voorbeeld.nl") == [
        "[Grensvlak] Bevestig uw reactie",
        "[Grensvlak] Uw reactie is geplaatst",
    ]
    assert subjects(server, "kim@voorbeeld.nl") == ["[Grensvlak] Een nieuwe reactie"]
    assert subjects(server, "mo@voorbeeld.nl") == ["[Grensvlak] Nieuwe reactie op ‘Aan de balie’"]
    told = next(message for message in server.received if message["To"] == "kim@voorbeeld.nl")
    stop = told["List-Unsubscribe"].strip("<>").removeprefix("http://testserver")
    one_click = {"List-Unsubscribe": "One-Click"}
    assert Client(enforce_csrf_checks=True).post(stop, one_click).status_code == 200
    assert not Follow.objects.active().exists()


def test_a_reaction_removed_while_the_server_was_down_is_not_told(
    server: Server, kim: Follow, mo: User
) -> None:
    comment = Comment(body="Dat herken ik.", name="Rik", email="rik@voorbeeld.nl")
    kim.discussion.post(comment)  # type: ignore[union-attr]
    work()
    server.answers = ["451 Not now"] * 9
    comment.approve(mo)
    work()
    comment.remove(mo, Reason.OFFENSIVE)
    server.answers = []
    Mail.objects.update(due_at=timezone.now())
    work()
    for mail in Mail.objects.filter(sent_at=None, end=""):
        mail.leave()
    work()
    about_it = Mail.objects.get(kind="reaction")
    assert about_it.state_at(timezone.now()) == State.DROPPED
    assert subjects(server, "kim@voorbeeld.nl") == []
    assert subjects(server, "rik@voorbeeld.nl")[-1] == "[Grensvlak] Uw reactie is verwijderd"
