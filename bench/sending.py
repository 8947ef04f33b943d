"""Readers who send one reaction after another, in a process of their own.

It is told what to do as JSON on its input, and tells as JSON what was answered. No library stands
in between, for what it works itself is taken from what it measures.
"""

import json
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from itertools import count
from typing import Final
from urllib.parse import urlencode

TEXT: Final = (
    "Volgens de bewoners is het plan voor de dijk eigenlijk goed, maar de kosten voor de gemeente "
    "zijn nog niet bekend. Misschien moet de raad eerst met de school en de boer praten. Gelukkig "
    "is er samen overleg, en dat helpt iedereen. Zelf zou ik de fiets nemen en niet de trein, want "
    "in de winter staat er altijd wind op het water en in de polder."
)
#: So many mailboxes take turns: each that was used is one that was here before.
MAILBOXES: Final = 250
STATUS: Final = slice(9, 12)  # where it stands in "HTTP/1.1 302 Found"


@dataclass(frozen=True)
class Form:
    """What a reader's browser has, once it opened the form."""

    port: int
    path: str
    cookie: str
    fields: dict[str, str]

    def request(self, reader: int, number: int, visit: str) -> bytes:
        email = f"lezer{reader}-{number % MAILBOXES}@voorbeeld.nl"
        said = {"body": f"{TEXT} {visit} {reader} {number}", "name": "Bram", "email": email}
        body = urlencode(self.fields | said).encode()
        head = (
            f"POST {self.path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
            f"Origin: http://127.0.0.1:{self.port}\r\nCookie: {self.cookie}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


@dataclass
class Answers:
    """How long each that was accepted took, in seconds, and how many others there were."""

    accepted: list[float] = field(default_factory=list)
    others: dict[str, int] = field(default_factory=dict)


def send(form: Form, readers: int, seconds: float) -> Answers:
    """As many as go, from so many readers at once, each on one connection."""
    visit, until = f"{time.time_ns():x}", time.monotonic() + seconds
    with ThreadPoolExecutor(readers) as pool:
        found = list(pool.map(lambda one: _one_reader(form, one, visit, until), range(readers)))
    together = Answers()
    for one in found:
        together.accepted += one.accepted
        for status, many in one.others.items():
            together.others[status] = together.others.get(status, 0) + many
    return together


def _one_reader(form: Form, reader: int, visit: str, until: float) -> Answers:
    answers, line = Answers(), Line(form.port)
    for number in count():
        begun = time.monotonic()
        if begun >= until:
            break
        status = line.ask(form.request(reader, number, visit))
        if status == "302":
            answers.accepted.append(time.monotonic() - begun)
        else:
            answers.others[status] = answers.others.get(status, 0) + 1
    return answers


@dataclass
class Line:
    """A connection, made anew where the server ended it."""

    port: int
    open: socket.socket | None = None

    def ask(self, request: bytes) -> str:
        """The status of the answer, once all of that is there."""
        line = self.open = self.open or socket.create_connection(("127.0.0.1", self.port))
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.sendall(request)
        got = b""
        while b"\r\n\r\n" not in got:
            got += _more(line)
        head, _, body = got.partition(b"\r\n\r\n")
        headers = dict(one.split(b": ", 1) for one in head.lower().split(b"\r\n")[1:])
        missing = int(headers[b"content-length"]) - len(body)
        while missing > 0:
            missing -= len(_more(line))
        if headers.get(b"connection") == b"close":
            line.close()
            self.open = None
        return head[STATUS].decode()


def _more(line: socket.socket) -> bytes:
    got = line.recv(65_536)
    if not got:
        raise ConnectionError("The server hung up.")
    return got


if __name__ == "__main__":
    told = json.load(sys.stdin)
    answered = send(Form(**told["form"]), told["readers"], told["seconds"])
    json.dump(asdict(answered), sys.stdout)
