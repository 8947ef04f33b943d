"""An article of the demo magazine that is with the editors, and was read before by a guest."""

from typing import Final

from django.utils import timezone

from accounts.models import User
from articles.models import Article, ProofLink, PullQuote

SLUG: Final = "de-brug-die-niet-open-wil"
READER: Final = "Farida Benali"
PROPOSAL: Final = "Wij hadden een planning. Wie de boten kent, hadden wij niet gebeld."
REMARK: Final = (
    "Het waren volgens mij drie avonden, niet twee. Zou u dat willen nakijken? "
    "Verder herken ik de avond precies zo."
)


def prove(by: User) -> None:
    """Once: an article that was read before stays as the editors left it."""
    article = Article.objects.get(slug=SLUG)
    if article.events.exists():
        return
    article.submit(by, "Graag deze week, de brug gaat in december weer open.")
    quotes = {quote.name: quote for quote in PullQuote.objects.filter(parent=article)}
    link = ProofLink.objects.share(article, by, READER, [quotes[READER]])
    _reword(link, PROPOSAL)
    link.remark(REMARK)
    guard = ProofLink.objects.share(
        article, by, "Wiebe Kooistra", [quotes["Wiebe Kooistra"], quotes["Joke van Wieren"]]
    )
    asked = guard.quotes.in_order()[0]
    asked.agree(asked.quote.quote)


def _reword(link: ProofLink, proposal: str) -> None:
    asked = link.quotes.in_order()[0]
    asked.reword(proposal, asked.quote.quote)


def address() -> str:
    """Where a guest reads it, as long as one of the links works."""
    links, now = ProofLink.objects.filter(article__slug=SLUG), timezone.now()
    return next((link.get_absolute_url() for link in links if link.works_at(now)), "")
