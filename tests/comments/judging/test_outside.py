"""Checkers elsewhere, over real connections: whatever they do, nothing is lost or let through."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import akismet
import httpx
import pytest
from django.test import Client

from comments.judging.facts import Facts, Opinion
from comments.judging.outside import akismet_says, checker_says
from comments.models import Comment, Decision, WordRule
from tests.comments.judging.conftest import SetPolicy
from tests.test_layout import ROOT

FACTS = Facts(body="Dat herken ik.", name="Rik", affiliation="Loket", email="rik@voorbeeld.nl")
SILENT = Opinion("checker", "silent")

type Answer = Callable[[BaseHTTPRequestHandler], None]


class Checker:
    """A checker on this machine, that answers as a test wants and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Any] = []
        self.answer: Answer = says({"verdict": "publish"})
        checker = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                checker.asked.append(json.loads(body))
                checker.answer(self)

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=[0.01], daemon=True).start()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"


def says(answer: Any, status: int = 200, **headers: str) -> Answer:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()

    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return write


def hangs_up(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.close()


def drips(handler: BaseHTTPRequestHandler) -> None:
    """Each byte in time, and all of them much too late."""
    handler.send_response(200)
    handler.end_headers()
    for _n in range(100):
        try:
            handler.wfile.write(b" ")
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.02)


@pytest.fixture
def checker(settings: Any) -> Iterator[Checker]:
    running = Checker()
    settings.CHECKER_URL = f"{running.origin}/toets/"
    settings.CHECKER_ORIGINS = [running.origin]
    settings.CHECKER_SECONDS = 0.4
    yield running
    running.server.shutdown()
    running.server.server_close()


@pytest.mark.parametrize("verdict", ["publish", "hold", "refuse", "spam"])
def test_what_it_says_is_heard(checker: Checker, verdict: str) -> None:
    checker.answer = says({"verdict": verdict, "reason": "Om het een en ander."})
    assert checker_says(FACTS, "/a/") == Opinion("checker", verdict, "Om het een en ander.")


def test_it_is_told_the_text_and_not_the_address(checker: Checker) -> None:
    checker_says(FACTS, "https://voorbeeld.nl/a/")
    assert checker.asked == [
        {
            "text": "Dat herken ik.",
            "name": "Rik",
            "affiliation": "Loket",
            "page": "https://voorbeeld.nl/a/",
        }
    ]


ODD: list[Answer] = [
    says({"verdict": "ban"}),
    says({"verdict": ["publish"]}),
    says({"verdict": None}),
    says({}),
    says([]),
    says("publish"),
    says(b""),
    says(b"\xff\xfe{"),
    says(b"["*10_000),
    says({"verdict": "publish"}, status=500),
    says({"verdict": "publish"}, status=204),
    says({"verdict": "publish"}, status=302, Location="https://elders.voorbeeld/"),
    says(b'{"verdict": "publish", "reason": "' + b"x" * 20_000 + b'"}'),
    hangs_up,
    drips,
]  # fmt: skip


@pytest.mark.parametrize("answer", ODD)
def test_who_makes_no_sense_or_comes_late_is_silent(checker: Checker, answer: Answer) -> None:
    checker.answer = answer
    start = time.monotonic()
    assert checker_says(FACTS, "/a/") == SILENT
    assert time.monotonic() - start < 2


def test_who_is_away_is_silent(checker: Checker) -> None:
    checker.server.shutdown()
    checker.server.server_close()
    assert checker_says(FACTS, "/a/") == SILENT


@pytest.mark.parametrize("odd", [7, ["a"], None])
def test_a_reason_that_is_no_text_is_none(checker: Checker, odd: Any) -> None:
    checker.answer = says({"verdict": "hold", "reason": odd})
    assert checker_says(FACTS, "/a/") == Opinion("checker", "hold")


