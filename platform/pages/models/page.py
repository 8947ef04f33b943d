from datetime import datetime
from typing import ClassVar, Self

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrOrPromise

from accounts.models import User
from desk.refused import Refused


class PageQuerySet(models.QuerySet["Page"]):
    def visible(self) -> Self:
        """What readers may see. The only place that says so."""
        return self.filter(published_at__isnull=False)


class Page(models.Model):
    """What every page of the site has, whatever else it says. Each kind of page is a child of it.

    A kind of which there is one has its SLUG and TITLE; REQUIRED are the fields without which
    readers do not get to see the page.
    """

    SLUG: ClassVar[str] = ""
    TITLE: ClassVar[StrOrPromise] = ""
    REQUIRED: ClassVar[tuple[str, ...]] = ()

    title = models.CharField(gettext_lazy("titel"), max_length=120)
    slug = models.SlugField(
        gettext_lazy("naam in het adres"),
        max_length=80,
        unique=True,
        help_text=gettext_lazy("Na publicatie ligt het adres vast: anderen verwijzen ernaar."),
    )
    description = models.CharField(
        gettext_lazy("beschrijving"),
        max_length=200,
        blank=True,
        help_text=gettext_lazy("Voor zoekmachines: wat een lezer op deze pagina vindt."),
    )
    published_at = models.DateTimeField(gettext_lazy("gepubliceerd op"), null=True, editable=False)
    changed_at = models.DateTimeField(gettext_lazy("laatst gewijzigd op"), auto_now=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        verbose_name = gettext_lazy("pagina")
        verbose_name_plural = gettext_lazy("pagina’s")
        permissions = [("publish_page", gettext_lazy("Kan pagina’s publiceren en intrekken"))]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        if self.slug in FIXED:
            return reverse(f"pages:{self.slug}")
        return reverse("pages:text", args=[self.slug])

    @classmethod
    def the_one(cls) -> Self:
        """The page of a kind of which there is one; made, unpublished, where it is not there."""
        first = {"title": str(cls.TITLE)}
        found, _created = cls._base_manager.get_or_create(slug=cls.SLUG, defaults=first)
        return found

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    def missing(self) -> list[str]:
        """The fields that are still empty and may not be when readers see the page."""
        names = ("title", "description", *self.REQUIRED)
        return [name for name in names if not getattr(self, name)]

    def missing_labels(self) -> list[str]:
        return [str(self._meta.get_field(name).verbose_name) for name in self.missing()]  # type: ignore[union-attr]

    def clean(self) -> None:
        if self.is_published:
            sentence = _("Vul dit in, of trek de pagina eerst in: lezers moeten dit kunnen lezen.")
            if missing := self.missing():
                raise ValidationError(dict.fromkeys(missing, sentence))

    # --- Verbs ----------------------------------------------------------------------------------

    def publish(self, by: User, now: datetime | None = None) -> None:
        if self.is_published:
            raise Refused(_("is al gepubliceerd"))
        self.refuse_incomplete()
        with transaction.atomic():
            self.published_at = now or timezone.now()
            self.save(update_fields=["published_at"])
            self.log(by, _("Gepubliceerd."))

    def withdraw(self, by: User) -> None:
        if not self.is_published:
            raise Refused(_("is niet gepubliceerd"))
        with transaction.atomic():
            self.published_at = None
            self.save(update_fields=["published_at"])
            self.log(by, _("Ingetrokken."))

    def refuse_incomplete(self) -> None:
        if labels := self.missing_labels():
            parts = get_text_list(labels, _("en"))
            raise Refused(_("Vul eerst in: %(parts)s.") % {"parts": parts})

    def log(self, by: User, what: str) -> None:
        LogEntry.objects.log_actions(by.pk, [self], CHANGE, what)


#: Pages with an address of their own, straight under the root; the names are those in urls.py.
FIXED: frozenset[str] = frozenset(
    {"huisregels", "privacy", "toegankelijkheid", "contact", "colofon"}
)
