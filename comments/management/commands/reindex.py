from argparse import ArgumentParser
from itertools import chain
from typing import Any

from django.core.management.base import BaseCommand

from articles.indexing import batches as articles
from articles.models import Article
from comments.finding import batches as reactions
from comments.models import Comment
from search.index import Kind
from search.models import Entry


class Command(BaseCommand):
    help = "Builds the search's index anew from the tables. Searches wait until it is done."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-needed", action="store_true", help="Only where it does not have everything."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_needed"] and Entry.objects.counted() == in_the_tables():
            return
        Entry.objects.refill(chain(articles(), reactions()))
        counts = Entry.objects.counted()
        self.stdout.write(f"articles: {counts[Kind.ARTICLE]}, reactions: {counts[Kind.REACTION]}")


def in_the_tables() -> dict[Kind, int]:
    return {
        Kind.ARTICLE: Article.objects.to_index().count(),
        Kind.REACTION: Comment.objects.published().count(),
    }
