"""A mail server of our own, that takes mail or does not, as a test tells it to."""

from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

from bench.served import free_port
from mailing.models import Letter

type Write = Callable[..., Letter]

TAKEN = "250 OK"


class Server:
    """Answers each message with the next of `answers`, and after those takes everything."""

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.to_recipients: list[str] = []
        self.hangs_up = False
        self.on_message: Callable[[], None] | None = None
        self.received: list[EmailMessage] = []

    async def handle_RCPT(  # noqa: N802 - as aiosmtpd calls it
        self, server: SMTP, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        answer = self.to_recipients.pop(0) if self.to_recipients else TAKEN
        if answer == TAKEN:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:  # noqa: N802
        answer = self.answers.pop(0) if self.answers else TAKEN
        if answer == TAKEN:
            self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        if self.on_message:
            self.on_message()
        if self.hangs_up:
            server.transport.abort()  # type: ignore[union-attr]
        return answer


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    """Where mail goes to: a real SMTP server on this machine."""
    handler, port = Server(), free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    use(settings, port)
    yield handler
    controller.stop()


def use(settings: Any, port: int) -> None:
    options = {"host": "127.0.0.1", "port": port, "timeout": 5}
    smtp = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAILERS = {"default": {"BACKEND": smtp, "OPTIONS": options}}


@pytest.fixture(autouse=True)
def trial_letters(settings: Any) -> None:
    """A kind of letter that only tests send."""
    engine, *others = settings.TEMPLATES
    folders = [*engine["DIRS"], Path(__file__).parent / "templates"]
    settings.TEMPLATES = [engine | {"DIRS": folders}, *others]


@pytest.fixture
def write(db: None) -> Write:
    """Makes a letter to rik, of which only what matters is said."""

    def make(key: str = "proef-1", **fields: Any) -> Letter:
        context = {"name": "Rik", "text": "Dit is een proef."} | fields.pop("context", {})
        usual = {"to": "rik@voorbeeld.nl", "kind": "trial", "subject": "Een proef"}
        return Letter(key, **(usual | fields), context=context)

    return make
