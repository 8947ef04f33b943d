"""A reader's tip on its way into the article: `asked`, then `agreed`."""

import pytest

from accounts.models import User
from comments.models import Adoption, Comment
from tests.comments.adopting.pages import TEXT
from tests.conftest import React


@pytest.fixture
def comment(react: React) -> Comment:
    """Rik's reaction, with a tip in it."""
    return react(f"Wat helpt: {TEXT} Echt waar.", has_tip=True)


@pytest.fixture
def asked(comment: Comment, mo: User) -> Adoption:
    """Mo asked rik."""
    return Adoption.objects.ask(comment, mo, TEXT, "Rik")


@pytest.fixture
def agreed(asked: Adoption) -> Adoption:
    """Rik said yes, with his name; the tip goes when the reaction goes."""
    asked.agree(named=True, keeps=False)
    return asked
