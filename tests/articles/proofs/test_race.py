"""Answering and withdrawing at the same moment, over real connections."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article, ProofLink, PullQuote, QuoteRequest, Remark
from tests.articles.proofs.conftest import OTHER_WORDS, WORDS
from tests.comments.test_race import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def send(address: str, data: dict[str, str]) -> int:
    return int(Client(raise_request_exception=False).post(address, data).status_code)


@pytest.mark.parametrize("attempt", range(3))
def test_nothing_gets_in_once_withdrawing_is_confirmed(
    draft: Article, link: ProofLink, asked: QuoteRequest, els: User, attempt: int
) -> None:
    page = link.get_absolute_url()

    def stored() -> tuple[set[str], int]:
        return set(Remark.objects.values_list("text", flat=True)), draft.events.count()

    def withdraw() -> Any:
        ProofLink.objects.get(pk=link.pk).withdraw(els)
        return stored()

    remarks = [
        partial(send, f"{page}opmerking/", {"body": f"Opmerking {number}"}) for number in range(15)
    ]
    agrees = [partial(send, f"{page}citaat/{asked.pk}/akkoord/", {"seen": WORDS})] * 5
    at_withdrawal, *statuses = at_once([withdraw, *remarks, *agrees])
    assert set(statuses) <= {302, 410}
    assert stored() == at_withdrawal
    assert len(at_withdrawal[0]) == statuses[:15].count(302)
    asked.refresh_from_db()
    assert (asked.answer == "agreed") is (302 in statuses[15:])


def test_the_same_remark_from_many_clicks_is_one(link: ProofLink) -> None:
    address = f"{link.get_absolute_url()}opmerking/"
    jobs: list[Callable[[], Any]] = [partial(send, address, {"body": "Het was op dinsdag."})] * 10
    assert set(at_once(jobs)) == {302}
    assert Remark.objects.count() == 1
    assert link.article.events.filter(verb="remarked").count() == 1


def test_who_agrees_while_the_words_change_has_agreed_with_what_was_read(
    link: ProofLink, asked: QuoteRequest, quote: PullQuote
) -> None:
    address = f"{link.get_absolute_url()}citaat/{asked.pk}/akkoord/"

    def rewrite() -> None:
        PullQuote.objects.filter(pk=quote.pk).update(quote=OTHER_WORDS)

    statuses = at_once([rewrite, *[partial(send, address, {"seen": WORDS})] * 8])[1:]
    assert set(statuses) <= {302, 422}
    asked.refresh_from_db()
    assert (asked.answer, asked.words) == ("agreed" if 302 in statuses else "asked", WORDS)
