"""A fresh database with one article that many reacted to: `python -m bench.ready 1000 after`.

In a process of its own, for the database that its DATABASE_URL names.
"""

import sys

import django


def make(reactions: int, mode: str) -> None:
    """Nobody is too quick here: one connection sends what hundreds of readers do."""
    from django.core.management import call_command  # noqa: PLC0415 - needs django.setup

    from bench.load import load  # noqa: PLC0415
    from comments.models import Policy  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    load(1, reactions, 1, lambda said: None)
    paces = {"most_in_ten_minutes": 32_000, "most_in_a_day": 32_000, "too_fast_seconds": None}
    Policy.objects.update_or_create(pk=1, defaults={"mode": mode, **paces})
    call_command("optimize")


if __name__ == "__main__":
    django.setup()
    make(int(sys.argv[1]), sys.argv[2])
