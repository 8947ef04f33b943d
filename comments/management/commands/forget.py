from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from comments.forgetting import forget, to_forget


class Command(BaseCommand):
    help = "Lets go of what is kept for a time only, once that is over: see KEEP_…_DAYS."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="Say how much that is, and change nothing."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = (to_forget if options["check"] else forget)(timezone.now())
        self.stdout.write(", ".join(f"{what}: {many}" for what, many in found.items()))
