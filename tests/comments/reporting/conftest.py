from collections.abc import Iterator

import pytest
from django.core.cache import cache

from tests.desk.conftest import enter  # noqa: F401 - a fixture
from tests.pages.conftest import fill, publication, rules  # noqa: F401 - fixtures


@pytest.fixture(autouse=True)
def nobody_reported_before() -> Iterator[None]:
    """What is counted of a connection ends with the test."""
    cache.clear()
    yield
    cache.clear()
