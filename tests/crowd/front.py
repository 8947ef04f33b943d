"""nginx of docs/deploy in front of a site, and what readers get of it."""

import os
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage

import pytest

from bench import front
from bench.served import PATIENCE


class Front(front.Front):
    def start(self) -> None:
        try:
            super().start()
        except FileNotFoundError as error:
            complain = pytest.fail if os.environ.get("REQUIRE_ALL") else pytest.skip
            complain(f"{error} apt-get install nginx-light")

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
