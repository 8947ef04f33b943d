from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from mailing.delivering import deliver
from mailing.models import Mail, State


class Command(BaseCommand):
    help = "Sends what is due: what no worker began on, and what is to be tried again."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        for pk in list(Mail.objects.due(now).order_by("pk").values_list("pk", flat=True)):
            deliver(pk)
        if unknown := Mail.objects.in_state(State.UNKNOWN, timezone.now()).count():
            self.stderr.write(f"{unknown} may be out or not; staff decide, under “berichten”.")
