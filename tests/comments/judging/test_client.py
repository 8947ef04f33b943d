"""Which connection something came by, and that nobody is kept by it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from comments.judging.client import client_of, count, network_of

NOON = datetime(2018, 1, 24, 12, 0, tzinfo=UTC)


def name(address: str, forwarded: str = "") -> str:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return client_of(RequestFactory().get("/", REMOTE_ADDR=address, headers=headers))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("", "onzin", True),
    ],
)
def test_a_connection_is_an_address_or_a_household(one: str, other: str, same: bool) -> None:
    assert (name(one) == name(other)) is same


def test_after_a_day_the_same_connection_has_another_name() -> None:
    """The key is random and only in the cache: with it goes what was counted."""
    before = name("192.0.2.1")
    cache.delete("clients-key")
    assert name("192.0.2.1") != before


@pytest.mark.parametrize(
    ("behind", "forwarded", "counts"),
    [
        (False, "198.51.100.7", "192.0.2.1"),
        (True, "198.51.100.7", "198.51.100.7"),
        (True, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (True, "", "192.0.2.1"),
        (True, "198.51.100.7,onzin", "nergens"),
    ],
)
def test_only_a_proxy_that_we_trust_says_who_is_behind_it(
    settings: Any, behind: bool, forwarded: str, counts: str
) -> None:
    settings.BEHIND_PROXY = behind
    said = name("192.0.2.1", forwarded)
    settings.BEHIND_PROXY = False
    assert said == name(counts)


@pytest.mark.parametrize(
    ("address", "told"),
    [("192.0.2.123", "192.0.2.0"), ("2001:db8:1:2::3", "2001:db8:1::"), ("onzin", "")],
)
def test_others_are_told_roughly_where_from(address: str, told: str) -> None:
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == told


def test_each_connection_is_counted_for_itself_and_by_the_clock() -> None:
    assert [count("rik", NOON) for _ in range(3)] == [(1, 1), (2, 2), (3, 3)]
    assert count("ada", NOON) == (1, 1)
    assert count("rik", NOON + timedelta(minutes=10)) == (1, 4)
    assert count("rik", NOON + timedelta(days=1)) == (1, 1)
