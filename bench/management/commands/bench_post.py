from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bench.posting import post, ready
from bench.served import SERVERS
from bench.stage import POSTGRESQL, SQLITE
from comments.models.policy import Mode


class Command(BaseCommand):
    help = (
        "Starts the real server over a fresh database and posts reactions to it, from eight "
        "readers at once. Counts what is stored, not what is answered; cpu: milliseconds for one "
        "reaction, of the server and of PostgreSQL. SQLite with full sync, PostgreSQL with fsync."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--database", choices=(SQLITE, POSTGRESQL), action="append")
        parser.add_argument("--reactions", type=int, action="append", help="there at the start")
        parser.add_argument("--mode", choices=Mode.values, action="append")
        parser.add_argument("--server", choices=SERVERS, default="granian")
        parser.add_argument("--seconds", type=float, default=6)
        parser.add_argument("--rounds", type=int, default=2)

    def handle(self, *args: Any, **options: Any) -> None:
        for database in options["database"] or (SQLITE, POSTGRESQL):
            for mode in options["mode"] or Mode.values:
                for reactions in options["reactions"] or (100, 10_000):
                    self._measure(database, mode, reactions, options)

    def _measure(self, database: str, mode: str, reactions: int, options: dict[str, Any]) -> None:
        with ready(database, reactions, mode, options["server"]) as (on, site):
            for _ in range(options["rounds"]):
                posted = post(on, site, options["seconds"])
                self.stdout.write(f"{database:10} {mode:6} N={reactions:<6} {posted}")
                if posted.lost:
                    raise CommandError(f"{posted.lost} were accepted and are not there.")
