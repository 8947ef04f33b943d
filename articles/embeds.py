"""What an address on another site stands for: a video to show in a frame, or just a place to go.

Nothing here asks the other site anything, and nothing here is trusted for looking right: only the
hosts below, and those of `EMBED_HOSTS`, may ever be framed.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, parse_qs, urlencode, urlsplit

from django.utils.translation import gettext_lazy as _

FAULTS: Final = {
    "scheme": _("Dit adres begint niet met https://. Kies een adres dat wel zo begint."),
    "person": _("In dit adres staat een gebruikersnaam of wachtwoord. Haal die weg."),
    "port": _("In dit adres staat een poort (een dubbele punt met een getal). Haal die weg."),
    "host": _("Dit adres noemt geen site met een naam. Kies het openbare adres van de pagina."),
}

YOUTUBE: Final = {
    "youtube.com",
    "www.youtube.com",
    "m.youtube.com",
    "music.youtube.com",
    "youtube-nocookie.com",
    "www.youtube-nocookie.com",
}
YOUTUBE_ID: Final = re.compile(r"[\w-]{11}", re.ASCII)
YOUTUBE_PATH: Final = re.compile(r"/(?:embed|shorts|live|v)/([^/]+)/?")
VIMEO: Final = {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}
VIMEO_PATH: Final = re.compile(
    r"(?:/video|/channels/[\w-]+|/groups/[\w-]+/videos)?/(\d{1,12})(?:/([0-9a-f]{6,20}))?/?",
    re.ASCII,
)
#: PeerTube, which many public bodies run themselves.
OWN_PATH: Final = re.compile(r"/(?:w|videos/watch|videos/embed)/([\w-]{8,40})/?", re.ASCII)
MOMENT: Final = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?", re.ASCII)


@dataclass(frozen=True)
class Frame:
    """A page of `provider` that may be shown within ours, once a reader asks for it."""

    provider: str
    address: str
    #: YouTube refuses to play for a site that does not say which site it is (its error 153).
    referrer: str = "no-referrer"

    @property
    def origin(self) -> str:
        """What a content security policy names: the scheme and the host, and nothing more."""
        return "https://" + host_of(self.address)


def fault_of(address: str) -> str:
    """Which of FAULTS holds for this address; empty if none does."""
    try:
        parts = urlsplit(address)
        port = parts.port is not None or parts.netloc.endswith(":")
    except ValueError:
        return "host"
    if parts.scheme != "https":
        return "scheme"
    if "@" in parts.netloc:
        return "person"
    if port:
        return "port"
    return "" if _has_name(parts.hostname or "") else "host"


def host_of(address: str) -> str:
    return urlsplit(address).hostname or ""


def frame_of(address: str, own_hosts: Collection[str] = ()) -> Frame | None:
    """How to show what is at this address in a frame. None: only a link leads there."""
    if fault_of(address):
        return None
    parts = urlsplit(address)
    host = parts.hostname or ""
    if host in YOUTUBE or host == "youtu.be":
        return _youtube(parts, host)
    if host in VIMEO:
        return _vimeo(parts)
    return _own(parts, host) if host in own_hosts else None


def _has_name(host: str) -> bool:
    """Also “2130706433” and “0x7f.1” are numbers to a browser: a name ends in letters."""
    try:
        ip_address(host)
    except ValueError:
        name, _dot, end = host.rstrip(".").rpartition(".")
        return bool(name) and not end[:1].isdigit()
    return False


def _youtube(parts: SplitResult, host: str) -> Frame | None:
    query = parse_qs(parts.query)
    if host == "youtu.be":
        found = parts.path.strip("/")
    elif match := YOUTUBE_PATH.fullmatch(parts.path):
        found = match[1]
    else:
        found = query.get("v", [""])[0] if parts.path in {"/watch", "/watch/"} else ""
    if not YOUTUBE_ID.fullmatch(found):
        return None
    start = seconds(query.get("t", query.get("start", [""]))[0])
    address = f"https://www.youtube-nocookie.com/embed/{found}"
    return Frame("YouTube", f"{address}?start={start}" if start else address, "strict-origin")


def seconds(moment: str) -> int:
    """“90”, “90s” and “1m30s” are one moment. What is no moment is the beginning."""
    match = MOMENT.fullmatch(moment)
    hours, minutes, rest = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    return hours * 3600 + minutes * 60 + rest


def _vimeo(parts: SplitResult) -> Frame | None:
    match = VIMEO_PATH.fullmatch(parts.path)
    if not match:
        return None
    number, in_path = match.groups()
    # A video that is not listed opens with the key that its address holds.
    key = in_path or parse_qs(parts.query).get("h", [""])[0]
    query = urlencode({"dnt": 1} | ({"h": key} if key.isalnum() else {}))
    return Frame("Vimeo", f"https://player.vimeo.com/video/{number}?{query}")


def _own(parts: SplitResult, host: str) -> Frame | None:
    match = OWN_PATH.fullmatch(parts.path)
    return Frame(host, f"https://{host}/videos/embed/{match[1]}") if match else None
