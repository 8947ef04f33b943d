import shutil
from typing import Final

HOW_TO_GET_IT: Final = "no Chromium found; on Debian: apt-get install chromium"

#: Headless and quiet: no sandbox (tests may run as root), nothing looked up elsewhere.
ARGUMENTS: Final = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")
