from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from content_editor.models import Region
from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.addresses import Addressed
from articles.models.people import Author
from articles.models.picture import Picture, picture_field
from articles.models.publishing import Publishing, State
from articles.models.series import Series
from articles.models.topic import ArticleTopic
from search.index import Kind
from search.models import Entry

if TYPE_CHECKING:
    from accounts.models import User


class ArticleQuerySet(models.QuerySet["Article"]):
    def visible(self, now: datetime | None = None) -> Self:
        """What readers may see. The only place that says so: nothing has to run on time."""
        now = now or timezone.now()
        not_over = Q(expires_at=None) | Q(expires_at__gt=now)
        return self.filter(not_over, state=State.PUBLISHED, published_at__lte=now)

    def to_index(self) -> Self:
        """What readers see, saw or will see: for the search, which asks `visible` once more."""
        return self.filter(state=State.PUBLISHED)

    def gone(self, now: datetime | None = None) -> Self:
        """What readers could see once: withdrawn, or its time is over."""
        over = Q(state=State.PUBLISHED, expires_at__lte=now or timezone.now())
        return self.filter(Q(state=State.WITHDRAWN) | over)

    def newest_first(self) -> Self:
        return self.order_by(F("published_at").desc(nulls_first=True), "-pk")

    def with_people(self) -> Self:
        by = Authorship.objects.select_related("author").order_by("position", "pk")
        by_and_tags = self.prefetch_related(models.Prefetch("authorships", by), "tags")
        return by_and_tags.select_related("series")

    @transaction.atomic
    def delete(self) -> tuple[int, dict[str, int]]:
        Entry.objects.drop(Kind.ARTICLE, *self.values_list("pk", flat=True))
        return super().delete()

    def written_by(self, user: "User") -> Self:
        return self.filter(pk__in=Authorship.objects.filter(author__user=user).values("article"))


class Article(Addressed, Publishing, Picture):
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
    translation_of = models.ForeignKey(
        "self",
        verbose_name=_("vertaling van"),
        on_delete=models.SET_NULL,
        related_name="translations",
        null=True,
        blank=True,
        help_text=_("Het oorspronkelijke artikel, als dit een vertaling is."),
    )
    word_count = models.PositiveIntegerField(_("woorden"), default=0, editable=False)

    authors = models.ManyToManyField(Author, through="Authorship", related_name="articles")
    tags = TaggableManager(
        through=ArticleTopic,
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
        indexes = [
            models.Index(fields=["state", "-published_at"], name="article_newest"),
            models.Index(fields=["-featured_at"], name="article_featured"),
        ]
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
