from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from solo.models import SingletonModel


def site_name() -> str:
    """What an installation is called until its editors say otherwise."""
    return str(settings.SITE_NAME)


class Publication(SingletonModel):
    """The magazine itself: what it is called, and who stands for it."""

    name = models.CharField(_("naam"), max_length=80, default=site_name)
    line = models.CharField(
        _("ondertitel"),
        max_length=120,
        blank=True,
        default="Over overheid en samenleving in gesprek",
        help_text=_("Staat boven elke pagina naast de naam."),
    )
    description = models.CharField(
        _("beschrijving"),
        max_length=200,
        default="Een magazine over overheid en samenleving in gesprek.",
        help_text=_("Voor zoekmachines en feeds: waar de site over gaat."),
    )
    publisher = models.CharField(
        _("uitgever"),
        max_length=160,
        blank=True,
        help_text=_("De organisatie die de site uitgeeft."),
    )
    publisher_uri = models.URLField(
        _("TOOI-adres van de uitgever"),
        blank=True,
        help_text=_(
            "Het adres van de organisatie in het register van overheidsorganisaties, "
            "bijvoorbeeld https://identifier.overheid.nl/tooi/id/ministerie/mnre1034."
        ),
    )
    email = models.EmailField(
        _("e-mailadres"), blank=True, help_text=_("Waar lezers de redactie kunnen bereiken.")
    )

    class Meta:
        verbose_name = _("publicatie")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def current(cls) -> "Publication":
        """As its editors made it, or with its first values: reading a page writes nothing."""
        return cls.objects.first() or cls()
