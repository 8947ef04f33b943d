from typing import Any

from django.core.management.base import BaseCommand

from accounts import roles


class Command(BaseCommand):
    help = "Gives the groups redactie, auteurs and moderatoren exactly their permissions."

    def handle(self, *args: Any, **options: Any) -> None:
        roles.install()
        self.stdout.write(f"roles: {', '.join(roles.ROLES)}")
