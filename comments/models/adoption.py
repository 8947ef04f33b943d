from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import tips
from articles.models import Tip
from comments.models.comment import Comment
from comments.models.discussion import Discussion
from comments.models.states import TIPPABLE
from desk.refused import Refused

if TYPE_CHECKING:
    from accounts.models import User

BYLINE_LENGTH: Final = 120


class AdoptionQuerySet(models.QuerySet["Adoption"]):
    @transaction.atomic
    def ask(self, comment: Comment, by: "User", text: str, byline: str) -> "Adoption":
        """Ask its writer by mail. What staff wrote was written for the site: it is adopted at once.

        Raises Refused for a reaction that readers cannot see, that was asked about or adopted
        already, or whose writer cannot be asked.
        """
        Discussion.objects.lock(comment.discussion_id)
        adoption = self.filter(comment=comment).first() or Adoption(comment=comment)
        if adoption.stands:
            raise Refused(_("is al overgenomen, of gevraagd"))
        if comment.user is None and not comment.email:
            raise Refused(_("heeft geen e-mailadres: wij kunnen de schrijver niets vragen"))
        adoption.text, adoption.byline, adoption.asked_by = text, byline, by
        adoption.state, adoption.asked_at = Adoption.State.ASKED, timezone.now()
        adoption.keeps = adoption.answered_at = adoption.tip = None
        adoption.save()
        adoption.begin(by)
        return adoption


class Adoption(models.Model):
    """A reader's tip that becomes a numbered tip of the article, if the reader agrees."""

    class State(models.TextChoices):
        ASKED = "asked", _("gevraagd")
        AGREED = "agreed", _("akkoord")
        DECLINED = "declined", _("liever niet")
        ENDED = "ended", _("weer weggehaald")

    comment = models.OneToOneField(
        Comment, verbose_name=_("reactie"), on_delete=models.PROTECT, related_name="adoption"
    )
    text = models.TextField(_("tip"))
    byline = models.CharField(_("naam bij de tip"), max_length=BYLINE_LENGTH, blank=True)
    keeps = models.BooleanField(
        _("blijft als de reactie wordt ingetrokken"), null=True, editable=False
    )
    state = models.CharField(_("staat"), max_length=10, choices=State, default=State.ASKED)
    tip = models.OneToOneField(
        Tip,
        verbose_name=_("tip in het artikel"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("overgenomen tip")
        verbose_name_plural = _("overgenomen tips")

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def stands(self) -> bool:
        """It was asked, or is in the article."""
        return self.pk is not None and self.state in {self.State.ASKED, self.State.AGREED}

    @property
    def waits(self) -> bool:
        """For the answer of a writer whose reaction readers can see."""
        return self.state == self.State.ASKED and self.comment.state in TIPPABLE

    def begin(self, by: "User") -> None:
        if self.comment.user is None:
            from comments.letters.adoptions import asked  # noqa: PLC0415 - letters know the models

            self.comment.became_tip(str(self.State.ASKED.label), by)
            asked(self)
        else:
            self._take_in(self.byline, keeps=False, by=by)

    # --- By the writer ----------------------------------------------------------------------------

    @transaction.atomic
    def agree(self, *, named: bool, keeps: bool) -> None:
        """`keeps`: the tip stays when the reaction is withdrawn. Raises Refused when it is late."""
        self._hold()
        if not self.waits:
            raise Refused(_("Deze vraag is vervallen."))
        self._take_in(self.byline if named else "", keeps=keeps)

    @transaction.atomic
    def decline(self) -> None:
        """Also later, of what is in the article already: a yes can be taken back."""
        self._end(self.State.DECLINED)

    @transaction.atomic
    def writer_left(self) -> None:
        """The reaction was withdrawn: what becomes of the tip, the writer chose before."""
        self._hold()
        if self.state == self.State.AGREED and self.keeps:
            tips.cut_loose(self.comment.discussion_id, self.source)
        elif self.stands:
            self._leave(self.State.ENDED, None)

    @transaction.atomic
    def let_go_of_writer(self) -> None:
        """No name below the tip any more; and of what is not in the article, no words either."""
        self._hold()
        tips.unname(self.comment.discussion_id, self.source, self.tip_id)
        self.byline = ""
        self.text = self.text if self.stands else ""
        self.save(update_fields=["byline", "text"])

    # --- By staff ---------------------------------------------------------------------------------

    @transaction.atomic
    def end(self, by: "User") -> None:
        self._end(self.State.ENDED, by)

    # ----------------------------------------------------------------------------------------------

    @property
    def source(self) -> str:
        return self.comment.get_absolute_url()

    def _hold(self) -> None:
        """Nobody changes it, or the reaction, until the transaction ends."""
        Discussion.objects.lock(self.comment.discussion_id)
        self.refresh_from_db()
        self.comment.refresh_from_db(fields=["state"])

    def _take_in(self, byline: str, *, keeps: bool, by: "User | None" = None) -> None:
        self.comment.became_tip(str(self.State.AGREED.label), by)
        self.tip = tips.add(self.comment.discussion_id, self.text, byline, self.source, by)
        self.state, self.keeps, self.answered_at = self.State.AGREED, keeps, timezone.now()
        self.save(update_fields=["tip", "state", "keeps", "answered_at"])

    def _end(self, state: "Adoption.State", by: "User | None" = None) -> None:
        self._hold()
        if not self.stands:
            raise Refused(_("is al beantwoord of weggehaald"))
        if self.comment.state in TIPPABLE:  # else the last decision stays what became of it
            self.comment.became_tip(str(state.label), by)
        self._leave(state, by)

    def _leave(self, state: "Adoption.State", by: "User | None") -> None:
        if self.state == self.State.AGREED:
            tips.take_out(self.comment.discussion_id, self.source, self.tip_id, by)
        self.state, self.answered_at, self.tip = state, timezone.now(), None
        self.save(update_fields=["state", "answered_at", "tip"])
