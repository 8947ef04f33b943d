"""A reader who asks the page cache, as a server would, and an application that counts."""

import gzip
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import brotli
from backports import zstd
from django.db import connection

from delivery.page_cache import Environ, PageCache, StartResponse

#: PostgreSQL's triggers do their work as a transaction ends: so there it has to end.
AT_THE_END = connection.vendor == "postgresql"

UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": lambda body: bytes(zstd.decompress(body)),
}


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return UNPACK[self.headers.get("Content-Encoding", "")](self.body).decode()


@dataclass
class Counted:
    """An application, and what it was asked."""

    application: Callable[[Environ, StartResponse], Iterable[bytes]]
    asked: list[Environ] = field(default_factory=list)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        self.asked.append(environ)
        return self.application(environ, start_response)


@dataclass
class Reader:
    cache: PageCache

    def get(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """`headers` as a server names them: HTTP_COOKIE."""
        path, _, query = address.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "HTTP_HOST": "testserver",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            **headers,
        }
        said: list[tuple[str, list[tuple[str, str]]]] = []

        def start_response(status: str, headers: list[tuple[str, str]], _: Any = None) -> None:
            said.append((status, headers))

        parts: Any = self.cache(environ, start_response)
        body = b"".join(parts)
        if hasattr(parts, "close"):
            parts.close()
        [(status, told)] = said
        return Answer(int(status[:3]), dict(told), body)
