from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from comments.models import Discussion


class Command(BaseCommand):
    help = "Counts reactions and arranges pages anew, from the reactions; says what was wrong."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="Change nothing; fail where something is wrong."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        keep, wrong = not options["check"], 0
        keys = Discussion.objects.order_by("pk").values_list("pk", flat=True)
        for pk in list(keys):
            with transaction.atomic():
                discussion = Discussion.objects.lock(pk)
                for fault in discussion.recount(keep=keep):
                    wrong += 1
                    self.stdout.write(f"{pk} {discussion}: {fault}")
        if wrong and not keep:
            raise CommandError(f"{wrong} wrong. Without --check they are put right.")
        self.stdout.write(f"discussions: {len(keys)}, put right: {wrong}")
