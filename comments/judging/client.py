"""Which connection a request came by, without keeping the address of anybody."""

import hashlib
import hmac
import secrets
from datetime import datetime
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

DAY: Final = 24 * 60 * 60  # seconds
TEN_MINUTES: Final = 600


def client_of(request: HttpRequest) -> str:
    """A name for the connection that nobody can turn back into an address.

    The key is a random one, only in the cache, and another one after a day: then what was counted
    is forgotten too.
    """
    address = _address(request)
    # One household or one machine has a /64 of its own.
    prefix = 64 if isinstance(address, IPv6Address) else 32
    network = str(ip_network((address, prefix), strict=False)) if address else "unknown"
    key = cache.get_or_set("clients-key", lambda: secrets.token_hex(32), DAY) or ""
    return hmac.new(key.encode(), network.encode(), hashlib.sha256).hexdigest()[:32]


def network_of(request: HttpRequest) -> str:
    """Roughly where from: what may be told to others, a /24 or a /48."""
    address = _address(request)
    if address is None:
        return ""
    prefix = 48 if isinstance(address, IPv6Address) else 24
    return str(ip_network((address, prefix), strict=False).network_address)


def count(client: str, now: datetime) -> tuple[int, int]:
    """One more from this connection: how many in these ten minutes, and on this day."""
    return _count(client, now, TEN_MINUTES), _count(client, now, DAY)


def _count(client: str, now: datetime, seconds: int) -> int:
    key = f"sent:{client}:{seconds}:{int(now.timestamp()) // seconds}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # it ran out just now
        return 1


def _address(request: HttpRequest) -> IPv4Address | IPv6Address | None:
    """Behind a proxy the last one that it names: what stands before it, anybody can send."""
    said: str = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        said = request.headers.get("X-Forwarded-For", "").rpartition(",")[2] or said
    try:
        address = ip_address(said.strip())
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
