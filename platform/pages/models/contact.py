from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from pages.models.page import Page
from pages.prose import part_field


class ContactPage(Page):
    """The two points of contact of the Digital Services Act: for users (art. 12), for authorities
    (art. 11), each with the languages that are spoken there. A person answers.
    """

    SLUG: ClassVar[str] = "contact"
    TITLE: ClassVar[StrOrPromise] = _("Contact")
    REQUIRED: ClassVar[tuple[str, ...]] = (
        "email",
        "authorities_email",
        "postal_address",
        "languages",
        "answer",
    )

    intro_html = part_field(_("inleiding"))
    email = models.EmailField(
        _("e-mailadres voor lezers"), blank=True, help_text=_("Een mens leest en beantwoordt dit.")
    )
    phone = models.CharField(_("telefoon"), max_length=30, blank=True)
    authorities_email = models.EmailField(
        _("e-mailadres voor autoriteiten"),
        blank=True,
        help_text=_("Voor toezichthouders, politie en justitie, en de Europese Commissie."),
    )
    postal_address = models.TextField(
        _("postadres"), max_length=300, blank=True, help_text=_("Elke regel op een eigen regel.")
    )
    languages = models.CharField(
        _("talen"),
        max_length=120,
        blank=True,
        default="Nederlands, Engels",
        help_text=_("De talen waarin u antwoordt."),
    )
    answer = models.CharField(
        _("wanneer antwoord komt"),
        max_length=200,
        blank=True,
        default="Een medewerker antwoordt binnen vijf werkdagen.",
    )

    class Meta:
        verbose_name = _("contactpagina")
        verbose_name_plural = _("contactpagina")
