from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from comments.letters.digests import send


class Command(BaseCommand):
    help = "Writes the mail that goes by the clock: new articles; in the morning, news of the day."

    def handle(self, *args: Any, **options: Any) -> None:
        send(timezone.now())
