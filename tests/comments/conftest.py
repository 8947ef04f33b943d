from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from accounts import roles
from accounts.models import User
from comments.models import Discussion

type Form = str


@pytest.fixture
def form(discussion: Discussion) -> Form:
    """Where people react under `article`."""
    return discussion.form_url()


@pytest.fixture
def ben(staff: Callable[..., User]) -> User:
    """Writes too, but not this article."""
    return staff("ben", roles.AUTHORS, "Ben de Boer")


@pytest.fixture
def htmx() -> Client:
    """A reader's browser in which JavaScript works."""
    return Client(headers={"HX-Request": "true"})


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
