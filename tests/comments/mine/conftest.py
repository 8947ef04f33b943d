from collections.abc import Callable

import pytest
from django.urls import reverse

from comments.links import token_of
from comments.models import Comment, Writer

type Door = Callable[..., str]


@pytest.fixture
def rik(db: None) -> Writer:
    """Reads, reacts, and has a mailbox; not confirmed yet."""
    return Writer.objects.create(email="rik@voorbeeld.nl")


@pytest.fixture
def door(rik: Writer) -> Door:
    """The address of a page of Rik's, by name; for the act on a reaction, also that."""

    def make(name: str = "mine", comment: Comment | None = None, by: Writer | None = None) -> str:
        more = [comment.pk] if comment else []  # of a follow, any number will do
        return reverse(f"comments:{name}", args=[token_of(by or rik), *more])

    return make
