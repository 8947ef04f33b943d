"""Posting is measured on the real server, by what is stored."""

import re
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from bench import posting
from bench.posting import post, ready
from bench.stage import POSTGRESQL, SQLITE

HERE = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[connection.vendor]

SAID = re.compile(
    r"(\w+) +after +N=20 +(\d+)/s  p50 +([\d.]+)  p99 +([\d.]+)"
    r"  cpu +([\d.]+) ms, [\d.]+ of PostgreSQL"
    r"  stored +(\d+)  lost 0  others [\d.]+ cores\n"
)


def test_reactions_are_posted_and_counted_where_they_are_kept() -> None:
    told = StringIO()
    which: dict[str, Any] = {"database": [HERE], "mode": ["after"]}
    call_command("bench_post", reactions=[20], rounds=1, seconds=1, stdout=told, **which)
    found = SAID.fullmatch(told.getvalue())
    assert found, told.getvalue()
    rate, p50, p99, cpu, stored = map(float, found.groups()[1:])
    assert found[1] == HERE
    assert rate == stored > 0
    assert 0 < p50 <= p99
    assert cpu > 0


def test_what_was_accepted_and_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with ready(HERE, 20, "before", "gunicorn") as (on, site):
        assert post(on, site, 0.2).lost == 0
        monkeypatch.setattr(posting, "ROWS", "SELECT 20")  # as if nothing stayed
        assert post(on, site, 0.2).lost > 0
