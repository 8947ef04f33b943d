from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from content_editor.models import Region
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.people import Author
from articles.models.picture import Picture, picture_field
from articles.models.series import Series
from desk.refused import Refused

if TYPE_CHECKING:
    from accounts.models import User


class ArticleQuerySet(models.QuerySet["Article"]):
    def visible(self, now: datetime | None = None) -> Self:
        """What readers may see. The only place that says so: nothing has to run on time."""
        now = now or timezone.now()
        return self.filter(state=Article.State.PUBLISHED, published_at__lte=now)

    def withdrawn(self) -> Self:
        return self.filter(state=Article.State.WITHDRAWN)

    def newest_first(self) -> Self:
        return self.order_by(F("published_at").desc(nulls_first=True), "-pk")

    def with_people(self) -> Self:
        by = Authorship.objects.select_related("author").order_by("position", "pk")
        by_and_tags = self.prefetch_related(models.Prefetch("authorships", by), "tags")
        return by_and_tags.select_related("series")

    def written_by(self, user: "User") -> Self:
        return self.filter(pk__in=Authorship.objects.filter(author__user=user).values("article"))


class Article(Picture):
    class State(models.TextChoices):
        DRAFT = "draft", _("concept")
        PUBLISHED = "published", _("gepubliceerd")
        WITHDRAWN = "withdrawn", _("ingetrokken")

    title = models.CharField(_("titel"), max_length=160)
    slug = models.SlugField(_("naam in het adres"), max_length=160, unique=True)
    lead = models.TextField(
        _("inleiding"), help_text=_("Maximaal zestig woorden: waar het over gaat, en voor wie.")
    )
    image = picture_field(blank=True)
    language = models.CharField(
        _("taal"), max_length=8, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    series = models.ForeignKey(
        Series,
        verbose_name=_("reeks"),
        on_delete=models.PROTECT,
        related_name="articles",
        null=True,
        blank=True,
    )
    series_position = models.PositiveSmallIntegerField(
        _("deel"), null=True, blank=True, help_text=_("Het hoeveelste deel van de reeks dit is.")
    )
    announcement = models.TextField(
        _("aankondiging"),
        blank=True,
        help_text=_("Waar een volgend artikel over gaat, als dat er nog niet is."),
    )
    state = models.CharField(
        _("staat"), max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    published_at = models.DateTimeField(_("gepubliceerd op"), null=True, editable=False)
    created_at = models.DateTimeField(_("aangemaakt"), auto_now_add=True)
    changed_at = models.DateTimeField(_("gewijzigd"), auto_now=True)

    authors = models.ManyToManyField(Author, through="Authorship", related_name="articles")
    tags = TaggableManager(
        verbose_name=_("onderwerpen"),
        blank=True,
        help_text=_("Zonder hekje, met komma’s ertussen."),
    )
    regions = [Region(key="main", title=_("Inhoud"))]

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("artikel")
        verbose_name_plural = _("artikelen")
        permissions = [("publish_article", _("Kan artikelen publiceren en intrekken"))]
        indexes = [models.Index(fields=["state", "-published_at"], name="article_newest")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False),
                name="article_published_has_date",
            ),
            models.CheckConstraint(
                condition=Q(image="") | Q(decorative=True) | ~Q(alt=""), name="article_image_alt"
            ),
            models.UniqueConstraint(
                fields=["series", "series_position"], name="article_place_in_series"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:article", args=[self.slug])

    def state_label(self) -> str:
        """The state in words; a date in the future makes “gepubliceerd” into “gepland”."""
        planned = self.published_at is not None and self.published_at > timezone.now()
        if planned and self.state == self.State.PUBLISHED:
            return str(_("gepland"))
        return str(self.State(self.state).label)

    def publish(self, at: datetime | None = None) -> None:
        """Let readers see it from `at` on, by default from now. A date it had before is kept."""
        self.published_at = at or self.published_at or timezone.now()
        self.state = self.State.PUBLISHED
        self.save(update_fields=["state", "published_at", "changed_at"])

    def withdraw(self) -> None:
        """Take it off the site. Its address answers 410 from now on."""
        if self.state != self.State.PUBLISHED:
            raise Refused(_("is niet gepubliceerd"))
        self.state = self.State.WITHDRAWN
        self.save(update_fields=["state", "changed_at"])

    def parts_of_series(self) -> list["Article"]:
        if self.series is None:
            return []
        parts = Article.objects.visible().filter(series=self.series)
        return list(parts.order_by("series_position", "published_at"))

    def author_user_ids(self) -> set[int]:
        by: Any = self.authorships.all()
        return {one.author.user_id for one in by if one.author.user_id}


class Authorship(models.Model):
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="authorships")
    author = models.ForeignKey(
        Author, verbose_name=_("auteur"), on_delete=models.PROTECT, related_name="authorships"
    )
    position = models.PositiveSmallIntegerField(_("volgorde"), default=1)
    contribution = models.CharField(
        _("bijdrage"), max_length=60, blank=True, help_text=_("Bijvoorbeeld: tekst, foto.")
    )

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("auteur van dit artikel")
        verbose_name_plural = _("auteurs van dit artikel")
        constraints = [
            models.UniqueConstraint(fields=["article", "author"], name="authorship_once")
        ]

    def __str__(self) -> str:
        return f"{self.author} ({self.contribution})" if self.contribution else str(self.author)
