from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from comments import standing
from comments.judging.guard import sign
from comments.models import Discussion, Policy, Writer

type SetPolicy = Callable[..., Policy]


@pytest.fixture
def set_policy(db: None) -> SetPolicy:
    """Stores the policy with these settings; reactions are published and then read."""

    def make(**settings: Any) -> Policy:
        values = {"mode": "after", **settings}
        return Policy.objects.update_or_create(pk=1, defaults=values)[0]

    return make


@pytest.fixture
def fair(discussion: Discussion, form_data: dict[str, str]) -> dict[str, str]:
    """What rik's browser sends when he wrote for a minute."""
    opened = sign(f"reaction:{discussion.pk}", timezone.now() - timedelta(minutes=1))
    return {**form_data, "opened": opened, "website": ""}


@pytest.fixture
def known(client: Client) -> Writer:
    """rik, whose browser is known to be at his mailbox."""
    rik = Writer.objects.create(email="rik@voorbeeld.nl", confirmed_at=timezone.now())
    answer = HttpResponse()
    standing.keep(answer, rik)
    client.cookies[standing.COOKIE] = answer.cookies[standing.COOKIE].value
    return rik
