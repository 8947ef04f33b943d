"""What the editors see of an article's proofs: the links, and per quote whether it may stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from articles.models import Article, ProofLink, PullQuote, QuoteRequest
from articles.proofs.consent import Consent, consent_in, consent_to


@dataclass(frozen=True)
class Shared:
    link: ProofLink
    works: bool
    address: str


@dataclass(frozen=True)
class Said:
    request: QuoteRequest
    consent: Consent


@dataclass(frozen=True)
class Quoted:
    """A quote of the article, in the order and under the number of its form in the editor."""

    quote: PullQuote
    consent: Consent
    answers: tuple[Said, ...]


@dataclass(frozen=True)
class Panel:
    links: tuple[Shared, ...]
    quotes: tuple[Quoted, ...]


def panel_of(article: Article, now: datetime) -> Panel:
    links = ProofLink.objects.filter(article=article).with_remarks()
    quotes = PullQuote.objects.filter(parent=article)
    requests = QuoteRequest.objects.filter(quote__parent=article).in_order()
    return Panel(
        tuple(Shared(link, link.works_at(now), link.get_absolute_url()) for link in links),
        tuple(quoted(quotes, requests)),
    )


def quoted(quotes: Iterable[PullQuote], requests: Iterable[QuoteRequest]) -> Iterable[Quoted]:
    """`requests` in the order of their quotes."""
    asked = {pk: list(some) for pk, some in groupby(requests, lambda one: one.quote_id)}
    for quote in quotes:
        mine = asked.get(quote.pk, [])
        answers = tuple(Said(one, consent_in(one, quote.quote)) for one in mine)
        yield Quoted(quote, consent_to(quote.quote, mine), answers)
