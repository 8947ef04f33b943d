from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles.models import Article
from demo.load import load


class Command(BaseCommand):
    help = "Adds the demo magazine and its users. What is already there stays as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        is_older = Article.objects.filter(word_count=0).exists()
        for line in load():
            self.stdout.write(line)
        if is_older:  # loaded by an earlier release: it has other sizes of pictures, and no index
            call_command("process_imagefields", all=True, verbosity=0)
            call_command("reindex", verbosity=0)
        # A demo of before there was a search.
        call_command("reindex", if_needed=True, stdout=self.stdout)
