"""A draft of ada's that quotes Ina Vos and Cor Post, and a link for Ina, who was asked."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from articles.models import (
    Article,
    Author,
    Authorship,
    ProofLink,
    PullQuote,
    QuoteRequest,
    Remark,
    TextBlock,
)
from tests.conftest import SignIn

type Enter = Callable[[str], Client]

WORDS = "Ik luister.\n\nEcht."
OTHER_WORDS = "Ik luister altijd."


@pytest.fixture
def draft(ada: User) -> Article:
    """Ada's, not published yet."""
    article = Article.objects.create(title="Kladje", slug="kladje", lead="Nog niet af.")
    Authorship.objects.create(article=article, author=Author.objects.get(user=ada))
    place: dict[str, Any] = {"parent": article, "region": "main"}
    TextBlock.objects.create(**place, ordering=10, text_html="<h2>Kop</h2><p>Tekst.</p>")
    for number, (name, quote) in enumerate([("Ina Vos", WORDS), ("Cor Post", "Doe dicht.")]):
        role = {"role": "wijkagent", "organisation": "Politie"}
        PullQuote.objects.create(**place, ordering=20 + number, quote=quote, name=name, **role)
    return article


@pytest.fixture
def quote(draft: Article) -> PullQuote:
    """What Ina says in it."""
    found: PullQuote = PullQuote.objects.get(parent=draft, name="Ina Vos")
    return found


@pytest.fixture
def link(draft: Article, quote: PullQuote, ada: User) -> ProofLink:
    """For Ina, with her quote put before her."""
    return ProofLink.objects.share(draft, ada, "Ina Vos", [quote])


@pytest.fixture
def asked(link: ProofLink) -> QuoteRequest:
    return link.quotes.get()


@pytest.fixture
def enter(els: User, ada: User, mo: User, staff: Callable[..., User], sign_in: SignIn) -> Enter:
    """Opens the desk as one of the cast, as `bob` (another author), `gast` or `niemand`."""
    people = {
        "els": els,
        "ada": ada,
        "mo": mo,
        "bob": staff("bob", "auteurs", "Bob Smit"),
        "gast": User.objects.create_user("gast", is_staff=True),
    }

    def make(name: str) -> Client:
        return Client() if name == "niemand" else sign_in(people[name])

    return make


def change(quote: PullQuote, words: str) -> None:
    """As an editor does, in the article's form."""
    PullQuote.objects.filter(pk=quote.pk).update(quote=words)


def ways(link: ProofLink, asked: QuoteRequest) -> dict[str, tuple[str, dict[str, str]]]:
    """Each thing that can be said: its address, and what the browser sends."""
    page = link.get_absolute_url()
    return {
        "remark": (f"{page}opmerking/", {"body": "Het was op dinsdag."}),
        "agree": (f"{page}citaat/{asked.pk}/akkoord/", {"seen": WORDS}),
        "reword": (f"{page}citaat/{asked.pk}/andere-woorden/", {"seen": WORDS, "body": "Anders."}),
    }


def said() -> list[Any]:
    """All that a reader could have changed."""
    answers = QuoteRequest.objects.values_list("answer", "proposal", "answered_at")
    return [*answers, *Remark.objects.values_list("text"), ProofLink.objects.get().seen_at]
