from dataclasses import dataclass
from typing import Any, ClassVar, Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from pages.models.page import Page
from pages.prose import part_field

#: The running parts, in the order of the page, and the anchor of each.
PARTS: Final = {
    "controller_html": "verantwoordelijke",
    "officer_html": "functionaris",
    "recipients_html": "ontvangers",
    "transfers_html": "doorgifte",
    "rights_html": "rechten",
    "complaint_html": "klacht",
    "duty_html": "verplicht",
    "automated_html": "automatisch",
    "archiving_html": "archief",
}
#: Who is responsible; then what for and how long, in tables; then the other parts.
PARTS_BEFORE_TABLES: Final = 2


@dataclass(frozen=True)
class Part:
    anchor: str
    heading: str
    body_html: str


class PrivacyStatement(Page):
    """What somebody must be told whose data is asked: AVG art. 13."""

    SLUG: ClassVar[str] = "privacy"
    TITLE: ClassVar[StrOrPromise] = _("Privacyverklaring")
    REQUIRED: ClassVar[tuple[str, ...]] = tuple(PARTS)

    intro_html = part_field(_("inleiding"))
    controller_html = part_field(
        _("wie verantwoordelijk is"), _("De organisatie die over de gegevens gaat, en het adres.")
    )
    officer_html = part_field(
        _("functionaris gegevensbescherming"), _("Naam of functie, en hoe lezers hen bereiken.")
    )
    recipients_html = part_field(
        _("wie de gegevens krijgt"), _("Ook verwerkers: wie host de site, wie verstuurt de e-mail?")
    )
    transfers_html = part_field(
        _("doorgifte buiten de Europese Unie"), _("Gebeurt dat niet? Schrijf dat dan op.")
    )
    rights_html = part_field(
        _("uw rechten, en hoe u die gebruikt"),
        _("Inzien, verbeteren, verwijderen, beperken, bezwaar, en toestemming intrekken."),
    )
    complaint_html = part_field(
        _("klacht bij de toezichthouder"),
        default="<p>Bent u het niet eens met wat wij met uw gegevens doen? U kunt een klacht "
        'indienen bij de <a href="https://www.autoriteitpersoonsgegevens.nl/">Autoriteit '
        "Persoonsgegevens</a>.</p>",
    )
    duty_html = part_field(
        _("of u gegevens moet geven"), _("En wat het gevolg is als iemand dat niet doet.")
    )
    automated_html = part_field(
        _("automatische besluiten"), _("Bijvoorbeeld een filter dat reacties tegenhoudt.")
    )
    archiving_html = part_field(
        _("wat wij archiveren"), _("Openbare pagina’s worden bewaard: wat betekent dat?")
    )

    class Meta:
        verbose_name = _("privacyverklaring")
        verbose_name_plural = _("privacyverklaring")

    def parts(self) -> list[Part]:
        return [
            Part(anchor, self._label(name), getattr(self, name)) for name, anchor in PARTS.items()
        ]

    def missing_labels(self) -> list[str]:
        tables: tuple[Any, ...] = (self.purposes, self.retentions)
        empty = [rows.model for rows in tables if not rows.exists()]
        return [*super().missing_labels(), *(str(one._meta.verbose_name_plural) for one in empty)]

    def _label(self, name: str) -> str:
        field: Any = self._meta.get_field(name)
        label = str(field.verbose_name)
        return label[0].upper() + label[1:]


class Purpose(models.Model):
    """What data is used for, and by what right."""

    class Basis(models.TextChoices):
        """The grounds of AVG art. 6(1), in its order."""

        CONSENT = "a", _("uw toestemming")
        CONTRACT = "b", _("een overeenkomst met u")
        LEGAL = "c", _("een wettelijke plicht")
        VITAL = "d", _("een vitaal belang")
        PUBLIC = "e", _("onze taak van algemeen belang")
        LEGITIMATE = "f", _("ons gerechtvaardigd belang")

    statement = models.ForeignKey(
        PrivacyStatement, on_delete=models.CASCADE, related_name="purposes"
    )
    purpose = models.CharField(_("waarvoor"), max_length=200)
    data = models.CharField(_("welke gegevens"), max_length=300)
    basis = models.CharField(
        _("grondslag"),
        max_length=1,
        choices=Basis,
        help_text=_(
            "Een overheid kan zich voor haar taken niet beroepen op een gerechtvaardigd belang."
        ),
    )
    position = models.PositiveSmallIntegerField(_("plaats"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("doel")
        verbose_name_plural = _("doelen en grondslagen")

    def __str__(self) -> str:
        return self.purpose


class Retention(models.Model):
    """How long data is kept."""

    statement = models.ForeignKey(
        PrivacyStatement, on_delete=models.CASCADE, related_name="retentions"
    )
    data = models.CharField(_("welke gegevens"), max_length=200)
    term = models.CharField(_("hoe lang"), max_length=200)
    afterwards = models.CharField(_("en daarna"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("plaats"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("bewaartermijn")
        verbose_name_plural = _("bewaartermijnen")

    def __str__(self) -> str:
        return f"{self.data}: {self.term}"
