"""A page that a process keeps: its bytes, as browsers ask for them, and what is said with them."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from delivery.editions import Stamp
from delivery.packing import IDENTITY, pack, unpack_zstd

type Headers = list[tuple[str, str]]

#: What a browser asks for again at each visit, and a cache in front of us every second.
CACHE_CONTROL: Final = "public, max-age=0, must-revalidate, s-maxage=1"
#: These we say ourselves.
OURS: Final = frozenset(
    {"content-length", "content-encoding", "etag", "vary", "cache-control", "last-modified"}
)
#: What a page costs beside its bytes, roughly: its headers, its address, the objects.
AROUND: Final = 4_000


@dataclass(slots=True)
class Packed:
    headers: Headers
    body: bytes


@dataclass(slots=True)
class KeptPage:
    """One edition of a page."""

    stamp: Stamp
    names: tuple[str, ...]
    until: float  # in seconds since 1970; then time has changed it
    etag: str
    headers: Headers
    zstd: bytes
    not_modified: Headers
    packed: dict[str, Packed] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """In bytes, with room for each way of packing it."""
        return AROUND + 4 * len(self.zstd)

    def as_(self, encoding: str) -> Packed:
        return self.packed.get(encoding) or self._pack(encoding)

    def _pack(self, encoding: str) -> Packed:
        body = self.zstd if encoding == "zstd" else pack(unpack_zstd(self.zstd), encoding)
        said = [] if encoding == IDENTITY else [("Content-Encoding", encoding)]
        made = Packed([*self.headers, *said, ("Content-Length", str(len(body)))], body)
        if encoding != IDENTITY:  # who takes no packed page is rare, and it is large
            self.packed[encoding] = made
        return made


def keep(
    stamp: Stamp, names: tuple[str, ...], until: float, headers: Headers, body: bytes
) -> KeptPage:
    """The ETag is of what is said, not of the edition: one that changed nothing here costs readers
    nothing. It is weak, because it is the same however the page is packed.
    """
    digest = sha256(repr(headers).encode() + body).hexdigest()[:32]
    ours = [
        ("Cache-Control", CACHE_CONTROL),
        ("Vary", "Accept-Encoding"),
        ("ETag", f'W/"{digest}"'),
    ]
    kept = [one for one in headers if one[0].lower() not in OURS]
    all_ = [*kept, *ours]
    brief = [one for one in all_ if one[0].lower() != "content-type"]
    return KeptPage(stamp, names, until, f'"{digest}"', all_, pack(body, "zstd"), brief)
