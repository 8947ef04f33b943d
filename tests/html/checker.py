"""The Nu Html Checker, which the W3C runs, on pages as they were sent."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.test_layout import ROOT

JAR: Final = ROOT / "var/node/node_modules/vnu-jar/build/dist/vnu.jar"
HOW_TO_GET_IT: Final = "no html checker found; with Java and npm: make var/node/ready"


def errors_in(pages: Mapping[str, str]) -> list[str]:
    """ "address: line: what is wrong" for each error in any of the pages. Warnings do not count."""
    java = shutil.which("java")
    if java is None or not JAR.exists():
        complain = pytest.fail if os.environ.get("REQUIRE_ALL") else pytest.skip
        complain(HOW_TO_GET_IT)
    with tempfile.TemporaryDirectory() as folder:
        addresses = _written(pages, Path(folder))
        said = subprocess.run(
            [java, "-Xss4m", "-jar", JAR, "--errors-only", "--format", "json", folder],
            capture_output=True,
            text=True,
            check=False,
        ).stderr
    messages = json.loads(said)["messages"]
    return [
        f"{addresses.get(Path(one['url']).name, '')}: {one.get('lastLine')}: {one['message']}"
        for one in messages
    ]


def _written(pages: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Writes each page to a file; which address each file has."""
    addresses = {}
    for number, (address, text) in enumerate(pages.items()):
        path = folder / f"{number}.html"
        path.write_text(text)
        addresses[path.name] = address
    return addresses
