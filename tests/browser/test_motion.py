"""Who asked the system for less motion gets none (WCAG 2.3.3, and A-19 of the table in docs)."""

import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.whole_site import Place, Site, go
from tests.test_layout import ROOT

SHEETS: Final = sorted((ROOT / "static" / "css").glob("*.css"))
MOVES: Final = re.compile(r"(?:transition|animation|scroll-behavior)[\w-]*\s*:\s*+(?!none|auto|0s)")
CALM: Final = re.compile(
    r"@media[^{]*prefers-reduced-motion:\s*no-preference[^{]*\{(?:[^{}]|\{[^{}]*\})*\}"
)
#: What would move, longer than anybody sees, on or around an element; also what moves right now.
MOVING: Final = """() => {
  const long = (times) => times.split(",").some((one) => parseFloat(one) > 0.01);
  const ends = [null, "::before", "::after"];
  const found = [...document.querySelectorAll("*")].filter((one) => ends.some((end) => {
    const style = getComputedStyle(one, end);
    const fades = long(style.transitionDuration) && style.transitionProperty !== "none";
    const runs = long(style.animationDuration) && style.animationName !== "none";
    return fades || runs || style.scrollBehavior === "smooth";
  }));
  const running = document.getAnimations().map(String);
  return [...found.map((one) => one.outerHTML.slice(0, 90)), ...running];
}"""


def moving(page: Page, places: dict[str, Place]) -> dict[str, list[str]]:
    page.emulate_media(reduced_motion="reduce")
    found = {}
    for name, place in places.items():
        go(page, place)
        page.wait_for_load_state()
        if moves := page.evaluate(MOVING):
            found[name] = moves
    return found


def test_nothing_moves_on_pages_of_readers(visit: Visit, site: Site) -> None:
    assert moving(visit("/"), site.readers) == {}


def moves_always(sheet: str) -> list[str]:
    """What moves in a sheet of styles outside of the question whether it may."""
    return MOVES.findall(CALM.sub("", sheet))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_sheet_of_ours_moves_anything_unasked(sheet: Path) -> None:
    assert moves_always(sheet.read_text()) == []


@pytest.mark.parametrize(
    ("sheet", "faults"),
    [
        ("a { transition: color 1s }", 1),
        ("a { transition: none }", 0),
        ("@media (prefers-reduced-motion: no-preference) { a { transition: color 1s } }", 0),
        ("html { scroll-behavior: smooth }", 1),
    ],
)
def test_what_moves_is_found(sheet: str, faults: int) -> None:
    assert len(moves_always(sheet)) == faults
