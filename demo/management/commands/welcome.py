from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from demo import correspondence, proofs
from demo.load import PASSWORD, USERS

WELCOME = """
  Het magazine   http://127.0.0.1:{port}/
  De redactie    http://127.0.0.1:{port}/beheer/
  Verzonden post http://127.0.0.1:{port}/beheer/mailing/mail/
{proof}{mine}  Aanmelden als  {users}; wachtwoord: {password}

  Ctrl+C stopt de demo. Wat u schrijft, blijft bewaard in var/.
"""

MINE = "  Mijn reacties  {address}\n"
PROOF = "  Een proef      http://127.0.0.1:{port}{address}\n"


class Command(BaseCommand):
    help = "Says where the demo is and how to sign in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("port")

    def handle(self, *args: Any, **options: Any) -> None:
        users = ", ".join(USERS)
        facts = {"port": options["port"], "users": users, "password": PASSWORD}
        address = proofs.address()
        proof = PROOF.format(address=address, **facts) if address else ""
        own = correspondence.mine()
        mine = MINE.format(address=own) if own else ""
        self.stdout.write(WELCOME.format(proof=proof, mine=mine, **facts))
