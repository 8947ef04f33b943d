from datetime import timedelta

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from solo.models import SingletonModel


class Policy(SingletonModel):
    """What holds for every discussion that does not say otherwise."""

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

    @property
    def closes_after(self) -> timedelta | None:
        days = self.closes_after_days
        return None if days is None else timedelta(days=days)
