"""The page cache: around the application, before Django makes a request of what comes in.

A page is kept with its stamp: the editions (see triggers.py) of what it depends on, read before it
was made. A page with another stamp than the database has now is never served, so that there is
nothing to invalidate, and each process can keep its own. What a reader asks with (cookies,
addresses, languages) is not there when a page for everybody is made.
"""

import logging
import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from threading import Lock
from typing import Any, Final, NamedTuple

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db import Error as DatabaseError
from django.utils import timezone

from delivery.editions import Stamp, forget_connection, stamp_of
from delivery.kept_pages import Headers, KeptPage, keep
from delivery.memory import Memory, making
from delivery.packing import best_of
from delivery.shelf import Shelf
from delivery.shown import SITE
from delivery.triggers import missing

type Environ = dict[str, Any]
type StartResponse = Callable[..., Any]
type Application = Callable[[Environ, StartResponse], Iterable[bytes]]
type EditionsOf = Callable[[str, str], tuple[str, ...]]
type GoodUntil = Callable[[tuple[str, ...], datetime], datetime]

#: Of what a reader's browser says, only this is left when a page for everybody is made.
SAID_BY_ALL: Final = frozenset({"HTTP_HOST", "HTTP_X_FORWARDED_PROTO"})
PROTOCOLS: Final = frozenset({"", "http", "https"})
#: How long one waits for another who makes the same page, in seconds.
PATIENCE: Final = 5

log = logging.getLogger(__name__)


class Key(NamedTuple):
    path: str
    query: str
    host: str
    scheme: str
    forwarded: str


class Answer(NamedTuple):
    """What the application said, when it is not for everybody."""

    status: str
    headers: Headers
    body: bytes


class PageCache:
    def __init__(
        self, application: Application, editions_of: EditionsOf, good_until: GoodUntil, limit: int
    ) -> None:
        """`limit`: how many bytes are kept."""
        self.application = application
        self.editions_of = editions_of
        self.good_until = good_until
        self.shelf: Shelf[Key, KeptPage] = Shelf(limit)
        self.memory: Memory | None = None
        self.is_sure: bool | None = None
        self._turns: dict[Key, Lock] = {}
        self._personal = (f"{settings.SESSION_COOKIE_NAME}=", f"{settings.WRITER_COOKIE_NAME}=")

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        key = self._asked(environ)
        if key is None:
            return self.application(environ, start_response)
        page = self.shelf.get(key)
        try:
            if page is None or not self._is_current(page):
                made = self._make(key, environ)
                if made is None:
                    return self.application(environ, start_response)
                if isinstance(made, Answer):
                    start_response(made.status, made.headers)
                    return () if environ["REQUEST_METHOD"] == "HEAD" else (made.body,)
                page = made
        except self._errors():
            forget_connection()
            return self.application(environ, start_response)
        return _serve(page, environ, start_response)

    def _asked(self, environ: Environ) -> Key | None:
        """What everybody gets the same answer to; None where somebody may get one of their own."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return None
        forwarded = environ.get("HTTP_X_FORWARDED_PROTO", "")
        if (
            "HTTP_AUTHORIZATION" in environ
            or "HTTP_HX_REQUEST" in environ
            or forwarded not in PROTOCOLS
            or environ.get("SCRIPT_NAME")
            or environ.get("CONTENT_LENGTH") not in (None, "", "0")
        ):
            return None
        cookies = environ.get("HTTP_COOKIE")
        if cookies and any(one in cookies for one in self._personal):
            return None
        return Key(
            environ["PATH_INFO"],
            environ.get("QUERY_STRING", ""),
            environ.get("HTTP_HOST", ""),
            environ["wsgi.url_scheme"],
            forwarded,
        )

    def _is_current(self, page: KeptPage) -> bool:
        return page.until > time.time() and page.stamp == stamp_of(page.names)

    @staticmethod
    def _errors() -> tuple[type[Exception], ...]:
        wrapper: Any = connections[DEFAULT_DB_ALIAS]
        return DatabaseError, wrapper.Database.Error

    # --- A page that is not there, or not any more ------------------------------------------------

    def _make(self, key: Key, environ: Environ) -> KeptPage | Answer | None:
        """None where this address has no page that may be kept."""
        names = self._names(key)
        if not names or not self._may_keep():
            return None
        turn = self._turns.setdefault(key, Lock())
        has_turn = turn.acquire(timeout=PATIENCE)
        try:
            page = self.shelf.get(key)  # somebody else may have made it meanwhile
            if page is not None and self._is_current(page):
                return page
            return self._render(key, names, environ)
        finally:
            if has_turn:
                self._turns.pop(key, None)
                turn.release()

    def _names(self, key: Key) -> tuple[str, ...]:
        try:
            path = key.path.encode("latin-1").decode()  # PEP 3333: bytes in disguise
        except UnicodeError:
            return ()
        return self.editions_of(path, key.query)

    def _may_keep(self) -> bool:
        """Once a process: without every trigger a change could go by unseen."""
        if self.is_sure is None:
            gaps = missing(connections[DEFAULT_DB_ALIAS])
            self.is_sure = not gaps
            if gaps:
                log.error("No pages are kept: run manage.py migrate. Triggers missing: %s", gaps)
        return self.is_sure

    def _render(self, key: Key, names: tuple[str, ...], environ: Environ) -> KeptPage | Answer:
        stamp = stamp_of(names)  # before anything is read that the page shows
        now = timezone.now()
        with self._remembering(stamp, now, key):
            until = self.good_until(names, now).timestamp()
            answer = self._answer(environ)
        if not _is_for_everybody(answer):
            self.shelf.drop(key)
            return answer
        page = keep(stamp, names, until, answer.headers, answer.body)
        self.shelf.put(key, page)
        return page

    def _remembering(self, stamp: Stamp, now: datetime, key: Key) -> AbstractContextManager[None]:
        edition = dict(stamp).get(SITE)
        if edition is None:
            return nullcontext()
        memory = self.memory
        if memory is None or not memory.holds(edition, now):
            self.memory = memory = Memory(edition, self.good_until((SITE,), now))
        return making(memory, f"{key.scheme}/{key.forwarded}/{key.host}")

    def _answer(self, environ: Environ) -> Answer:
        """Of the application, to somebody it knows nothing about."""
        asked = {
            name: value
            for name, value in environ.items()
            if not name.startswith("HTTP_") or name in SAID_BY_ALL
        }
        said: list[tuple[str, Headers]] = []

        def start_response(status: str, headers: Headers, _error: Any = None) -> None:
            said.append((status, headers))

        parts: Any = self.application(asked | {"REQUEST_METHOD": "GET"}, start_response)
        try:
            body = b"".join(parts)
        finally:
            if hasattr(parts, "close"):
                parts.close()
        return Answer(*said[-1], body)


def _is_for_everybody(answer: Answer) -> bool:
    if not answer.status.startswith("200 "):
        return False
    for name, value in answer.headers:
        match name.lower():
            case "set-cookie":
                return False
            case "cache-control" if "no-store" in value or "private" in value:
                return False
            case "vary" if value.lower() != "accept-encoding":
                return False
    return True


def _serve(page: KeptPage, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known and (page.etag in known or known == "*"):
        start_response("304 Not Modified", page.not_modified[:])
        return ()
    packed = page.as_(best_of(environ.get("HTTP_ACCEPT_ENCODING", "")))
    start_response("200 OK", packed.headers[:])
    return () if environ["REQUEST_METHOD"] == "HEAD" else [packed.body]
