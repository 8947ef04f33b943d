from datetime import timedelta
from functools import partial
from typing import Any, Final

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from solo.models import SingletonModel

from delivery.memory import remembered
from delivery.settled import Settled
from delivery.shown import SITE


class Mode(models.TextChoices):
    BEFORE = "before", _("lezen, dan plaatsen")
    AFTER = "after", _("plaatsen, daarna lezen")


class Audience(models.TextChoices):
    EVERYONE = "everyone", _("iedereen")
    CONFIRMED = "confirmed", _("wie het e-mailadres heeft bevestigd")
    STAFF = "staff", _("alleen medewerkers")


class Policy(SingletonModel):
    """What holds for every discussion that does not say otherwise.

    A threshold that is empty is off.
    """

    Mode = Mode
    Audience = Audience

    # --- Who may react, and when that is read -----------------------------------------------------
    audience = models.CharField(
        _("wie mag reageren"), max_length=10, choices=Audience, default=Audience.EVERYONE
    )
    mode = models.CharField(_("modereren"), max_length=10, choices=Mode, default=Mode.BEFORE)
    trusted_after = models.PositiveSmallIntegerField(
        _("vertrouwd na (geplaatste reacties)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_(
            "Wie het e-mailadres bevestigde en zo veel geplaatste reacties heeft, hoeft niet meer "
            "te wachten. Leeg: iedereen wacht."
        ),
    )
    keeps_hours = models.BooleanField(
        _("houdt openingstijden aan"),
        default=False,
        help_text=_("Erbuiten wachten alle reacties, en lezers zien wanneer u weer leest."),
    )
    keeps_holidays = models.BooleanField(_("gesloten op feestdagen"), default=True)

    # --- What holds a reaction --------------------------------------------------------------------
    held_links = models.PositiveSmallIntegerField(
        _("vasthouden vanaf (links)"),
        default=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
    )
    shouting_percent = models.PositiveSmallIntegerField(
        _("vasthouden vanaf (procent hoofdletters)"),
        default=70,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    refused_percent = models.PositiveSmallIntegerField(
        _("vasthouden vanaf (procent afgewezen)"),
        default=30,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Van wat er de laatste zeven dagen van deze schrijver is beoordeeld."),
    )
    held_after_days = models.PositiveSmallIntegerField(
        _("vasthouden bij artikelen ouder dan (dagen)"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(3_650)],
    )
    hold_first = models.BooleanField(
        _("eerste reactie vasthouden"),
        default=False,
        help_text=_(
            "Een adres dat in deze browser niet is bevestigd, telt als nieuw: iedereen kan het "
            "typen."
        ),
    )
    hold_unconfirmed = models.BooleanField(
        _("vasthouden zolang het e-mailadres niet is bevestigd"), default=False
    )
    hold_disposable = models.BooleanField(_("wegwerpadressen vasthouden"), default=True)

    # --- What is too fast -------------------------------------------------------------------------
    too_fast_seconds = models.PositiveSmallIntegerField(
        _("te snel getypt (seconden)"), default=4, null=True, blank=True
    )
    form_hours = models.PositiveSmallIntegerField(
        _("een formulier blijft geldig (uren)"), default=24, validators=[MinValueValidator(20)]
    )
    most_in_ten_minutes = models.PositiveSmallIntegerField(
        _("reacties per tien minuten"), default=5, validators=[MinValueValidator(1)]
    )
    most_in_a_day = models.PositiveSmallIntegerField(
        _("reacties per dag"), default=30, validators=[MinValueValidator(1)]
    )
    proof_of_work = models.BooleanField(
        _("rekensom door de browser"),
        default=False,
        help_text=_("Tegen robots. De lezer merkt er niets van; er gaat niets naar anderen."),
    )

    # --- The conversation -------------------------------------------------------------------------
    correcting_minutes = models.PositiveSmallIntegerField(
        _("minuten om te corrigeren"),
        default=15,
        validators=[MaxValueValidator(1_440)],
        help_text=_("Of korter: tot iemand antwoordt. 0: niet."),
    )
    page_size = models.PositiveSmallIntegerField(
        _("reacties per pagina"),
        default=50,
        validators=[MinValueValidator(5), MaxValueValidator(200)],
    )
    closes_after_days = models.PositiveSmallIntegerField(
        _("reageren sluit na (dagen)"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(3_650)],
        help_text=_(
            "Gerekend vanaf publicatie; leeg: reageren blijft open. Dit geldt meteen ook voor "
            "oudere artikelen, behalve waar een moderator reageren zelf opende of sloot."
        ),
    )

    class Meta:
        verbose_name = _("beleid voor reacties")

    def __str__(self) -> str:
        return str(_("Beleid voor reacties"))

    @classmethod
    def current(cls) -> "Policy":
        """To read and not to change: that of the page that is being made, if there is one."""
        return remembered(("policy",), POLICY.now)

    def save(self, *args: Any, **kwargs: Any) -> None:
        size = Policy.objects.filter(pk=self.pk).values_list("page_size", flat=True).first()
        super().save(*args, **kwargs)
        if size not in {None, self.page_size}:
            _rearrange(min(size or 0, self.page_size))

    @property
    def closes_after(self) -> timedelta | None:
        days = self.closes_after_days
        return None if days is None else timedelta(days=days)


#: As it is now, for who reads it only.
POLICY: Final = Settled(Policy.get_solo, SITE)


def _rearrange(more_than: int) -> None:
    from comments.rearranging import rearrange  # noqa: PLC0415 - which knows discussions

    transaction.on_commit(partial(rearrange.enqueue, more_than))
