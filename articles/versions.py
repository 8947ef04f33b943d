"""Every version of an article that was saved: keeping, reading and putting one back.

A version is the article with its blocks, authors and topics. Where it stands in its life (state,
times, address) is not part of it: to put words back must not publish or withdraw anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import reversion
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _
from reversion.errors import RevertError
from reversion.models import Revision, Version

from accounts.models import User
from articles.models import (
    BLOCKS,
    Article,
    ArticleTopic,
    Author,
    Authorship,
    Event,
    Series,
    Topic,
)
from articles.outlook import in_words
from desk.refused import Refused

#: What a version says nothing about, besides the tags: those are rows of their own.
APART: Final = (
    "tags",
    "state",
    "published_at",
    "expires_at",
    "featured_at",
    "created_at",
    "changed_at",
    "word_count",
    "social_image",
)
#: What stays as it is when a version is put back: addresses are promises.
KEPT: Final = ("id", "slug")
CHILDREN: Final[tuple[type[models.Model], ...]] = (Authorship, ArticleTopic, *BLOCKS)


def register() -> None:
    for child in CHILDREN:
        reversion.register(child)
    follow = [_relation_to(child) for child in CHILDREN]
    reversion.register(Article, exclude=APART, follow=follow)


def _relation_to(child: type[models.Model]) -> str:
    field: Any = child._meta.get_field(_link(child))
    return str(field.remote_field.get_accessor_name())


def _link(child: type[models.Model]) -> str:
    """The name of its foreign key to the article."""
    links = (
        field
        for field in child._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.related_model is Article
    )
    return next(links).name


# --- Keeping --------------------------------------------------------------------------------------


def versions_of(article: Article) -> models.QuerySet[Version]:
    """Newest first."""
    found: models.QuerySet[Version] = Version.objects.get_for_object(article)
    return found.select_related("revision__user")


@transaction.atomic
def keep(article: Article, by: User | None, comment: str = "") -> None:
    """Keep the article as it is now stored; not again when nothing differs from the last time."""
    before = versions_of(article).first()
    stored = Article.objects.get(pk=article.pk)
    with reversion.create_revision(manage_manually=True):
        reversion.add_to_revision(stored)
        reversion.set_user(by)
        reversion.set_comment(comment)
    kept = versions_of(article)[0]
    if before and _data(before.revision) == _data(kept.revision):
        kept.revision.delete()


def keep_first(article: Article) -> None:
    """For what came by another way than the editor: how it was before somebody changes it."""
    if not versions_of(article).exists():
        keep(article, None)


def _data(revision: Revision) -> set[tuple[int, str, str]]:
    rows = revision.version_set.values_list("content_type", "object_id", "serialized_data")
    return set(rows)


# --- Reading --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Block:
    kind: type[models.Model]
    values: dict[str, Any]

    @property
    def key(self) -> tuple[str, Any]:
        return self.kind._meta.label_lower, self.values["id"]

    @property
    def label(self) -> str:
        return str(self.kind._meta.verbose_name)


@dataclass(frozen=True)
class Snapshot:
    article: dict[str, Any]
    blocks: tuple[Block, ...]
    names: dict[str, tuple[str, ...]]  # label → names of what it refers to


def snapshot(revision: Revision) -> Snapshot:
    """Raises Refused for a version that this release cannot read."""
    rows = _rows(revision)
    article = rows[Article][0]
    blocks = [Block(kind, values) for kind in BLOCKS for values in rows.get(kind, [])]
    blocks.sort(key=lambda block: block.values["ordering"])
    return Snapshot(article, tuple(blocks), _names(article, rows))


def _rows(revision: Revision) -> dict[type[Any], list[dict[str, Any]]]:
    rows: dict[type[Any], list[dict[str, Any]]] = {}
    try:
        for version in revision.version_set.select_related("content_type").order_by("pk"):
            rows.setdefault(version.content_type.model_class(), []).append(version.field_dict)
    except (RevertError, IndexError) as error:  # IndexError: of a model that is no more
        raise Refused(_("Deze versie is niet meer te lezen.")) from error
    return rows


def _names(
    article: dict[str, Any], rows: dict[type[Any], list[dict[str, Any]]]
) -> dict[str, tuple[str, ...]]:
    by = sorted(rows.get(Authorship, []), key=lambda row: (row["position"], row["id"]))
    topics = [row["tag_id"] for row in rows.get(ArticleTopic, [])]
    return {
        _("auteurs"): _named(Author, [row["author_id"] for row in by]),
        _("onderwerpen"): tuple(sorted(_named(Topic, topics))),
        _("reeks"): _named(Series, [article["series_id"]]),
        _("vertaling van"): _named(Article, [article["translation_of_id"]]),
    }


def _named(model: type[Any], keys: list[Any]) -> tuple[str, ...]:
    found = model._base_manager.in_bulk([key for key in keys if key is not None])
    gone = _("(bestaat niet meer)")
    return tuple(str(found.get(key, gone)) for key in keys if key is not None)


# --- Putting back ---------------------------------------------------------------------------------


@transaction.atomic
def restore(article: Article, revision: Revision, by: User) -> None:
    """Put the words of a version back: the article's fields, blocks, authors and topics.

    What it referred to and no longer exists is left out. Raises Refused when it cannot be done;
    then nothing has changed.
    """
    stored = Article.objects.select_for_update().get(pk=article.pk)
    keep_first(stored)
    rows = _rows(revision)
    try:
        with transaction.atomic():
            _restore_fields(stored, rows[Article][0])
            for child in CHILDREN:
                _restore_rows(stored, child, _versions(revision, child))
    except IntegrityError as error:
        raise Refused(_("Deze versie past niet meer bij wat er nu staat.")) from error
    when = in_words(revision.date_created)
    stored.log(Event.Verb.RESTORED, by, _("De versie van %(when)s.") % {"when": when})
    stored.written()
    keep(stored, by, _("Een eerdere versie teruggezet."))


def _restore_fields(article: Article, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if name not in KEPT:
            setattr(article, name, value)
    if article.series_id and not Series.objects.filter(pk=article.series_id).exists():
        article.series_id = article.series_position = None
    taken = Article.objects.filter(
        series=article.series_id, series_position=article.series_position
    )
    if article.series_position and taken.exclude(pk=article.pk).exists():
        article.series_position = None
    original = article.translation_of_id
    if original and not Article.objects.filter(pk=original).exists():
        article.translation_of_id = None
    article.save()


def _versions(revision: Revision, child: type[models.Model]) -> list[Version]:
    found = revision.version_set.select_related("content_type")
    return [version for version in found if version.content_type.model_class() is child]


def _restore_rows(article: Article, child: type[models.Model], versions: Iterable[Version]) -> None:
    wanted = [version for version in versions if _still_refers(version)]
    mine = child._base_manager.filter(**{_link(child): article.pk})
    mine.exclude(pk__in=[version.object_id for version in wanted]).delete()
    for version in wanted:
        version.revert()


def _still_refers(version: Version) -> bool:
    """Whether the author or topic that this row names is still there."""
    values = version.field_dict
    if "author_id" in values:
        return Author.objects.filter(pk=values["author_id"]).exists()
    return "tag_id" not in values or Topic.objects.filter(pk=values["tag_id"]).exists()
