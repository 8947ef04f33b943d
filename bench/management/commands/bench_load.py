from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from bench.deep import load_deep
from bench.load import load


class Command(BaseCommand):
    help = "Fills the database with a big magazine of made-up words, and its search index."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--articles", type=int, default=20_000)
        parser.add_argument("--reactions", type=int, default=200_000)
        parser.add_argument(
            "--deep", type=int, nargs="*", default=[], metavar="reactions", help="long discussions"
        )
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        load_deep(options["deep"], options["seed"])
        load(options["articles"], options["reactions"], options["seed"], self.stdout.write)
