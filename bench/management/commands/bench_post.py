from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bench.databases import DATABASES
from bench.posting import Site, post, ready
from bench.served import SERVERS
from comments.models.policy import Mode


class Command(BaseCommand):
    help = (
        "Starts the real server over a fresh database and posts reactions to it, from eight "
        "readers at once. Counts what is stored, not what is answered; cpu: milliseconds for one "
        "reaction, of the server and of PostgreSQL. SQLite with full sync, PostgreSQL with fsync. "
        "Needs the files of collectstatic."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--database", choices=DATABASES, action="append")
        parser.add_argument("--reactions", type=int, action="append", help="there at the start")
        parser.add_argument("--mode", choices=Mode.values, action="append")
        parser.add_argument("--server", choices=SERVERS, default="granian")
        parser.add_argument("--seconds", type=float, default=6)
        parser.add_argument("--rounds", type=int, default=2)

    def handle(self, *args: Any, **options: Any) -> None:
        for database in options["database"] or DATABASES:
            for mode in options["mode"] or Mode.values:
                for reactions in options["reactions"] or (100, 10_000):
                    self._measure(database, mode, reactions, options)

    def _measure(self, database: str, mode: str, reactions: int, options: dict[str, Any]) -> None:
        with (
            ready(database, reactions, mode) as (made, environment),
            Site(options["server"], environment) as site,
        ):
            for _ in range(options["rounds"]):
                posted = post(site, made, options["seconds"])
                self.stdout.write(f"{database:10} {mode:6} N={reactions:<6} {posted}")
                if posted.lost:
                    raise CommandError(f"{posted.lost} were accepted and are not there.")
