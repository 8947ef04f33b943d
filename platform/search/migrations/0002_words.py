from django.db import migrations, models

from search.engines import ENGINES


def create(apps, schema_editor):
    for statement in ENGINES[schema_editor.connection.vendor].create:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in ENGINES[schema_editor.connection.vendor].drop:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """The table of words: for Django a table with keys, for each database its own kind of index."""

    dependencies = [("search", "0001_entries")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Words",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                db_column="rowid", primary_key=True, serialize=False
                            ),
                        ),
                    ],
                    options={"db_table": "search_words"},
                ),
            ],
            database_operations=[migrations.RunPython(create, drop)],
        ),
    ]
