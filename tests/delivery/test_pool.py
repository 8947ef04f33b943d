"""Connections to PostgreSQL: each thread its own, or a pool that the threads of a process share."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.postgresql, pytest.mark.django_db]


def ours(script: str, **environment: str) -> str:
    """What a process of ours says, in the database of this test."""
    wanted: Any = connection.get_connection_params()
    address = (
        f"postgres://{wanted['user']}:{wanted.get('password', '')}@{wanted.get('host', '')}"
        f":{wanted.get('port', '')}/{wanted['dbname']}"
    )
    settings = {"SECRET_KEY": "only-for-this-process", "ALLOWED_HOSTS": "testserver"}
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", script],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATABASE_URL": address, **settings, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout


#: Pages that are kept, asked for by one thread after the other; each thread stays where it is.
READERS = """
from threading import Barrier, Thread
from django.db import connection
from delivery.editions import stamp_of

done, backends = Barrier(4), set()

def read():
    stamp_of(("site",))
    done.wait(30)

threads = [Thread(target=read) for _one in range(3)]
[one.start() for one in threads]
done.wait(30)
with connection.cursor() as cursor:
    cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                   " AND application_name = 'pool-of-a-test'")
    print(cursor.fetchone()[0])
"""


@pytest.mark.parametrize(("pool", "connections"), [("0", 4), ("1", 1)])
def test_threads_share_no_more_connections_than_there_may_be(pool: str, connections: int) -> None:
    """Also after pages that were kept: with those, no request of Django ends."""
    assert int(ours(READERS, PGAPPNAME="pool-of-a-test", DATABASE_POOL=pool)) == connections
