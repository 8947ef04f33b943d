from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Subquery
from django.utils.translation import gettext_lazy as _
from solo.models import SingletonModel

from pages.models.first import first_items
from pages.models.menu import MenuItem
from pages.models.page import Page
from pages.models.privacy import PrivacyStatement
from pages.models.rules import RulesVersion


def site_name() -> str:
    """What an installation is called until its editors say otherwise."""
    return str(settings.SITE_NAME)


class PublicationQuerySet(models.QuerySet["Publication"]):
    def with_frame(self) -> Self:
        """What stands around every page, in one query: a row for each link; without links, one."""
        rules = RulesVersion.objects.visible()
        visible = Page.objects.visible()
        rows: Any = self.annotate(
            place=F("items__place"),
            label=F("items__label"),
            address=F("items__address"),
            page_slug=F("items__page__slug"),
            page_title=F("items__page__title"),
            page_is_visible=Exists(visible.filter(pk=OuterRef("items__page"))),
            rules_number=Subquery(rules.values("number")[:1]),
            rules_at=Subquery(rules.values("at")[:1]),
            tells_privacy=Exists(visible.filter(slug=PrivacyStatement.SLUG)),
        )
        found: Self = rows.order_by("items__position", "items__pk")
        return found


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
    footer_text = models.CharField(
        _("voettekst"),
        max_length=200,
        blank=True,
        default="Lezen laat hier geen spoor na: geen cookies, geen volgers.",
        help_text=_("Staat onder elke pagina."),
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publicatie")

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def save(self, *args: Any, **options: Any) -> None:
        """A new site begins with a menu, a footer, and the pages that those lead to."""
        is_new = self._state.adding
        super().save(*args, **options)
        if is_new and not self.items.exists():
            MenuItem.objects.bulk_create(first_items(self))

    @classmethod
    def current(cls) -> "Publication":
        """As its editors made it, or with its first values: reading a page writes nothing."""
        return cls.objects.first() or cls()
