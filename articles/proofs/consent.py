"""Whether who is quoted agrees with the words as they are now: decisions, from what was said."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import QuoteRequest
from articles.models.proof import same_words


class Consent(models.TextChoices):
    NOT_ASKED = "not_asked", _("niet gevraagd")
    ASKED = "asked", _("gevraagd")
    AGREED = "agreed", _("akkoord")
    AGREED_EARLIER = "agreed_earlier", _("akkoord met eerdere woorden")
    REWORDED = "reworded", _("andere woorden voorgesteld")


#: Per answer: with which words it agrees, and what it is worth when the quote has other words.
READS: Final = {
    QuoteRequest.Answer.AGREED: ("words", Consent.AGREED_EARLIER),
    QuoteRequest.Answer.REWORDED: ("proposal", Consent.REWORDED),
}


def consent_in(request: QuoteRequest, words: str) -> Consent:
    """What one answer means for these words. A proposal agrees with itself once it is adopted."""
    if request.answer == QuoteRequest.Answer.ASKED:
        return Consent.ASKED
    field, otherwise = READS[QuoteRequest.Answer(request.answer)]
    return Consent.AGREED if same_words(getattr(request, field), words) else otherwise


def consent_to(words: str, requests: Iterable[QuoteRequest]) -> Consent:
    """How a quote stands, about which several links may have asked.

    The last answer counts. Who did not agree with these very words and was asked again since, is
    asked. A question on a link that was withdrawn before the answer was never put.
    """
    asked: list[datetime] = []
    answers: list[tuple[datetime, Consent]] = []
    for request in requests:
        if request.answered_at:
            answers.append((request.answered_at, consent_in(request, words)))
        elif request.link.withdrawn_at is None:
            asked.append(request.link.made_at)
    if not answers:
        return Consent.ASKED if asked else Consent.NOT_ASKED
    at, last = max(answers)
    again = last != Consent.AGREED and any(since > at for since in asked)
    return Consent.ASKED if again else last
