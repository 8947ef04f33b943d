"""A site of its own for a crowd: the real server, in processes that can be killed."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from bench.deployed import ROOT, server_at
from bench.served import PATIENCE, free_port


def until(holds: Callable[[], bool]) -> float:
    """When it does, by the clock that only goes forward."""
    limit = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < limit, f"it never holds: {holds}"
        time.sleep(0.001)
    return time.monotonic()


@dataclass
class Site:
    database_url: str
    port: int = field(default_factory=free_port)
    listening: Path | None = None  # on this socket, as behind nginx, and not on the port
    server: subprocess.Popen[bytes] | None = None

    @property
    def _environment(self) -> dict[str, str]:
        paths = os.pathsep.join([str(ROOT), str(ROOT / "platform")])
        own = {"DATABASE_URL": self.database_url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        return os.environ | own | {"PYTHONPATH": paths}

    def inside(self, what: str, module: str = "inside") -> Any:
        with self.begin(module, what) as process:
            told, _ = process.communicate()
        assert process.returncode == 0
        return json.loads(told or "null")

    def begin(self, module: str, what: str) -> subprocess.Popen[str]:
        """A function of a module in this folder, in a process of its own, and pipes to it."""
        code = f"import django; django.setup(); from tests.crowd import {module} as it; it.{what}()"
        command = [sys.executable, "-c", code]
        environment, pipe = self._environment, subprocess.PIPE
        return subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, text=True
        )

    def start(self) -> None:
        if self.listening:
            self.listening.unlink(missing_ok=True)
        command = server_at(self.listening or self.port)
        self.server = subprocess.Popen(
            command, cwd=ROOT, env=self._environment, start_new_session=True
        )
        until(self._answers)

    def _answers(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            if self.listening:
                connection.sock = socket.socket(socket.AF_UNIX)
                connection.sock.connect(str(self.listening))
            connection.request("GET", "/gezondheid/")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def workers(self) -> list[int]:
        """Their process ids."""
        assert self.server
        pid = self.server.pid
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def kill(self) -> None:
        """As a power cut does: all its processes, with no time to finish anything."""
        if self.server and self.server.poll() is None:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()
