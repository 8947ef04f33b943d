from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from comments.judging.ruling import Finding, Ruling, Verdict
from comments.models import Comment, Discussion
from tests.conftest import SignIn
from tests.desk.conftest import enter  # noqa: F401 - a fixture

LIST = "/beheer/comments/comment/"

type Judged = Callable[..., Comment]


@pytest.fixture
def desk(sign_in: SignIn, mo: User) -> Client:
    """Mo's browser."""
    return sign_in(mo)


@pytest.fixture
def judged(discussion: Discussion) -> Judged:
    """Makes a reaction that the checks looked at: without findings it is published at once."""

    def make(body: str = "Zonder wachten.", *findings: Finding, **fields: Any) -> Comment:
        comment = Comment(body=body, **{"name": "Sem", "email": "sem@voorbeeld.nl", **fields})
        discussion.post(comment, ruling=Ruling(findings))
        return comment

    return make


def word(matched: str) -> Finding:
    return Finding(
        "word", Verdict.HOLD, (("rule", "gok*"), ("field", "body"), ("matched", matched))
    )


def listed(page: Any) -> list[str]:
    return [item.comment.body for item in page.context["items"]]


def seen(page: Any, comment: Comment) -> str:
    """What the form about it on that page says was seen."""
    context = page.context
    items = context["items"] if "items" in context else [context["item"]]
    return str(next(item.seen for item in items if item.comment == comment))
