from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.judging.words import Word

#: The edition that begins anew when a rule changes.
WORDS: Final = "words"


class WordRuleQuerySet(models.QuerySet["WordRule"]):
    def in_force(self) -> tuple[Word, ...]:
        return tuple(rule.as_word() for rule in self.filter(active=True))


class WordRule(models.Model):
    """A word or a phrase that holds or refuses a reaction. A star stands for any letters."""

    class Effect(models.TextChoices):
        HOLD = "hold", _("vasthouden")
        REFUSE = "refuse", _("weigeren")

    pattern = models.CharField(
        _("woord of zin"),
        max_length=120,
        unique=True,
        help_text=_("Hele woorden; een sterretje staat voor een of meer letters: gok*."),
    )
    effect = models.CharField(_("gevolg"), max_length=10, choices=Effect, default=Effect.HOLD)
    inside_words = models.BooleanField(
        _("ook binnen woorden"), default=False, help_text=_("“naakt” vindt dan ook “naaktslak”.")
    )
    active = models.BooleanField(_("actief"), default=True)
    note = models.CharField(_("waarom"), max_length=200, blank=True)

    objects = WordRuleQuerySet.as_manager()

    class Meta:
        ordering = ["pattern"]
        verbose_name = _("woordregel")
        verbose_name_plural = _("woordregels")

    def __str__(self) -> str:
        return self.pattern

    def as_word(self) -> Word:
        """What the checks need of it."""
        return Word(self.pattern, self.effect == self.Effect.REFUSE, self.inside_words)
