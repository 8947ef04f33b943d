from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from demo.load import load


class Command(BaseCommand):
    help = "Adds the demo magazine and its users. What is already there stays as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        for line in load():
            self.stdout.write(line)
        # A demo of before there was a search.
        call_command("reindex", if_needed=True, stdout=self.stdout)
