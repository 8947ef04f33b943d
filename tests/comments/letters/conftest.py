"""Mail about the conversation, as it lies in the outbox."""

import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.utils import timezone

from comments.models import Comment, Discussion, Follow, Writer
from mailing.models import Mail

type Followed = Callable[..., Follow]


@pytest.fixture(autouse=True)
def at_once(settings: Any, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Tasks are done where they are asked for; one that fails, fails the test."""
    backend = "django.tasks.backends.immediate.ImmediateBackend"
    settings.TASKS = {"default": {"BACKEND": backend}}
    with caplog.at_level(logging.ERROR, "django.tasks"):
        yield
    assert [record.exc_text for record in caplog.records if record.name == "django.tasks"] == []


@pytest.fixture
def rik(db: None) -> Writer:
    """His mailbox, confirmed."""
    return Writer.objects.create(email="rik@voorbeeld.nl", confirmed_at=timezone.now())


@pytest.fixture
def kim(db: None) -> Writer:
    """Reads too, and follows; her mailbox is confirmed."""
    return Writer.objects.create(email="kim@voorbeeld.nl", confirmed_at=timezone.now())


@pytest.fixture
def follow(kim: Writer) -> Followed:
    """Makes a follow of kim's that she confirmed."""

    def make(about: Discussion | Comment | None = None, **fields: Any) -> Follow:
        what: dict[str, Any] = {"what": "articles"}
        if isinstance(about, Discussion):
            what = {"what": "discussion", "discussion": about}
        if isinstance(about, Comment):
            what = {"what": "conversation", "comment": about}
        asked: dict[str, Any] = {"writer": kim, "confirmed": True} | what | fields
        return Follow.objects.ask(**asked)

    return make


def kinds(to: str = "") -> list[str]:
    """What kinds of mail there are, in the order they were written."""
    found = Mail.objects.filter(to=to) if to else Mail.objects.all()
    return list(found.order_by("pk").values_list("kind", flat=True))


def newest() -> Mail:
    return Mail.objects.latest("pk")
