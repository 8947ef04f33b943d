from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts import roles
from accounts.models import User
from comments.judging.guard import sign
from comments.models import Comment, Discussion, Policy
from tests.comments.threads import Talk
from tests.conftest import React

type Form = str


@pytest.fixture
def form(discussion: Discussion) -> Form:
    """Where people react under `article`."""
    return discussion.form_url()


@pytest.fixture
def sent(discussion: Discussion, form_data: dict[str, str]) -> dict[str, str]:
    """What rik fills in, a minute after the form was opened."""
    opened = sign(f"reaction:{discussion.pk}", timezone.now() - timedelta(minutes=1))
    return {**form_data, "opened": opened}


@pytest.fixture
def ben(staff: Callable[..., User]) -> User:
    """Writes too, but not this article."""
    return staff("ben", roles.AUTHORS, "Ben de Boer")


@pytest.fixture
def htmx() -> Client:
    """A reader's browser in which JavaScript works."""
    return Client(headers={"HX-Request": "true"})


@pytest.fixture
def at_once(settings: Any) -> None:
    """What a worker does, is done where it is asked for."""
    backend = "django.tasks.backends.immediate.ImmediateBackend"
    settings.TASKS = {"default": {"BACKEND": backend}}


@pytest.fixture
def strict() -> Client:
    """A browser as it is: its forms need a token."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def raw(client: Client, form: Form) -> Callable[..., Any]:
    """Sends a form's bytes as they are."""

    def send(body: bytes, url: str = "") -> Any:
        return client.post(url or form, body, content_type="application/x-www-form-urlencoded")

    return send


@pytest.fixture
def small(db: None) -> Policy:
    """Five reactions on a page."""
    policy = Policy.get_solo()
    policy.page_size = 5
    policy.save()
    return policy


@pytest.fixture
def talk(small: Policy, react: React) -> Talk:
    """Makes the reactions of "1 1.2 3", in order of their numbers."""

    def make(thread: str) -> dict[int, Comment]:
        made: dict[int, Comment] = {}
        for dotted in thread.split():
            *above, number = map(int, dotted.split("."))
            parent = made[above[-1]] if above else None
            made[number] = react(f"Tekst {number}.", parent, name=f"Lezer {number}")
        return made

    return make
