"""A worker is killed with -9 at the worst moment: the server has the mail, and no row says so."""

import os
import signal
import subprocess
import sys
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from mailing.models import PATIENCE, Mail, State
from tests.mailing.conftest import Server, Write
from tests.test_layout import ROOT

pytestmark = pytest.mark.django_db(transaction=True)


def database_url() -> str:
    """The database of this test, as the environment of another process names it."""
    at: dict[str, Any] = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{at['NAME']}"
    return f"postgres://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/{at['NAME']}"


def start(settings: Any) -> subprocess.Popen[bytes]:
    """A process of its own that sends what is due."""
    port = settings.MAILERS["default"]["OPTIONS"]["port"]
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "EMAIL_URL": f"smtp://127.0.0.1:{port}",
        "SECRET_KEY": "only-for-tests",
        "ALLOWED_HOSTS": "testserver",
    }
    command = [sys.executable, "manage.py", "deliver_mail"]
    return subprocess.Popen(command, cwd=ROOT, env=environment)


def test_a_killed_worker_has_not_sent_twice(server: Server, write: Write, settings: Any) -> None:
    mail = Mail.objects.post(write())
    worker = start(settings)
    server.on_message = lambda: os.kill(worker.pid, signal.SIGKILL)
    assert worker.wait(60) == -signal.SIGKILL
    server.on_message = None
    mail.refresh_from_db()
    assert (len(server.received), mail.sent_at, mail.tries) == (1, None, 1)
    assert start(settings).wait(60) == 0
    call_command("deliver_mail")
    assert len(server.received) == 1
    assert mail.state_at(timezone.now() + PATIENCE) == State.UNKNOWN
