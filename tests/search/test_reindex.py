"""Building the index anew, and the tables it is in."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from articles.models import Article
from comments.models import Comment
from demo.management.commands.load_demo import Command as LoadDemo
from search.models import Entry, Words
from tests.search.conftest import Answer, Write, titles


def reindex(**options: bool) -> str:
    said = StringIO()
    call_command("reindex", stdout=said, **options)
    return said.getvalue().strip()


def test_it_finds_everything_again(write: Write, answer: Answer) -> None:
    answer(write("De brief"), "Mooie brief.")
    write("Ingetrokken brief").withdraw()
    Article.objects.create(title="Brief in concept", slug="concept", lead="-")
    answer(write("Titel"), "Weg.")
    Comment.objects.filter(body="Weg.").update(state="removed")
    Entry.objects.all().delete()
    Words.objects.all().delete()
    assert titles("brief") == []
    assert reindex() == "articles: 2, reactions: 1"
    assert titles("brief") == ["De brief", "Mooie brief."]


def test_twice_is_as_once(write: Write, answer: Answer) -> None:
    answer(write("De brief"), "Mooie brief.")
    before = titles("brief")
    assert reindex() == reindex() == "articles: 1, reactions: 1"
    assert titles("brief") == before
    assert Words.objects.count() == 2


def test_an_empty_site_has_an_empty_index(db: None) -> None:
    assert reindex() == "articles: 0, reactions: 0"


def test_where_it_is_not_needed_it_does_nothing(write: Write) -> None:
    write("De brief")
    assert reindex(if_needed=True) == ""
    Entry.objects.all().delete()
    assert reindex(if_needed=True) == "articles: 1, reactions: 0"


def test_what_it_makes_is_what_the_verbs_make(write: Write, answer: Answer) -> None:
    answer(write("De brief", "Tekst.", by=["Noor"], topics=["taal"]), "Mooi.")
    made = list(Entry.objects.order_by("pk").values())
    reindex()
    assert list(Entry.objects.order_by("pk").values()) == made
    assert all(entry["tags"] for entry in made)


def test_a_demo_of_before_there_was_a_search_gets_one(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("De brief")
    Article.objects.update(word_count=1)  # not so old that its pictures are made again
    Entry.objects.all().delete()
    monkeypatch.setattr("demo.management.commands.load_demo.load", lambda: iter(()))
    LoadDemo(stdout=StringIO()).handle()
    assert titles("brief") == ["De brief"]


@pytest.mark.django_db(transaction=True)
def test_its_tables_can_be_taken_away_and_made_again() -> None:
    try:
        MigrationExecutor(connection).migrate([("search", None)])
        assert "search_words" not in connection.introspection.table_names()
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes("search"))
    assert "search_words" in connection.introspection.table_names()
    assert not Words.objects.exists()
