"""What an installation already had comes along when the tables change, and can go back."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from delivery.triggers import install, remove

type Migrate = Callable[[str], Any]

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def migrate(transactional_db: None) -> Iterator[Migrate]:
    """Takes the articles’ tables to a migration; what models there are at that point."""

    def to(name: str) -> Any:
        executor = MigrationExecutor(connection)
        found = executor.loader.get_migration_by_prefix("articles", name)
        executor.migrate([("articles", found.name)])
        return MigrationExecutor(connection).loader.project_state([("articles", found.name)]).apps

    remove(connection)  # as the command does: see delivery.triggers
    yield to
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    install(connection)


def test_tags_become_topics_and_tags_again(migrate: Migrate) -> None:
    before = migrate("0001")
    article = before.get_model("articles", "Article").objects.create(title="A", slug="a", lead="-")
    tag = before.get_model("taggit", "Tag").objects.create(name="open data", slug="open-data")
    kinds = before.get_model("contenttypes", "ContentType").objects
    kind, _ = kinds.get_or_create(app_label="articles", model="article")
    before.get_model("taggit", "TaggedItem").objects.create(
        tag_id=tag.pk, object_id=article.pk, content_type_id=kind.pk
    )
    after = migrate("0004")
    link = after.get_model("articles", "ArticleTopic").objects.select_related("tag").get()
    assert (link.content_object_id, link.tag.name, link.tag.slug) == (
        article.pk,
        "open data",
        "open-data",
    )
    tagged = before.get_model("taggit", "TaggedItem").objects
    tagged.all().delete()
    migrate("0002")
    assert tagged.values_list("object_id", "tag__name").get() == (article.pk, "open data")


def test_every_migration_of_the_articles_can_be_undone(migrate: Migrate) -> None:
    migrate("0001")
    executor = MigrationExecutor(connection)
    applied = {name for app, name in executor.loader.applied_migrations if app == "articles"}
    assert applied == {"0001_initial"}
