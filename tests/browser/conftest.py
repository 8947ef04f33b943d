import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from django.test import Client
from PIL import Image
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from articles.models import Article, PullQuote, TextBlock, Tip
from comments.models import Comment
from comments.models.decision import Reason
from tests.browser.chromium import ARGUMENTS, HOW_TO_GET_IT, chromium
from tests.browser.theme import themed  # noqa: F401 - a fixture
from tests.browser.whole_site import closed_article, site, waiting  # noqa: F401 - fixtures
from tests.conftest import React
from tests.pages.conftest import fill, publication  # noqa: F401 - fixtures

type Visit = Callable[..., Page]

# Playwright's sync API runs an event loop in this thread; Django then takes every query for one
# made from a coroutine and refuses it, which it is not.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


#: Milliseconds. A busy machine is slow, which is no fault; what never comes is one.
PATIENCE: Final = 15_000
expect.set_options(timeout=PATIENCE)


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
def complaints() -> list[str]:
    """What went wrong in a browser without anybody asking; must be empty when a test ends."""
    return []


@pytest.fixture
def visit(chrome: Browser, live_server: LiveServer, complaints: list[str]) -> Iterator[Visit]:
    """Opens a tab of its own: `visit("/")`, with `width`, `javascript` and `as_user` to choose.

    Fails at the end when a page broke the content security policy, threw an error, opened a dialog
    or asked another site for something, other than those it `expects`. With `shielded=False` the
    policy does not protect it.
    """
    contexts = []

    def open_tab(
        path: str = "/",
        width: int = 1280,
        *,
        javascript: bool = True,
        as_user: User | None = None,
        shielded: bool = True,
        expects: tuple[str, ...] = (),
    ) -> Page:
        context = chrome.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            bypass_csp=not shielded,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
        )
        contexts.append(context)
        if as_user is not None:
            context.add_cookies([_session_of(as_user, live_server.url)])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        _listen(page, (live_server.url, *expects), complaints)
        page.goto(path)
        return page

    yield open_tab
    for context in contexts:
        context.close()
    assert complaints == []


def _listen(page: Page, expected: tuple[str, ...], complaints: list[str]) -> None:
    def request(asked: Any) -> None:
        if not asked.url.startswith((*expected, "data:", "blob:")):
            complaints.append(f"asked for {asked.url}")

    def dialog(opened: Any) -> None:
        complaints.append(f"dialog: {opened.message}")
        opened.dismiss()

    def console(said: Any) -> None:
        # A 4xx answer is an error to the browser; to some tests it is what they are about.
        if said.type == "error" and "Failed to load resource" not in said.text:
            complaints.append(said.text)

    page.on("request", request)
    page.on("dialog", dialog)
    page.on("console", console)
    page.on("pageerror", lambda error: complaints.append(str(error)))


def _session_of(user: User, url: str) -> Any:
    client = Client()
    client.force_login(user)
    return {"name": "sessie", "value": client.cookies["sessie"].value, "url": url}


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo as it comes out of a camera, but small."""
    path = tmp_path / "IMG_0042.jpg"
    Image.new("RGB", (900, 600), "#8fb3b8").save(path, "JPEG")
    return path


@pytest.fixture
def rich_article(article: Article, photo: Path) -> Article:
    """`article` with every kind of part, and with what is hard to fit on a small screen."""
    row = "".join(f"<td>Gemeentelijke herindeling {year}</td>" for year in range(2011, 2019))
    long_word = "arbeidsongeschiktheids" * 5 + "verzekering"
    TextBlock.objects.create(
        parent=article,
        region="main",
        ordering=20,
        text_html=f"<h2>Cijfers</h2><table><tbody><tr>{row}</tr></tbody></table><p>{long_word}</p>",
    )
    quote = {"quote": "Wie belt, heeft haast.\n\nDus nemen wij op.", "name": "Bo de Wit"}
    PullQuote.objects.create(parent=article, region="main", ordering=30, role="balie", **quote)
    Tip.objects.create(parent=article, region="main", ordering=40, text="Neem de telefoon op.")
    Tip.objects.create(parent=article, region="main", ordering=50, text="Bel terug.")
    article.tags.add("dienstverlening", "participatie")
    with photo.open("rb") as file:
        article.image.save("foto.jpg", file, save=False)
    article.alt, article.caption = "Een lege balie", "Half negen ’s morgens"
    article.save()
    return article


@pytest.fixture
def deep_thread(react: React, ada: User, mo: User) -> list[Comment]:
    """Six levels, badges of author and editor, and a tombstone of every kind."""
    wide = "x" * 120
    first = react(f"Kijk eens:\n\n    {wide}\n\n{wide}", name="R" * 80)
    by_ada = react("Dank u, *Rik*.", first, user=ada, name="Ada Verhoeven")
    by_mo = react("Graag op het onderwerp.", by_ada, user=mo, name="Mo Karimi")
    fourth = react("> Graag op het onderwerp.\n\nDat zal ik doen.", by_mo)
    fifth = react("- een\n- twee", fourth)
    sixth = react("Zie https://voorbeeld.nl/" + "a" * 90, fifth)
    removed, illegal, withdrawn = (react(f"Weg {n}") for n in range(3))
    for gone in (removed, illegal, withdrawn):
        react(f"Jammer van {gone.number}.", gone)
    removed.remove(mo, Reason.OFFENSIVE)
    illegal.remove(mo, Reason.LEGAL)
    withdrawn.withdraw()
    return [first, by_ada, by_mo, fourth, fifth, sixth]
