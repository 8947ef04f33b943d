from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection

from bench.served import free_port
from tests.crowd.site import Site


@pytest.fixture(scope="module")
def database_url(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> Iterator[str]:
    """Of a database for these tests alone, on the same server as the others' where there is one."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('crowd') / 'crowd.sqlite3'}"
        return
    known = connection.settings_dict
    where = f"{known['USER']}:{known['PASSWORD']}@{known['HOST']}:{known['PORT']}"
    name = f"crowd_{free_port()}"
    with psycopg.connect(f"postgres://{where}/postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield f"postgres://{where}/{name}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def site(database_url: str) -> Iterator[Site]:
    """Serving, with an article that tests change."""
    site = Site(database_url)
    site.inside("site", module="changes")
    site.start()
    yield site
    site.kill()
