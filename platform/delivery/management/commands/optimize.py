from typing import Any, Final

from django.core.management.base import BaseCommand
from django.db import connection

#: Every table that needs it, with as many rows read of each index as say enough: without figures
#: SQLite may begin with the wrong table, and take ten times as long.
STATEMENTS: Final = {
    "sqlite": ("PRAGMA analysis_limit = 1000", "PRAGMA optimize = 0x10002"),
    "postgresql": ("ANALYZE",),
}


class Command(BaseCommand):
    help = (
        "Lets the database count what it plans its questions by. Every night, and after much was "
        "loaded at once. PostgreSQL does so by itself too; SQLite does not."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with connection.cursor() as cursor:
            for statement in STATEMENTS[connection.vendor]:
                cursor.execute(statement)
