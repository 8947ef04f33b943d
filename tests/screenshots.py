"""Photographs the demo magazine: `make screenshots`.

Each state in `STATES`, on a telephone and on a desktop, light and dark, as WebP in the folder that
is given, with a page there that shows them all. It needs the demo in the database of the settings,
and a Chromium.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any, Final, Literal
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, HOW_TO_GET_IT, chromium

#: Together they stay under this many bytes: they are kept in the repository.
MOST_BYTES: Final = 3_000_000
#: Tried one after the other, until that is so.
QUALITIES: Final = (72, 60, 48, 36, 24)
SIZES: Final[dict[str, tuple[int, int]]] = {"phone": (360, 780), "desktop": (1280, 900)}
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")

CLOCK: Final = "/artikelen/de-klok-in-de-hal/"
HALL: Final = "/artikelen/als-de-zaal-leeg-is/"

type Visit = Callable[[Page], None]


def look(_page: Page) -> None:
    """Only look."""


def to(selector: str, nth: int = 0) -> Visit:
    """Until this is at the top of the window."""

    def scroll(page: Page) -> None:
        found = page.locator(selector).nth(nth)
        found.evaluate("element => element.scrollIntoView({block: 'start', behavior: 'instant'})")
        page.evaluate("window.scrollBy({top: -24, behavior: 'instant'})")

    return scroll


def send_empty(page: Page) -> None:
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()


def sign_in(page: Page) -> None:
    """As a moderator, and back to where that leads."""
    from demo.load import PASSWORD  # noqa: PLC0415 - it needs the settings

    page.locator("#id_username, #id_login").first.fill("moderator")
    page.locator("input[type=password]").first.fill(PASSWORD)
    page.locator("#login-form [type=submit], form [type=submit]").first.click()
    page.wait_for_load_state()


@dataclass(frozen=True)
class State:
    """Something to look at: where it is, and what to do there before the shutter opens."""

    name: str
    title: str
    address: str
    visit: Visit = look


STATES: Final = (
    State("home", "Front page", "/"),
    State("list", "A list of articles", "/onderwerpen/participatie/"),
    State("article", "An article with a photo", "/artikelen/donderdag-is-loketdag/"),
    State("parts", "Pull-quote and tips", HALL, to(".pull-quote")),
    State("discussion", "A discussion at depth", CLOCK, to("ol.thread ol.thread ol.thread")),
    State("empty", "Nobody reacted yet", "/artikelen/vijf-minuten-voor-de-raad/", to("#reacties")),
    State("form", "The form", f"{CLOCK}reageren/"),
    State("errors", "The form with errors", f"{CLOCK}reageren/", send_empty),
    State(
        "waiting", "A reaction that waits", f"{CLOCK}?uitkomst=wacht&waarom=links", to("#uitkomst")
    ),
    State("closed", "A closed discussion", HALL, to("#slotbericht")),
    State("search", "Search", "/zoeken/?q=brief"),
    State("mine", "Mijn reacties", "mine"),
    State("not-found", "Not found", "/nergens/"),
    State("desk", "The moderators' queue", "/beheer/comments/comment/", sign_in),
)


def wait_for(origin: str) -> None:
    """Until the server answers; it starts while this does."""
    for _second in range(120):
        try:
            with urlopen(f"{origin}/gezondheid/", timeout=30):
                return
        except URLError:
            time.sleep(1)
    sys.exit(f"no answer at {origin}")


# --- Taking ---------------------------------------------------------------------------------------


def take(browser: Browser, origin: str, mine: str) -> Iterator[tuple[str, Any]]:
    """Name and picture of each state in each size and scheme."""
    for (size, box), scheme in product(SIZES.items(), SCHEMES):
        for state in STATES:
            # Each in a context of its own: what one form keeps or one sign-in opens stays there.
            with _context(browser, box, scheme) as context:
                page = context.new_page()
                address = mine if state.address == "mine" else state.address
                page.goto(f"{origin}{address}", wait_until="load")
                state.visit(page)
                page.evaluate("document.fonts.ready.then(() => null)")
                shot = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide")))
                yield f"{state.name}-{size}-{scheme}", shot.convert("RGB")


@contextmanager
def _context(
    browser: Browser, box: tuple[int, int], scheme: Literal["light", "dark"]
) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": box[0], "height": box[1]},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
    )
    yield context
    context.close()


# --- Keeping --------------------------------------------------------------------------------------


def webp(image: Any, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", quality=quality, method=6)
    return out.getvalue()


def within(shots: dict[str, Any], most: int) -> dict[str, bytes]:
    """The files, as good as they can be and together no larger than this."""
    files: dict[str, bytes] = {}
    for quality in QUALITIES:
        files = {name: webp(shot, quality) for name, shot in shots.items()}
        if sum(map(len, files.values())) <= most:
            break
    return files


def index() -> str:
    """The page that shows them all, one table a state."""
    lines = ["# Screenshots", "", "Made by `make screenshots`, of the demo magazine.", ""]
    for state in STATES:
        columns = list(product(SIZES, SCHEMES))
        heads = [f"{size}, {scheme}" for size, scheme in columns]
        cells = [
            f"![{state.title}: {size}, {scheme}]({state.name}-{size}-{scheme}.webp)"
            for size, scheme in columns
        ]
        lines += [f"## {state.title}", "", _row(heads), _row(["---"] * len(heads)), _row(cells), ""]
    return "\n".join(lines)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def write(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.webp"):
        old.unlink()
    for name, content in files.items():
        (folder / f"{name}.webp").write_bytes(content)
    (folder / "README.md").write_text(index())


def main(origin: str, folder: Path) -> None:
    import django  # noqa: PLC0415 - only when run as a command

    django.setup()
    from demo import correspondence  # noqa: PLC0415 - it needs the settings

    wait_for(origin)
    program = chromium() or sys.exit(HOW_TO_GET_IT)
    mine = urlsplit(correspondence.mine()).path
    # Playwright keeps a loop running, beside which Django asks the database nothing more.
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        shots = dict(take(browser, origin, mine))
        browser.close()
    files = within(shots, MOST_BYTES)
    write(folder, files)
    size = sum(map(len, files.values()))
    sys.stdout.write(f"{len(files)} screenshots in {folder} ({size // 1024} kB)\n")


if __name__ == "__main__":
    main(os.environ["SITE_URL"], Path(sys.argv[1]))
