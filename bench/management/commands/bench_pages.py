from argparse import ArgumentParser
from statistics import median
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Author, Series, Topic
from bench.load import FULL, FULL_MONTH
from bench.sides import asked, beside, in_turn
from bench.timing import CLOCKS, summary


def full_pages() -> list[str]:
    """Of each kind the page that has as much on it in a small magazine of bench_load as in a big
    one. The popular topic and author have a fifth of all articles.
    """
    month = f"/archief/{FULL_MONTH.year}/"
    in_series, alone = (Article.objects.get(slug=f"bench-{n}") for n in (FULL // 2, FULL + 2))
    subjects = (kind.objects.get(slug="bench-0") for kind in (Topic, Author, Series))
    topic, author, series = (one.get_absolute_url() for one in subjects)
    return [
        *("/", "/archief/", month, f"{month}{FULL_MONTH.month}/"),
        *("/onderwerpen/", topic, "/auteurs/", author, "/reeksen/", series),
        *(alone.get_absolute_url(), in_series.get_absolute_url()),
        *("/feeds/artikelen.atom", "/feeds/reacties.atom"),
    ]


class Command(BaseCommand):
    help = (
        "Measures pages at these addresses, by default one of each kind. With --against it asks "
        "another database (its name, or its file) in turn, and says how many times longer this one "
        "takes. cpu: what this process and its PostgreSQL process worked; wall: what passed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("addresses", nargs="*", metavar="address")
        parser.add_argument("--rounds", type=int, default=20)
        parser.add_argument("--against", metavar="database")

    def handle(self, *args: Any, **options: Any) -> None:
        sides = [connections["default"]]
        sides += [beside(options["against"])] if options["against"] else []
        for side in sides:
            with asked(side):
                self.stdout.write(f"articles: {Article.objects.count()}")
        for address in options["addresses"] or full_pages():
            self.stdout.write(self._line(address, sides, options["rounds"]))
        for side in sides[1:]:
            side.connection.close()

    def _line(self, address: str, sides: list[Any], rounds: int) -> str:
        client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])
        with CaptureQueriesContext(connection) as queries:
            status = client.get(address).status_code
        line = f"{address:30} {status}  {len(queries):3} queries"
        for name, clock in CLOCKS.items():
            these, *those = in_turn(lambda: client.get(address), sides, rounds, clock)
            line += f"   {name} {summary(these)}"
            for other in those:
                line += f" : {median(other):5.1f} = {median(these) / median(other):4.2f} x"
        return line
