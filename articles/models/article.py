from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Self

from content_editor.models import Region
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.addresses import Addressed
from articles.models.authorship import Authorship
from articles.models.counting import Counting, CountOf
from articles.models.people import Author
from articles.models.picture import Picture, picture_field
from articles.models.publishing import Publishing, State
from articles.models.series import Series
from articles.models.topic import ArticleTopic, Topic
from search.index import Kind
from search.models import Entry

if TYPE_CHECKING:
    from accounts.models import User

#: What an article's page proposes to read next, at most.
RELATED: Final = 3
#: How many of those that share topics are looked at to find these.
LIKELY: Final = 60
WORDS_A_MINUTE: Final = 220
#: What a link to an article says.
TITLE: Final = (
    "title",
    "slug",
    "language",
    "published_at",
    "word_count",
    "series",
    "series_position",
    "translation_of",
)


class ArticleQuerySet(Counting):
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

    def to_share(self, now: datetime | None = None) -> Self:
        """What has a social image: what readers see, or will see when its time has come."""
        over = Q(expires_at__lte=now or timezone.now())
        return self.filter(state=State.PUBLISHED).exclude(over)

    def newest_first(self) -> Self:
        return self.order_by(F("published_at").desc(nulls_first=True), "-pk")

    def newest(self, most: int) -> Self:
        """The newest of these, so many. The keys are put in order, not the texts."""
        keys = self.newest_first().values("pk")[:most]
        return type(self)(self.model).filter(pk__in=keys).newest_first()

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

    # --- Lists ------------------------------------------------------------------------------------

    def as_cards(self) -> Self:
        """With what a card shows, and without the texts that it does not show."""
        by = Authorship.objects.select_related("author").order_by("position", "pk")
        names = by.only("article", "author__name", "author__slug")
        unseen = ("alt", "caption", "credit", "announcement")
        return self.defer(*unseen).prefetch_related(models.Prefetch("authorships", names), "tags")

    def featured(self) -> Self:
        """What editors put at the head of the front page, the latest choice first."""
        chosen = Article.objects.filter(featured_at__isnull=False).values("pk")
        return self.filter(pk__in=chosen).order_by("-featured_at", "-pk")

    def about(self, topic: Topic) -> Self:
        return self.filter(article_topics__tag=topic)

    def by(self, author: Author) -> Self:
        return self.filter(authorships__author=author)

    def in_parts_order(self) -> Self:
        """As the parts of a series follow each other; those without a number come last."""
        return self.order_by(F("series_position").asc(nulls_last=True), "published_at", "pk")

    def between(self, start: datetime, end: datetime) -> Self:
        """Published from `start` on, and before `end`.

        Ask this before `visible`: SQLite goes through an index to one end only, the first it hears.
        """
        return self.filter(published_at__gte=start, published_at__lt=end)

    def counts_between(self, moments: Sequence[datetime], most: int | None = None) -> Sequence[int]:
        """How many readers may see that were published between each moment and the next, each
        counted to `most`, in one query.
        """
        counts = {
            f"n{number}": CountOf(self.between(*ends).visible().order_by().values("pk")[:most])
            for number, ends in enumerate(pairwise(moments))
        }
        # Beside one row of any kind: the counts have nothing to do with it.
        row = self.model._base_manager.annotate(**counts).values_list(*counts)[:1]
        return next(iter(row), (0,) * len(counts))

    # --- What an article's page leads to ----------------------------------------------------------

    def kin_of(self, pk: int, original: int, series: int | None) -> models.QuerySet[Any, Any]:
        """The keys of an article, its translations and the parts of its series.

        Each found by its own index: with “or” between them, both databases would go through all
        articles.
        """
        keys = Article.objects.order_by().values("pk")
        near = [keys.filter(translation_of=original)]
        near += [keys.filter(series=series)] if series else []
        return keys.filter(pk__in=[pk, original]).union(*near)

    def around(self, pk: int, original: int, series: int | None, topics: Sequence[int]) -> Self:
        """The series of an article, its translations, and what is most like it, in one query.

        `shared` is how many topics they have in common.
        """
        links = ArticleTopic.objects.filter(tag__in=topics).order_by()
        mine = links.filter(content_object=OuterRef("pk")).values("content_object")
        shared = Subquery(mine.annotate(n=Count("*")).values("n"), IntegerField())
        # A popular topic has thousands of articles: only the best of its links meet the articles.
        likely = links.values("content_object").annotate(n=Count("*"))
        likely = likely.order_by("-n", "-content_object").values("content_object")[:LIKELY]
        kin = self.kin_of(pk, original, series)
        alike = self.filter(pk__in=likely).exclude(pk__in=kin).annotate(shared=shared)
        most = alike.order_by("-shared", "-published_at", "-pk").values("pk")[:RELATED]
        near = kin.union(Article.objects.filter(pk__in=most).values("pk"))
        return self.filter(pk__in=near).annotate(shared=shared).only(*TITLE)


class Article(Addressed, Publishing, Picture):
    title = models.CharField(_("titel"), max_length=160)
    slug = models.SlugField(_("naam in het adres"), max_length=160, unique=True)
    lead = models.TextField(
        _("inleiding"), help_text=_("Maximaal zestig woorden: waar het over gaat, en voor wie.")
    )
    image = picture_field("wide", "card", blank=True)
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
            # Everything that `visible` asks, and the series: lists are counted from this alone.
            models.Index(
                fields=["-published_at", "state", "expires_at", "series"], name="article_newest"
            ),
            models.Index(
                fields=["-featured_at"],
                condition=Q(featured_at__isnull=False),
                name="article_featured",
            ),
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

    def clean(self) -> None:
        super().clean()
        original = self.translation_of
        if original and (original == self or original.translation_of_id):
            raise ValidationError(
                {"translation_of": _("Kies het oorspronkelijke artikel, niet een vertaling.")}
            )
        if original and original.language == self.language:
            raise ValidationError({"language": _("Een vertaling heeft een andere taal.")})

    @property
    def reading_minutes(self) -> int:
        """0 where the words were never counted."""
        return minutes_for(self.word_count)

    def count_words(self) -> None:
        """Whoever changed the text asks for this afterwards."""
        from articles.body import blocks_of, words_in  # noqa: PLC0415 - blocks know the article

        self.word_count = len(self.lead.split()) + words_in(blocks_of(self))
        self.save(update_fields=["word_count"])

    def written(self) -> None:
        """What follows from a change of its text, blocks, people or topics: for after each."""
        self.count_words()
        self.index()
        self.share()

    def author_user_ids(self) -> set[int]:
        if "authorships" in getattr(self, "_prefetched_objects_cache", ()):
            by: Any = self.authorships.all()
            return {one.author.user_id for one in by if one.author.user_id}
        accounts = Author.objects.filter(authorships__article=self).exclude(user=None)
        return set(accounts.order_by().values_list("user_id", flat=True))


def minutes_for(words: int) -> int:
    return max(1, round(words / WORDS_A_MINUTE)) if words else 0
