from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.decision import Decision


class NoticeMoveQuerySet(models.QuerySet["NoticeMove"]):
    def update(self, **values: Any) -> NoReturn:
        raise TypeError("moves of a notice are only ever added")

    def delete(self) -> NoReturn:
        raise TypeError("moves of a notice are only ever added")


class NoticeMove(models.Model):
    """One step in how a notice was handled, and what its notifier was told. Only ever added."""

    notice = models.ForeignKey(
        "comments.Notice",
        verbose_name=_("melding"),
        on_delete=models.PROTECT,
        related_name="moves",
    )
    at = models.DateTimeField(_("op"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("door"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Leeg: de melder, de schrijver van de reactie, of een regel."),
    )
    from_state = models.CharField(_("van"), max_length=10, blank=True)
    to_state = models.CharField(_("naar"), max_length=10)
    decision = models.ForeignKey(
        Decision,
        verbose_name=_("besluit over de reactie"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    text = models.TextField(_("wat de melder te lezen kreeg"), blank=True)

    objects = NoticeMoveQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("stap")
        verbose_name_plural = _("stappen")

    def __str__(self) -> str:
        return f"{self.label_of(self.from_state)} → {self.label_of(self.to_state)}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("moves of a notice are only ever added")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("moves of a notice are only ever added")

    def label_of(self, state: str) -> str:
        """A state in words; the first step comes from none."""
        return str(type(self.notice).State(state).label) if state else "–"
