from datetime import date, timedelta
from typing import ClassVar, Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from pages.models.page import Page
from pages.prose import part_field

#: A statement is looked at again at least once a year (Besluit digitale toegankelijkheid overheid).
GOOD_FOR: Final = timedelta(days=365)


class AccessibilityStatement(Page):
    """What the site says about its own accessibility; the statement itself is in the register."""

    class Status(models.TextChoices):
        """As the register of statements and its dashboard name them."""

        A = "A", _("A: voldoet volledig")
        B = "B", _("B: voldoet gedeeltelijk")
        C = "C", _("C: eerste maatregelen genomen")
        D = "D", _("D: voldoet niet")
        E = "E", _("E: nog geen verklaring in het register")

    SLUG: ClassVar[str] = "toegankelijkheid"
    TITLE: ClassVar[StrOrPromise] = _("Toegankelijkheid")
    REQUIRED: ClassVar[tuple[str, ...]] = (
        "status",
        "domains",
        "stated_on",
        "signatory",
        "email",
        "response",
        "complaint_html",
    )

    status = models.CharField(_("nalevingsstatus"), max_length=1, choices=Status, blank=True)
    register_url = models.URLField(
        _("verklaring in het register"),
        blank=True,
        help_text=_("Het adres van uw verklaring op toegankelijkheidsverklaring.nl."),
    )
    domains = models.TextField(
        _("domeinen"), max_length=1_000, blank=True, help_text=_("Elk domein op een eigen regel.")
    )
    stated_on = models.DateField(_("datum van de verklaring"), null=True, blank=True)
    signatory = models.CharField(
        _("functie van de ondertekenaar"),
        max_length=160,
        blank=True,
        help_text=_("Bijvoorbeeld: directeur communicatie."),
    )
    limits_html = part_field(
        _("wat nog niet toegankelijk is"), _("En wanneer u dat herstelt, of wat er wel is.")
    )
    email = models.EmailField(
        _("e-mailadres voor meldingen"),
        blank=True,
        help_text=_("Waar lezers een probleem met de toegankelijkheid melden."),
    )
    response = models.CharField(
        _("wanneer antwoord komt"),
        max_length=200,
        blank=True,
        default="U krijgt binnen vijf werkdagen een bevestiging en binnen drie weken antwoord.",
    )
    complaint_html = part_field(
        _("waar lezers een klacht indienen"),
        default="<p>Bent u niet tevreden met ons antwoord? Dan kunt u een klacht indienen bij de "
        '<a href="https://www.nationaleombudsman.nl/">Nationale ombudsman</a>. Wordt u '
        "ongelijk behandeld, dan kunt u ook naar het "
        '<a href="https://www.mensenrechten.nl/">College voor de Rechten van de Mens</a>.</p>',
    )

    class Meta:
        verbose_name = _("toegankelijkheidsverklaring")
        verbose_name_plural = _("toegankelijkheidsverklaring")

    def is_outdated(self, today: date) -> bool:
        return self.stated_on is not None and today - self.stated_on > GOOD_FOR
