from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from bench.timing import measure, summary


class Command(BaseCommand):
    help = "Measures pages at these addresses. Run it with few articles and with many to compare."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("addresses", nargs="+", metavar="address")
        parser.add_argument("--rounds", type=int, default=20)

    def handle(self, *args: Any, **options: Any) -> None:
        client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])
        self.stdout.write(f"articles: {Article.objects.count()}")
        for address in options["addresses"]:
            with CaptureQueriesContext(connection) as queries:
                status = client.get(address).status_code
            times = measure(lambda asked=address: client.get(asked), options["rounds"])  # type: ignore[misc]
            line = f"{address:40} {status}  {len(queries):3} queries  {summary(times)}"
            self.stdout.write(line)
