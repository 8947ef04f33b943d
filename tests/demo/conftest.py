from collections.abc import Iterator
from typing import Any

import pytest

from demo.load import load


@pytest.fixture(scope="package")
def magazine(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The whole demo, loaded once for these tests, and taken away with its transaction."""
    from django.db import transaction  # noqa: PLC0415

    with django_db_blocker.unblock(), transaction.atomic():
        list(load())
        yield
        transaction.set_rollback(True)
