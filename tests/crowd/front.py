"""The real nginx in front of a site, with the very file that docs/deploy tells people to use."""

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import pytest

from tests.crowd.site import PATIENCE, ROOT, free_port

CONF = ROOT / "docs" / "deploy" / "nginx.conf"
AROUND = """
{user}
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
access_log off;
include /etc/nginx/mime.types;
{temporary}
include {folder}/site.conf;
}}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def nginx() -> str:
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if not found:
        complain = pytest.fail if os.environ.get("REQUIRE_ALL") else pytest.skip
        complain("nginx is not installed: apt-get install nginx-light")
    return found or ""


@dataclass
class Front:
    folder: Path
    behind: Path  # the socket of the application
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = nginx()
        site = CONF.read_text()
        for said, here in self._places().items():
            assert said in site, f"{CONF} has no {said} any more"
            site = site.replace(said, here)
        (self.folder / "site.conf").write_text(site)
        temporary = "\n".join(f"{one}_temp_path {self.folder}/{one};" for one in TEMPORARY)
        # As root it would become somebody who may not look into the folder of a test.
        user = "user root;" if os.getuid() == 0 else ""
        around = AROUND.format(folder=self.folder, temporary=temporary, user=user)
        (self.folder / "nginx.conf").write_text(around)
        self.process = subprocess.Popen([command, "-c", str(self.folder / "nginx.conf")])

    def _places(self) -> dict[str, str]:
        return {
            "listen 80;": f"listen 127.0.0.1:{self.port};",
            "unix:/run/grensvlak/http.sock;": f"unix:{self.behind};",
            "/var/cache/nginx/grensvlak": f"{self.folder}/cache",
            "/srv/grensvlak/var": str(self.folder),
        }

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(PATIENCE)

    def get(self, address: str, method: str = "GET", **headers: str) -> "Told":
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, address, headers=named)
            answer = connection.getresponse()
            return Told(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


@dataclass
class Told:
    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def cache(self) -> str:
        return str(self.headers["X-Cache"])
