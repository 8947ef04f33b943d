"""The server as docs/deploy has it: what is tested and measured is what people are told to run."""

import re
import shlex
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
UNIT: Final = ROOT / "docs" / "deploy" / "systemd" / "grensvlak.service"
SOCKET: Final = "/run/grensvlak/http.sock"
APPLICATION: Final = "platform/config/wsgi.py:application"


def program(name: str) -> str:
    """Of this virtual environment."""
    return str(Path(sys.executable).with_name(name))


def server_at(place: int | Path, application: str = APPLICATION) -> list[str]:
    """The command of the unit, but on a port of this machine, or on a socket, of our own."""
    unit = UNIT.read_text().replace("\\\n", " ")
    said = re.search(
        rf"^ExecStart=\S+/granian (.+) --uds {SOCKET} (.+) {APPLICATION}$", unit, re.MULTILINE
    )
    if not said:
        raise ValueError(f"{UNIT} does not begin the server as this bench knows it.")
    where = f"--uds {place}" if isinstance(place, Path) else f"--host 127.0.0.1 --port {place}"
    return [program("granian"), *shlex.split(f"{said[1]} {where} {said[2]}"), application]
