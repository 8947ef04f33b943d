"""Versions of an article: kept at each save, and put back as a whole."""

from typing import Any

import pytest
from django.utils import timezone
from reversion.models import Revision, Version

from accounts.models import User
from articles import versions
from articles.models import (
    Article,
    Author,
    Authorship,
    Event,
    ImageBlock,
    PullQuote,
    Series,
    TextBlock,
    Tip,
    Topic,
)
from desk.refused import Refused


def first_version(article: Article) -> Revision:
    revision: Any = versions.versions_of(article).order_by("pk")[0].revision
    return revision


def shape(article: Article) -> tuple[Any, ...]:
    """All that a version is about."""
    stored = Article.objects.get(pk=article.pk)
    kept = versions.snapshot(versions.versions_of(article)[0].revision)
    blocks = [(block.key, block.values) for block in kept.blocks]
    return stored.title, stored.lead, stored.series_id, blocks, kept.names


def test_a_version_holds_the_article_with_all_that_belongs_to_it(rich: Article, els: User) -> None:
    versions.keep(rich, els, "Eerste versie.")
    revision = first_version(rich)
    assert (revision.user, revision.comment) == (els, "Eerste versie.")
    kept = versions.snapshot(revision)
    assert kept.article["title"] == "Wie luistert er?"
    assert [block.kind for block in kept.blocks] == [
        TextBlock,
        TextBlock,
        PullQuote,
        Tip,
        Tip,
        TextBlock,
        Tip,
        ImageBlock,
    ]
    assert kept.names["auteurs"] == ("Zoë Bos", "Bram Aal", "Cor Post")
    assert kept.names["onderwerpen"] == ("open data", "overheid")
    assert kept.names["reeks"] == ("Het loket",)


def test_saving_without_a_change_makes_no_version(rich: Article, els: User) -> None:
    versions.keep(rich, els)
    rich.save()
    versions.keep(rich, els)
    assert versions.versions_of(rich).count() == 1


def test_publishing_is_no_new_version_of_the_text(rich: Article, els: User) -> None:
    versions.keep(rich, els)
    rich.withdraw(els)
    rich.publish(by=els)
    versions.keep(rich, els)
    assert versions.versions_of(rich).count() == 1


def test_a_block_alone_makes_a_version(rich: Article, els: User) -> None:
    versions.keep(rich, els)
    Tip.objects.filter(text="Begin op tijd.").update(text="Begin vroeg.")
    versions.keep(rich, els)
    assert versions.versions_of(rich).count() == 2


def test_an_article_comes_back_with_its_blocks_authors_and_topics(rich: Article, els: User) -> None:
    versions.keep(rich, els)
    before = shape(rich)
    rich.title, rich.series, rich.series_position = "Anders", None, None
    rich.save()
    TextBlock.objects.filter(parent=rich)[0].delete()
    PullQuote.objects.filter(parent=rich).update(quote="Nee.")
    Tip.objects.create(parent=rich, region="main", ordering=5, text="Nieuw.")
    rich.authorships.all()[0].delete()
    rich.tags.set(["iets anders"])
    versions.keep(rich, els)
    assert shape(rich) != before
    versions.restore(rich, first_version(rich), els)
    assert shape(rich) == before
    assert not Tip.objects.filter(text="Nieuw.").exists()


def test_restoring_leaves_state_date_and_address_alone(rich: Article, els: User) -> None:
    versions.keep(rich, els)
    rich.slug, rich.title = "nieuw-adres", "Nieuwe titel"
    rich.save()
    rich.withdraw(els)
    published = rich.published_at
    versions.restore(rich, first_version(rich), els)
    rich.refresh_from_db()
    assert (rich.title, rich.slug, rich.state) == ("Wie luistert er?", "nieuw-adres", "withdrawn")
    assert rich.published_at == published


def test_restoring_is_itself_a_version_and_a_line_in_the_history(rich: Article, els: User) -> None:
    versions.keep(rich, els)
    rich.title = "Anders"
    rich.save()
    versions.keep(rich, els)
    versions.restore(rich, first_version(rich), els)
    assert versions.versions_of(rich).count() == 3
    assert versions.versions_of(rich)[0].revision.user == els
    event = Event.objects.latest("pk")
    assert (event.verb, event.by) == (Event.Verb.RESTORED, els)
    assert event.note.startswith("De versie van ")


def test_what_was_never_kept_is_kept_before_it_is_overwritten(rich: Article, els: User) -> None:
    versions.keep_first(rich)
    versions.keep_first(rich)
    assert versions.versions_of(rich).count() == 1
    assert first_version(rich).user is None


def test_a_name_that_is_gone_is_left_out_and_said_so(rich: Article, els: User) -> None:
    versions.keep(rich, els)
    kept = first_version(rich)
    Authorship.objects.filter(author__name="Bram Aal").delete()
    Author.objects.get(name="Bram Aal").delete()
    Topic.objects.get(name="overheid").delete()
    assert "(bestaat niet meer)" in versions.snapshot(kept).names["auteurs"]
    versions.restore(rich, kept, els)
    assert list(rich.authorships.values_list("author__name", flat=True)) == ["Zoë Bos", "Cor Post"]
    assert list(rich.tags.names()) == ["open data"]


def test_a_series_that_is_gone_is_left_out(rich: Article, els: User) -> None:
    versions.keep(rich, els)
    Article.objects.filter(pk=rich.pk).update(series=None, series_position=None)
    Series.objects.all().delete()
    versions.restore(rich, first_version(rich), els)
    rich.refresh_from_db()
    assert (rich.series, rich.series_position) == (None, None)


def test_a_place_in_a_series_that_was_taken_is_not_taken_back(rich: Article, els: User) -> None:
    versions.keep(rich, els)
    series = rich.series
    Article.objects.filter(pk=rich.pk).update(series_position=None)
    Article.objects.create(
        title="Nu deel 2", slug="nu-deel-2", lead="-", series=series, series_position=2
    )
    versions.restore(rich, first_version(rich), els)
    rich.refresh_from_db()
    assert (rich.series, rich.series_position) == (series, None)


@pytest.mark.parametrize("data", ['[{"model": "articles.weg", "pk": 1, "fields": {}}]', "{", "[]"])
def test_a_version_that_cannot_be_read_is_refused_and_nothing_changes(
    rich: Article, els: User, data: str
) -> None:
    versions.keep(rich, els)
    kept = first_version(rich)
    broken = Version.objects.filter(revision=kept, object_repr__contains="Begin op tijd")
    assert broken.update(serialized_data=data)
    rich.title = "Anders"
    rich.save()
    with pytest.raises(Refused, match="niet meer te lezen"):
        versions.restore(rich, kept, els)
    rich.refresh_from_db()
    assert rich.title == "Anders"
    assert Tip.objects.filter(parent=rich).count() == 3


def test_versions_know_when_they_were_kept(rich: Article, els: User) -> None:
    before = timezone.now()
    versions.keep(rich, els)
    assert before <= first_version(rich).date_created <= timezone.now()
