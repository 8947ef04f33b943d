import pytest
from django.core.management import call_command
from django.db import connection

from comments.models import Comment, Discussion
from tests.conftest import React


@pytest.mark.django_db(transaction=True)
def test_the_database_counts_what_it_plans_by(react: React) -> None:
    react()
    Comment.objects.bulk_create(
        Comment(discussion=Discussion.objects.get(), name="Rik", body=f"Tekst {n}.")
        for n in range(200)
    )
    call_command("optimize")
    counted = {
        "sqlite": "SELECT max(CAST(stat AS INTEGER)) FROM sqlite_stat1 WHERE tbl = %s",
        "postgresql": "SELECT reltuples FROM pg_class WHERE relname = %s",
    }
    with connection.cursor() as cursor:
        cursor.execute(counted[connection.vendor], ["comments_comment"])
        assert cursor.fetchone()[0] == 201
