from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.test import Client

from articles.models import Article
from bench.served import SERVERS, Constant, Served, drive

#: What browsers say nowadays.
PACKED = {"Accept-Encoding": "gzip, deflate, br, zstd"}


class Command(BaseCommand):
    help = (
        "Starts the real servers over this database and drives them with wrk: a page from the "
        "cache, the same as 304, and as the yardstick a Django view that answers the same bytes as "
        "a constant. cpu: milliseconds a request of the server's own processes, without those of "
        "the database. Loads nothing: see bench_load, or load_demo."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", nargs="?")
        parser.add_argument("--seconds", type=int, default=5)
        parser.add_argument("--rounds", type=int, default=2)

    def handle(self, *args: Any, **options: Any) -> None:
        address = options["address"] or Article.objects.visible()[:1].get().get_absolute_url()
        client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])
        with TemporaryDirectory() as folder:
            constant = Constant(Path(folder) / "page", client.get(address).content)
            for name in SERVERS:
                for _ in range(options["rounds"]):
                    for line in self._lines(name, address, constant, options["seconds"]):
                        self.stdout.write(line)

    def _lines(self, name: str, address: str, constant: Constant, seconds: int) -> list[str]:
        with Served(name, constant) as site, Served(name, constant, is_constant=True) as yardstick:
            etag = site.headers(address)["ETag"]
            runs = [
                ("a constant view", drive(yardstick, "/", PACKED, seconds)),
                ("cached, packed", drive(site, address, PACKED, seconds)),
                ("cached, as it is", drive(site, address, {}, seconds)),
                ("304", drive(site, address, PACKED | {"If-None-Match": etag}, seconds)),
            ]
        yard = runs[0][1]
        return [
            f"{name:9} {what:17} {run.rate:7.0f}/s  cpu {run.cpu:6.3f} ms"
            f"  {run.rate / yard.rate:5.2f} x the rate, {yard.cpu / run.cpu:5.2f} x as cheap"
            for what, run in runs
        ]
