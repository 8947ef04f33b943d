import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.chromium import ARGUMENTS, HOW_TO_GET_IT, chromium

# Playwright's sync API runs an event loop in this thread; Django then takes every query for one
# made from a coroutine and refuses it, which it is not.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def playwright_running() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chrome(playwright_running: Playwright) -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.fail(HOW_TO_GET_IT) if os.environ.get("REQUIRE_ALL") else pytest.skip(HOW_TO_GET_IT)
    browser = playwright_running.chromium.launch(executable_path=path, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def visit(chrome: Browser, live_server: LiveServer) -> Iterator[Any]:
    """Opens a tab of its own: `visit("/")`, with `width`, `javascript` and `as_user` to choose.

    Fails at the end when a page broke the content security policy or threw an error.
    """
    contexts, complaints = [], []

    def open_tab(
        path: str = "/", width: int = 1280, javascript: bool = True, as_user: Any = None
    ) -> Page:
        context = chrome.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            locale="nl-NL",
        )
        contexts.append(context)
        if as_user is not None:
            context.add_cookies([_session_of(as_user, live_server.url)])
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: _note(said, complaints))
        page.goto(path)
        return page

    yield open_tab
    for context in contexts:
        context.close()
    assert complaints == []


def _note(said: Any, complaints: list[str]) -> None:
    # The browser also reports every 4xx answer as an error; those are what some tests are about.
    if said.type == "error" and "Failed to load resource" not in said.text:
        complaints.append(said.text)


def _session_of(user: Any, url: str) -> Any:
    client = Client()
    client.force_login(user)
    return {"name": "sessie", "value": client.cookies["sessie"].value, "url": url}
