"""A page as it goes over the line: packed as the browser can unpack it."""

import gzip
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import brotli
from backports import zstd

IDENTITY: Final = "identity"

#: The best first. Each is done once for an edition of a page.
PACKERS: Final[dict[str, Callable[[bytes], bytes]]] = {
    "zstd": lambda body: zstd.compress(body, 3),
    "br": lambda body: brotli.compress(body, quality=6),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
    IDENTITY: lambda body: body,
}


@lru_cache(maxsize=256)
def best_of(accepted: str) -> str:
    """Which one for this Accept-Encoding (RFC 9110, 12.5.3); weights count, then our own order."""
    weights = dict(_weight(one) for one in accepted.lower().split(","))
    ours = [one for one in PACKERS if one != IDENTITY and weights.get(one, 0.0) > 0]
    return max(ours, key=lambda one: weights[one], default=IDENTITY)


def _weight(one: str) -> tuple[str, float]:
    coding, _, parameter = one.partition(";")
    try:
        return coding.strip(), float(parameter.strip().removeprefix("q=") or 1)
    except ValueError:
        return coding.strip(), 0.0


def pack(body: bytes, encoding: str) -> bytes:
    return PACKERS[encoding](body)


def unpack_zstd(packed: bytes) -> bytes:
    return bytes(zstd.decompress(packed))
