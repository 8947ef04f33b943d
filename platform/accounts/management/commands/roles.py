from typing import Any

from accounts import roles
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Gives the groups redactie, auteurs and moderatoren exactly their permissions."

    def handle(self, *args: Any, **options: Any) -> None:
        roles.install()
        self.stdout.write(f"roles: {', '.join(roles.ROLES)}")
