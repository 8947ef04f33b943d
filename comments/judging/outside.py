"""Checkers elsewhere: one over HTTP of the operator's own choice, and Akismet. Both are off.

They run before anything is stored and outside any transaction. One that is late, away or
incomprehensible is silent, and who is silent decides nothing: see `HEARD`.

Where reactions go is a fixed list in the settings, over https; no redirect is followed. It is the
operator who writes that list, so a machine within the own network is allowed.
"""

import json
import time
from typing import Any, Final

import akismet
import httpx
from django.conf import settings

from comments.judging.facts import Facts, Opinion

SAYS: Final = {"publish": "publish", "hold": "hold", "refuse": "refuse", "spam": "spam"}
AS_IT_IS: Final = {"Accept-Encoding": "identity"}  # nothing that grows when it is unpacked
MOST_BYTES: Final = 16_384
LONGEST_REASON: Final = 200


def are_asked() -> bool:
    return bool(settings.CHECKER_URL or settings.AKISMET_KEY)


def opinions_on(facts: Facts, page: str, network: str) -> tuple[Opinion, ...]:
    """What they say; the text and the name go out, the e-mail address does not."""
    found = []
    if settings.CHECKER_URL:
        found.append(checker_says(facts, page))
    if settings.AKISMET_KEY:
        found.append(akismet_says(facts, page, network, _akismet()))
    return tuple(found)


def checker_says(facts: Facts, page: str) -> Opinion:
    said = {"text": facts.body, "name": facts.name, "affiliation": facts.affiliation, "page": page}
    silent = Opinion("checker", "silent")
    try:
        if not settings.CHECKER_URL.startswith(tuple(f"{o}/" for o in settings.CHECKER_ORIGINS)):
            return silent
        answer = json.loads(_ask(settings.CHECKER_URL, said))
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, RecursionError):
        return silent
    return _understood(answer) or silent


def _understood(answer: Any) -> Opinion | None:
    if not isinstance(answer, dict) or not isinstance(verdict := answer.get("verdict"), str):
        return None
    reason = answer.get("reason", "")
    reason = reason[:LONGEST_REASON] if isinstance(reason, str) else ""
    return Opinion("checker", SAYS[verdict], reason) if verdict in SAYS else None


def _ask(url: str, said: dict[str, str]) -> bytes:
    """Raises ValueError for an answer that is no answer: another status, too long, too slow."""
    until, body = time.monotonic() + settings.CHECKER_SECONDS, b""
    with (
        httpx.Client(timeout=settings.CHECKER_SECONDS, trust_env=False) as client,
        client.stream("POST", url, json=said, headers=AS_IT_IS) as answer,
    ):
        if answer.status_code != httpx.codes.OK:
            raise ValueError(answer.status_code)
        for part in answer.iter_raw():
            body += part
            if len(body) > MOST_BYTES or time.monotonic() > until:
                raise ValueError("too long")
    return body


def akismet_says(facts: Facts, page: str, network: str, client: akismet.SyncClient) -> Opinion:
    try:
        answer = client.comment_check(
            user_ip=network,
            comment_type="comment",
            comment_author=facts.name,
            comment_content=facts.body,
            permalink=page,
            blog_lang=settings.LANGUAGE_CODE,
            blog_charset="UTF-8",
        )
    except (httpx.HTTPError, akismet.AkismetError):
        return Opinion("akismet", "silent")
    is_spam = answer is not akismet.CheckResponse.HAM
    return Opinion("akismet", "spam" if is_spam else "publish")


def _akismet() -> akismet.SyncClient:
    config = akismet.Config(key=settings.AKISMET_KEY, url=settings.SITE_URL)
    http = httpx.Client(
        headers={"User-Agent": akismet.USER_AGENT},
        timeout=settings.CHECKER_SECONDS,
        trust_env=False,
    )
    return akismet.SyncClient(config=config, http_client=http)
