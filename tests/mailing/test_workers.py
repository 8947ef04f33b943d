"""Several workers, over connections of their own: each mail leaves once."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from mailing.delivering import deliver
from mailing.models import Mail
from tests.comments.test_race import at_once
from tests.mailing.conftest import Server, Write

pytestmark = pytest.mark.django_db(transaction=True)


def work() -> None:
    """What `manage.py db_worker` does, until there is nothing to do."""
    call_command("db_worker", batch=True, interval=0, verbosity=0, startup_delay=False)


def test_a_mail_leaves_when_its_transaction_is_over(server: Server, write: Write) -> None:
    with transaction.atomic():
        Mail.objects.post(write("1"))
        assert not DBTaskResult.objects.exists()
    work()
    assert len(server.received) == 1


def test_what_was_rolled_back_is_not_told(server: Server, write: Write) -> None:
    with transaction.atomic():
        Mail.objects.post(write("1"))
        transaction.set_rollback(True)
    work()
    call_command("deliver_mail")
    assert server.received == []


def test_a_worker_plans_the_next_try_itself(server: Server, write: Write) -> None:
    server.answers = ["451 Not now"]
    mail = Mail.objects.post(write("1"))
    work()
    mail.refresh_from_db()
    [again] = DBTaskResult.objects.filter(run_after=mail.due_at)
    assert again.args_kwargs["args"] == [mail.pk]
    assert server.received == []


def test_what_nobody_began_on_is_swept_up(server: Server, write: Write) -> None:
    """As when the process died between the commit and the task."""
    Mail.objects.post(write("1"))
    DBTaskResult.objects.all().delete()
    call_command("deliver_mail")
    work()
    assert len(server.received) == 1


def test_two_workers_and_a_sweep_never_send_one_twice(server: Server, write: Write) -> None:
    mails = [Mail.objects.post(write(str(number))) for number in range(12)]

    def one_by_one() -> None:
        for mail in mails:
            deliver(mail.pk)

    jobs: list[Any] = [one_by_one, lambda: call_command("deliver_mail"), one_by_one]
    at_once(jobs)
    ids = [message["Message-ID"] for message in server.received]
    assert len(ids) == len(set(ids)) == len(mails)
    assert set(Mail.objects.values_list("tries", flat=True)) == {1}


def test_one_occasion_told_by_two_at_once_is_one_mail(server: Server, write: Write) -> None:
    posted = at_once([lambda: Mail.objects.post(write("1"))] * 4)
    assert len({mail.pk for mail in posted}) == 1
    work()
    assert len(server.received) == 1
