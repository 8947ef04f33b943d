"""Reading a draft without an account: by a signed link, for a guest author or who is quoted."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Self

from django.conf import settings
from django.core.signing import Signer
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.blocks import PullQuote
from articles.models.history import Event
from desk.refused import Refused

if TYPE_CHECKING:
    from accounts.models import User

VALID_FOR: Final = timedelta(days=14)

#: How often one link is listened to: the article's history keeps every answer.
MOST_ANSWERS: Final = 50
FROM_OUTSIDE: Final = (Event.Verb.REMARKED, Event.Verb.AGREED, Event.Verb.REWORDED)

#: A dot, which unlike the usual colon every mail program takes for a part of the address.
SIGNER: Final = Signer(salt="articles.proof", sep=".")


class Ended(Exception):  # noqa: N818
    """The link was withdrawn or its time is over: nothing was stored."""


def same_words(one: str, other: str) -> bool:
    """Apart from white space: a form turns a newline into two characters, and back."""
    return one.split() == other.split()


def end_of_validity() -> datetime:
    return timezone.now() + VALID_FOR


class ProofLinkQuerySet(models.QuerySet["ProofLink"]):
    @transaction.atomic
    def share(
        self, article: Article, by: "User", reader: str, quotes: Iterable[PullQuote] = ()
    ) -> "ProofLink":
        """Make a link for this reader, and put these quotes of the article before them."""
        link = self.create(article=article, made_by=by, reader=reader)
        QuoteRequest.objects.bulk_create(
            QuoteRequest(link=link, quote=quote, words=quote.quote) for quote in quotes
        )
        article.log(Event.Verb.SHARED, by, reader)
        return link

    def of_token(self, token: str) -> "ProofLink":
        """Raises BadSignature for what we did not make, Ended for what no longer works."""
        link = self.filter(pk=SIGNER.unsign(token)).first()
        if link is None or not link.works_at(timezone.now()):
            raise Ended
        return link

    def with_remarks(self) -> Self:
        return self.prefetch_related("remarks")


class ProofLink(models.Model):
    """A link with which one person reads an article as readers will see it."""

    article = models.ForeignKey(
        Article, verbose_name=_("artikel"), on_delete=models.CASCADE, related_name="proof_links"
    )
    reader = models.CharField(
        _("voor wie"), max_length=120, help_text=_("De naam van wie deze link krijgt.")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gemaakt door"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    made_at = models.DateTimeField(_("gemaakt op"), default=timezone.now)
    expires_at = models.DateTimeField(_("geldig tot"), default=end_of_validity)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    seen_at = models.DateTimeField(_("geopend op"), null=True, blank=True)

    objects = ProofLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("link om te proeflezen")
        verbose_name_plural = _("links om te proeflezen")

    def __str__(self) -> str:
        return self.reader

    def get_absolute_url(self) -> str:
        return reverse("articles:proof", args=[self.token])

    @property
    def token(self) -> str:
        return SIGNER.sign(str(self.pk))

    def works_at(self, now: datetime) -> bool:
        return self.withdrawn_at is None and now < self.expires_at

    @transaction.atomic
    def withdraw(self, by: "User") -> None:
        """End it. Once this returns, nothing that its reader sends is stored."""
        link = ProofLink.objects.select_for_update().get(pk=self.pk)
        if link.withdrawn_at is not None:
            raise Refused(_("was al ingetrokken"))
        self.withdrawn_at = timezone.now()
        self.save(update_fields=["withdrawn_at"])
        self.article.log(Event.Verb.UNSHARED, by, self.reader)

    def remark(self, text: str) -> None:
        """Raises Ended, or Refused when this link has been listened to often enough."""
        with self.listening() as now:
            if not self.remarks.filter(text=text).exists():  # a second click adds nothing
                Remark.objects.create(link=self, text=text, at=now)
                self.heard(Event.Verb.REMARKED, now)

    @contextmanager
    def listening(self) -> Iterator[datetime]:
        """A transaction in which the link works; who wants to withdraw it waits for its end."""
        with transaction.atomic():
            link = ProofLink.objects.select_for_update().filter(pk=self.pk).first()
            now = timezone.now()
            if link is None or not link.works_at(now):
                raise Ended
            yield now

    def heard(self, verb: Event.Verb, now: datetime, words: str = "") -> None:
        """Write down that its reader said something; within `listening`."""
        so_far = self.article.events.filter(by=None, verb__in=FROM_OUTSIDE, at__gte=self.made_at)
        if so_far.filter(note__startswith=self.reader).count() >= MOST_ANSWERS:
            raise Refused(
                _("U hebt met deze link al vaak geantwoord. Neem contact op met de redactie.")
            )
        self.article.log(verb, None, f"{self.reader}: ‘{words}’" if words else self.reader)
        ProofLink.objects.filter(pk=self.pk, seen_at=None).update(seen_at=now)


class QuoteRequestQuerySet(models.QuerySet["QuoteRequest"]):
    def in_order(self) -> Self:
        """With its quote and link, in the order in which the article has the quotes."""
        return self.select_related("quote", "link").order_by("quote__ordering", "quote", "pk")

    def lock(self, pk: int) -> "QuoteRequest":
        """For a change: nobody else changes the answer or the quote until the transaction ends."""
        rows = self.select_for_update(of=("self", "quote")).select_related("quote")
        return rows.get(pk=pk)


class QuoteRequest(models.Model):
    """That somebody was asked whether they may be quoted in these words, and what they said."""

    class Answer(models.TextChoices):
        ASKED = "asked", _("gevraagd")
        AGREED = "agreed", _("akkoord")
        REWORDED = "reworded", _("andere woorden voorgesteld")

    link = models.ForeignKey(
        ProofLink, verbose_name=_("link"), on_delete=models.CASCADE, related_name="quotes"
    )
    quote = models.ForeignKey(
        PullQuote, verbose_name=_("citaat"), on_delete=models.CASCADE, related_name="requests"
    )
    words = models.TextField(
        _("woorden"), help_text=_("Het citaat zoals het was toen het werd voorgelegd.")
    )
    answer = models.CharField(_("antwoord"), max_length=10, choices=Answer, default=Answer.ASKED)
    proposal = models.TextField(_("voorgestelde woorden"), blank=True)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)

    objects = QuoteRequestQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("voorgelegd citaat")
        verbose_name_plural = _("voorgelegde citaten")
        constraints = [models.UniqueConstraint(fields=["link", "quote"], name="quote_request_once")]

    def __str__(self) -> str:
        return f"{self.link}: {self.get_answer_display()}"

    def agree(self, seen: str) -> None:
        """`seen`: the words that were on the reader's screen. Raises what `_answer` raises."""
        self._answer(self.Answer.AGREED, seen)

    def reword(self, proposal: str, seen: str) -> None:
        self._answer(self.Answer.REWORDED, seen, proposal)

    def _answer(self, answer: "QuoteRequest.Answer", seen: str, proposal: str = "") -> None:
        """The last answer counts; the article's history keeps them all.

        Raises Ended, Refused, or DoesNotExist when the quote is no longer in the article.
        """
        with self.link.listening() as now:
            request = QuoteRequest.objects.lock(self.pk)
            words = request.quote.quote
            if not same_words(seen, words):
                raise Refused(
                    _("De redactie heeft dit citaat intussen veranderd. Lees het opnieuw.")
                )
            if same_words(proposal, words):
                raise Refused(
                    _("Dit zijn dezelfde woorden. Verander ze, of kies ‘Akkoord’ als ze goed zijn.")
                )
            if request.says(answer, words, proposal):
                return
            request.answer, request.words, request.proposal = answer, words, proposal
            request.answered_at = now
            request.save(update_fields=["answer", "words", "proposal", "answered_at"])
            self.link.heard(Event.Verb(answer), now, proposal or words)

    def says(self, answer: str, words: str, proposal: str) -> bool:
        same = same_words(self.words, words) and self.proposal == proposal
        return self.answer == answer and same

    @transaction.atomic
    def adopt(self, by: "User", seen: str) -> None:
        """Put the proposed words in the article. `seen`: the proposal that `by` read."""
        request = QuoteRequest.objects.lock(self.pk)
        if request.answer != self.Answer.REWORDED or not same_words(request.proposal, seen):
            raise Refused(_("heeft intussen iets anders geantwoord. Lees dat eerst."))
        if same_words(request.proposal, request.quote.quote):
            raise Refused(_("stelde woorden voor die al in het artikel staan."))
        request.quote.quote = request.proposal
        request.quote.save(update_fields=["quote"])
        article = request.link.article
        article.save(update_fields=["changed_at"])  # what readers see is another page now
        article.written()
        note = _("%(reader)s, voorstel overgenomen: ‘%(words)s’")
        words = {"reader": request.link.reader, "words": request.proposal}
        article.log(Event.Verb.AGREED, by, note % words)


class Remark(models.Model):
    """What the reader of a proof wants the editors to know."""

    link = models.ForeignKey(
        ProofLink, verbose_name=_("link"), on_delete=models.CASCADE, related_name="remarks"
    )
    at = models.DateTimeField(_("op"), default=timezone.now)
    text = models.TextField(_("opmerking"))

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("opmerking")
        verbose_name_plural = _("opmerkingen")

    def __str__(self) -> str:
        return self.text[:60]
