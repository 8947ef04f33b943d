"""The life of a link, and of what its reader says: verbs, and the lines they leave."""

from datetime import timedelta

import pytest
from django.core.signing import BadSignature
from django.utils import timezone

from accounts.models import User
from articles.models import Article, ProofLink, PullQuote, QuoteRequest, Remark
from articles.models.proof import MOST_ANSWERS, Ended
from desk.refused import Refused
from tests.articles.proofs.conftest import OTHER_WORDS, WORDS, change


def history(article: Article) -> list[tuple[str, str | None, str]]:
    """What happened, by whom, with which note; the oldest first."""
    events = article.events.select_related("by").order_by("pk")
    return [(one.verb, one.by.username if one.by else None, one.note) for one in events]


def test_a_link_is_valid_for_fourteen_days(link: ProofLink) -> None:
    assert link.expires_at - link.made_at < timedelta(days=14, seconds=1)
    assert link.works_at(link.made_at + timedelta(days=14, seconds=-1))
    assert not link.works_at(link.expires_at)


def test_sharing_puts_the_chosen_quotes_as_they_are_before_the_reader(
    link: ProofLink, asked: QuoteRequest, draft: Article
) -> None:
    assert (asked.words, asked.answer, asked.answered_at) == (WORDS, "asked", None)
    assert str(asked) == "Ina Vos: gevraagd"
    assert history(draft) == [("shared", "ada", "Ina Vos")]


def test_a_token_leads_to_its_link_and_to_no_other(
    link: ProofLink, draft: Article, els: User
) -> None:
    other = ProofLink.objects.share(draft, els, "Cor Post")
    assert ProofLink.objects.of_token(link.token) == link
    assert ProofLink.objects.of_token(other.token) == other
    assert link.token == ProofLink.objects.get(pk=link.pk).token


@pytest.mark.parametrize("forged", ["", "1", "1.", ".", "1.abc", "é.ü", "1:abc"])
def test_a_token_that_we_did_not_make_is_refused(link: ProofLink, forged: str) -> None:
    with pytest.raises(BadSignature):
        ProofLink.objects.of_token(forged)


def test_a_token_for_another_number_is_refused(link: ProofLink) -> None:
    _pk, signature = link.token.split(".")
    with pytest.raises(BadSignature):
        ProofLink.objects.of_token(f"{link.pk + 1}.{signature}")


def test_a_link_that_is_withdrawn_ends(link: ProofLink, draft: Article, els: User) -> None:
    link.withdraw(els)
    with pytest.raises(Ended):
        ProofLink.objects.of_token(link.token)
    assert history(draft)[-1] == ("unshared", "els", "Ina Vos")
    with pytest.raises(Refused):
        link.withdraw(els)
    assert len(history(draft)) == 2


def test_nothing_is_stored_of_what_comes_too_late(
    link: ProofLink, asked: QuoteRequest, draft: Article, ada: User
) -> None:
    """The reader's page was open, and the link was good, when it was withdrawn."""
    ProofLink.objects.get(pk=link.pk).withdraw(ada)
    so_far = history(draft)
    with pytest.raises(Ended):
        link.remark("Te laat.")
    with pytest.raises(Ended):
        asked.agree(WORDS)
    with pytest.raises(Ended):
        asked.reword(OTHER_WORDS, WORDS)
    assert not Remark.objects.exists()
    assert QuoteRequest.objects.get().answer == "asked"
    assert history(draft) == so_far


def test_a_remark_is_kept_once_however_often_it_is_sent(link: ProofLink, draft: Article) -> None:
    for _click in range(2):
        link.remark("Het was op dinsdag.")
    link.remark("En in mei.")
    assert [one.text for one in link.remarks.all()] == ["Het was op dinsdag.", "En in mei."]
    assert history(draft)[1:] == [("remarked", None, "Ina Vos")] * 2


