"""Posting is measured on the real server, by what is stored."""

import re
from dataclasses import replace
from io import StringIO
from typing import Any

from django.core.management import call_command
from django.db import connection

from bench.posting import Site, post, ready

SAID = re.compile(
    r"(\w+) +after +N=20 +(\d+)/s  p50 +([\d.]+)  p99 +([\d.]+)"
    r"  cpu +([\d.]+) ms, [\d.]+ of PostgreSQL"
    r"  stored +(\d+)  lost 0  others [\d.]+ cores\n"
)


def test_reactions_are_posted_and_counted_where_they_are_kept() -> None:
    told = StringIO()
    which: dict[str, Any] = {"database": [connection.vendor], "mode": ["after"]}
    call_command("bench_post", reactions=[20], rounds=1, seconds=1, stdout=told, **which)
    found = SAID.fullmatch(told.getvalue())
    assert found, told.getvalue()
    rate, p50, p99, cpu, stored = map(float, found.groups()[1:])
    assert found[1] == connection.vendor
    assert rate == stored > 0
    assert 0 < p50 <= p99
    assert cpu > 0


def test_what_was_accepted_and_is_not_there_is_told() -> None:
    with (
        ready(connection.vendor, 20, "before") as (made, environment),
        Site("gunicorn", environment) as site,
    ):
        forgetful = replace(made, rows=lambda: 20)
        assert post(site, forgetful, 0.2).lost > 0
        assert post(site, made, 0.2).lost == 0
