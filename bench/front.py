"""The real nginx in front of a site, with the very file that docs/deploy tells people to use."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.deployed import ROOT, SOCKET
from bench.served import PATIENCE, found, free_port

CONF: Final = ROOT / "docs" / "deploy" / "nginx.conf"
AROUND: Final = """
{user}
daemon off;
worker_processes 2;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
access_log off;
sendfile on;
include /etc/nginx/mime.types;
{temporary}
include {folder}/site.conf;
server {{
    listen 127.0.0.1:{files_port};
    root {folder}/files;
}}
}}
"""
TEMPORARY: Final = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass
class Front:
    """Also serves what is in `files`, on a port of its own."""

    folder: Path
    behind: str  # the application: unix:/… or an address and a port
    port: int = field(default_factory=free_port)
    files_port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def files(self) -> Path:
        return self.folder / "files"

    def start(self) -> None:
        site = CONF.read_text()
        for said, here in self._places().items():
            if said not in site:
                raise ValueError(f"{CONF} has no {said} any more")
            site = site.replace(said, here)
        self.files.mkdir(exist_ok=True)
        (self.folder / "site.conf").write_text(site)
        temporary = "\n".join(f"{one}_temp_path {self.folder}/{one};" for one in TEMPORARY)
        # As root it would become somebody who may not look into a folder of ours.
        user = "user root;" if os.getuid() == 0 else ""
        told = {"folder": self.folder, "files_port": self.files_port}
        around = AROUND.format(temporary=temporary, user=user, **told)
        (self.folder / "nginx.conf").write_text(around)
        command = [found("nginx"), "-c", str(self.folder / "nginx.conf")]
        self.process = subprocess.Popen(command, start_new_session=True)  # noqa: S603

    def _places(self) -> dict[str, str]:
        return {
            "listen 80;": f"listen 127.0.0.1:{self.port};",
            f"server unix:{SOCKET};": f"server {self.behind};",
            "/var/cache/nginx/grensvlak": f"{self.folder}/cache",
            "/srv/grensvlak/var": str(self.folder),
        }

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(PATIENCE)
