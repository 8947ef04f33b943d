"""One of the crowd: opens the form once, and sends one reaction after another."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import urlencode

from bench.served import PATIENCE
from tests.crowd.inside import SLUG

FORM = f"/artikelen/{SLUG}/reageren/"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


@dataclass
class Reader:
    port: int
    name: str
    told: Callable[[], None]  # after each answer that says it is stored
    cookie: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    accepted: list[str] = field(default_factory=list)
    already_there: list[str] = field(default_factory=list)

    def react(self, times: int) -> "Reader":
        for n in range(times):
            self._send(f"{self.name} schrijft reactie nummer {n}.")
        return self

    def _send(self, body: str) -> None:
        """Until it is there. Without an answer nobody knows, so it is sent again."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                status, answer = self._post(body)
            except (OSError, HTTPException):
                assert time.monotonic() < until, "no answer"
                time.sleep(0.05)
                continue
            if status == 302:
                self.accepted.append(body)
            else:
                assert (status, "U hebt deze reactie al geplaatst." in answer) == (422, True)
                self.already_there.append(body)
            return self.told()

    def _post(self, body: str) -> tuple[int, str]:
        if not self.fields:
            self._open()
        email = f"{self.name.lower()}@voorbeeld.nl"
        data = self.fields | {"body": body, "name": self.name, "email": email}
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": self.cookie,
            "Origin": f"http://127.0.0.1:{self.port}",
        }
        answer, text = self._ask("POST", urlencode(data), headers)
        return answer.status, text

    def _open(self) -> None:
        answer, text = self._ask("GET", None, {})
        self.cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
        self.fields = dict(HIDDEN.findall(text))

    def _ask(
        self, method: str, body: str | None, headers: dict[str, str]
    ) -> tuple[HTTPResponse, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, FORM, body, headers)
            answer = connection.getresponse()
            return answer, answer.read().decode()
        finally:
            connection.close()