@pytest.mark.parametrize("elsewhere", ["", ".elders.voorbeeld", "@elders.voorbeeld", "0"])
def test_nothing_goes_to_an_address_that_is_not_on_the_list(
    checker: Checker, settings: Any, elsewhere: str
) -> None:
    settings.CHECKER_ORIGINS = [f"{checker.origin}9"]
    settings.CHECKER_URL = f"{checker.origin}{elsewhere}/toets/"
    assert checker_says(FACTS, "/a/") == SILENT
    assert not checker.asked


@pytest.mark.parametrize(
    ("answer", "state", "found"),
    [
        (says({"verdict": "publish"}), "published", ["first"]),
        (says({"verdict": "hold"}), "pending", ["first", "outside_hold"]),
        (says({"verdict": "refuse"}), "refused", ["first", "outside_refuse"]),
        (says({"verdict": "spam"}), "spam", ["first", "outside_spam"]),
        (says(b"onzin"), "pending", ["first", "outside_silent"]),
        (hangs_up, "pending", ["first", "outside_silent"]),
    ],
)
def test_a_reaction_comes_of_it_as_it_should(
    checker: Checker,
    client: Client,
    form: str,
    fair: dict[str, str],
    set_policy: SetPolicy,
    answer: Answer,
    state: str,
    found: list[str],
) -> None:
    set_policy()
    checker.answer = answer
    assert client.post(form, fair).status_code == 302
    evidence = Decision.objects.get(verb="judge").evidence["findings"]
    assert Comment.objects.get().state == state
    assert sorted(one["code"] for one in evidence) == found


def test_what_stays_out_anyway_is_told_to_nobody(
    checker: Checker, client: Client, form: str, fair: dict[str, str]
) -> None:
    WordRule.objects.create(pattern="herken", effect="refuse")
    client.post(form, fair)
    assert not checker.asked


@pytest.mark.parametrize(
    ("response", "says"),
    [
        (akismet.CheckResponse.HAM, "publish"),
        (akismet.CheckResponse.SPAM, "spam"),
        (akismet.CheckResponse.DISCARD, "spam"),
    ],
)
def test_akismet_is_heard(response: akismet.CheckResponse, says: str) -> None:
    own = type("Own", (akismet.TestSyncClient,), {"comment_check_response": response})
    config = akismet.Config(key="x", url="https://voorbeeld.nl")
    assert akismet_says(FACTS, "/a/", "192.0.2.0", own(config)) == Opinion("akismet", says)


def test_akismet_without_a_key_that_holds_is_silent() -> None:
    config = akismet.Config(key="onzin", url="https://voorbeeld.nl")
    client = akismet.SyncClient(config=config, http_client=_nobody())
    assert akismet_says(FACTS, "/a/", "192.0.2.0", client) == Opinion("akismet", "silent")


def _nobody() -> httpx.Client:
    """A client for which every machine is away: it leaves by a proxy that nobody runs."""
    return httpx.Client(proxy="http://127.0.0.1:9", timeout=1, trust_env=False)


@pytest.mark.parametrize(
    ("url", "origins", "starts"),
    [
        ("", "", True),
        ("https://toets.voorbeeld/x/", "https://toets.voorbeeld", True),
        ("https://toets.voorbeeld/x/", "", False),
        ("https://toets.voorbeeld.kwaad/x/", "https://toets.voorbeeld", False),
        ("http://toets.voorbeeld/x/", "http://toets.voorbeeld", False),
        ("https://toets.voorbeeld/x/", "https://toets.voorbeeld/", False),
    ],
)
def test_the_site_starts_only_with_a_checker_that_may_be_asked(
    url: str, origins: str, starts: bool
) -> None:
    own = {"SECRET_KEY": "x", "ALLOWED_HOSTS": "a", "CHECKER_URL": url}
    environment = {**os.environ, **own, **({"CHECKER_ORIGINS": origins} if origins else {})}
    ran = subprocess.run(
        [sys.executable, "-c", "import config.settings"],
        cwd=ROOT / "platform",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode == 0) is starts, ran.stderr
    assert starts or "ImproperlyConfigured: CHECKER_" in ran.stderr
