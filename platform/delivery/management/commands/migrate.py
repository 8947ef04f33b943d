from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from delivery.triggers import install, remove


class Command(Migrate):
    """Django's own, without the triggers of the page cache while tables change, and with them
    after it.
    """

    def handle(self, *args: Any, **options: Any) -> None:
        if options["plan"] or options["check_unapplied"]:
            super().handle(*args, **options)
            return
        connection = connections[options["database"]]
        remove(connection)
        try:
            super().handle(*args, **options)
        finally:
            install(connection)