def test_the_last_answer_counts_and_all_are_in_the_history(
    link: ProofLink, asked: QuoteRequest, draft: Article
) -> None:
    asked.agree(WORDS)
    asked.agree(WORDS)
    asked.reword(OTHER_WORDS, WORDS)
    asked.reword(OTHER_WORDS, WORDS)
    asked.agree(WORDS)
    asked.refresh_from_db()
    assert (asked.answer, asked.proposal) == ("agreed", "")
    assert history(draft)[1:] == [
        ("agreed", None, f"Ina Vos: ‘{WORDS}’"),
        ("reworded", None, f"Ina Vos: ‘{OTHER_WORDS}’"),
        ("agreed", None, f"Ina Vos: ‘{WORDS}’"),
    ]


def test_a_link_is_seen_when_its_reader_first_says_something(
    link: ProofLink, asked: QuoteRequest
) -> None:
    asked.agree(WORDS)
    link.refresh_from_db()
    first = link.seen_at
    assert first is not None
    link.remark("Mooi stuk.")
    link.refresh_from_db()
    assert link.seen_at == first


def test_nobody_agrees_with_words_that_were_not_on_the_screen(
    asked: QuoteRequest, quote: PullQuote
) -> None:
    change(quote, OTHER_WORDS)
    with pytest.raises(Refused, match="intussen veranderd"):
        asked.agree(WORDS)
    with pytest.raises(Refused, match="intussen veranderd"):
        asked.reword("Iets anders.", WORDS)
    asked.refresh_from_db()
    assert asked.answer == "asked"
    asked.agree(OTHER_WORDS)
    asked.refresh_from_db()
    assert (asked.answer, asked.words) == ("agreed", OTHER_WORDS)


def test_the_same_words_are_no_proposal(asked: QuoteRequest) -> None:
    with pytest.raises(Refused, match="dezelfde woorden"):
        asked.reword(WORDS.replace("\n", "\r\n"), WORDS)


def test_a_link_is_listened_to_fifty_times(
    link: ProofLink, asked: QuoteRequest, draft: Article, els: User
) -> None:
    for number in range(MOST_ANSWERS - 1):
        link.remark(f"Opmerking {number}.")
    asked.agree(WORDS)
    with pytest.raises(Refused, match="al vaak geantwoord"):
        link.remark("Nog een.")
    with pytest.raises(Refused, match="al vaak geantwoord"):
        asked.reword(OTHER_WORDS, WORDS)
    assert link.remarks.count() == MOST_ANSWERS - 1
    asked.refresh_from_db()
    assert asked.answer == "agreed"
    ProofLink.objects.share(draft, els, "Cor Post").remark("Ik mag wel.")


def test_an_adopted_proposal_stands_in_the_article(
    asked: QuoteRequest, quote: PullQuote, draft: Article, els: User
) -> None:
    changed_at = draft.changed_at
    asked.reword(OTHER_WORDS, WORDS)
    asked.adopt(els, OTHER_WORDS)
    quote.refresh_from_db()
    draft.refresh_from_db()
    assert quote.quote == OTHER_WORDS
    assert draft.changed_at > changed_at
    note = f"Ina Vos, voorstel overgenomen: ‘{OTHER_WORDS}’"
    assert history(draft)[-1] == ("agreed", "els", note)
    with pytest.raises(Refused):
        asked.adopt(els, OTHER_WORDS)


def test_an_editor_adopts_only_the_proposal_that_they_read(
    asked: QuoteRequest, quote: PullQuote, els: User
) -> None:
    asked.reword(OTHER_WORDS, WORDS)
    asked.reword("Ik luister nooit.", WORDS)
    with pytest.raises(Refused):
        asked.adopt(els, OTHER_WORDS)
    asked.agree(WORDS)
    with pytest.raises(Refused):
        asked.adopt(els, "Ik luister nooit.")
    quote.refresh_from_db()
    assert quote.quote == WORDS


def test_a_link_goes_with_its_article(link: ProofLink, draft: Article) -> None:
    link.remark("Mooi stuk.")
    draft.delete()
    assert not ProofLink.objects.exists()
    with pytest.raises(Ended):
        ProofLink.objects.of_token(link.token)


def test_a_link_of_a_published_article_still_works(
    link: ProofLink, asked: QuoteRequest, draft: Article
) -> None:
    draft.publish(timezone.now())
    asked.agree(WORDS)
    assert ProofLink.objects.of_token(link.token) == link
