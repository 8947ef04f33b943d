"""Somebody who visits: with a mouse, without JavaScript, with a keyboard only, on a small screen.

The story stays the same; a visitor has other hands each time, and looks at every page that comes.
"""

import re
from dataclasses import dataclass
from typing import Final

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.axe import faults
from tests.browser.test_small_screens import fits

#: Of what has the focus: whether it shows that it does, and whether any part of it can be seen.
SHOWN: Final = """(element) => {
  const { outlineStyle: style, outlineWidth: width, pointerEvents } = getComputedStyle(element);
  const untouched = pointerEvents === "none"; // then a point in it is of what it stands in
  const lit = style === "auto" || (style !== "none" && parseFloat(width) >= 2);
  const box = element.getBoundingClientRect();
  const seen = [0.1, 0.5, 0.9].some((part) => {
    const top = document.elementFromPoint(box.x + box.width * part, box.y + box.height * part);
    return element.contains(top) || (untouched && top === element.parentElement);
  });
  return lit && seen;
}"""
#: Which way it lies from what has the focus: what is before it is reached backwards.
BACKWARDS: Final = """(element) => Boolean(document.activeElement !== document.body
  && element.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)"""
FOCUSED: Final = "(element) => element === document.activeElement"
STEPS: Final = 150


@dataclass(frozen=True)
class Way:
    """How somebody visits. Where axe looks, it does so at the width of the visit."""

    width: int = 1280
    javascript: bool = True
    keyboard: bool = False
    axe: bool = True


MOUSE: Final = Way()
PLAIN: Final = Way(javascript=False, axe=False)
KEYBOARD: Final = Way(keyboard=True, axe=False)
SMALL: Final = Way(width=320)
WAYS: Final = pytest.mark.parametrize(
    "way",
    [
        pytest.param(MOUSE, id="mouse"),
        pytest.param(PLAIN, id="without-javascript"),
        pytest.param(KEYBOARD, id="keyboard-only"),
        pytest.param(SMALL, id="320-pixels"),
    ],
)


class Visitor:
    """`looked_at`: the kinds of pages that axe has seen, for all who visit in the same way."""

    def __init__(self, page: Page, way: Way, looked_at: set[str]) -> None:
        self.page, self.way, self.looked_at = page, way, looked_at
        self.look()

    # --- Acting ---------------------------------------------------------------------------------

    def go(self, thing: Locator) -> None:
        """Press what leads to another page, and look at that."""
        with self.page.expect_navigation():
            self.press(thing)
        self.look()

    def visit(self, address: str) -> None:
        self.page.goto(address)
        self.look()

    def press(self, thing: Locator) -> None:
        if self.way.keyboard:
            self.reach(thing)
            self.page.keyboard.press("Enter")
        else:
            thing.click()

    def fill(self, field: Locator, text: str) -> None:
        if self.way.keyboard:
            self.reach(field)
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(text)
        else:
            field.fill(text)

    def choose(self, field: Locator, option: str) -> None:
        if self.way.keyboard:
            self.reach(field)
            self.page.keyboard.type(option)
        else:
            field.select_option(label=option)

    def tick(self, box: Locator) -> None:
        if self.way.keyboard:
            self.reach(box)
            self.page.keyboard.press("Space")
        else:
            box.click()

    def reach(self, thing: Locator) -> None:
        """By Tab, or backwards; whoever does so sees where they are."""
        thing.wait_for()
        found = thing.element_handle()
        step = "Shift+Tab" if found.evaluate(BACKWARDS) else "Tab"
        for _step in range(STEPS):
            if found.evaluate(FOCUSED):
                assert found.evaluate(SHOWN), f"the focus cannot be seen on {thing}"
                return
            self.page.keyboard.press(step)
        pytest.fail(f"{thing} cannot be reached by keyboard")

    # --- Looking --------------------------------------------------------------------------------

    def look(self) -> None:
        """Nothing sticks out; and, at the first page of its kind, axe finds nothing."""
        assert fits(self.page), self.page.url
        if self.way.axe and (kind := self._kind()) not in self.looked_at:
            self.looked_at.add(kind)
            found = faults(self.page, (self.way.width,))
            assert found == [], (self.page.url, found)

    def _kind(self) -> str:
        said = self.page.locator(".messagelist, .errorlist, [role=status]").count()
        opened = self.page.locator("dialog[open]").count()
        path, asks, _query = self.page.url.partition("#")[0].partition("?")
        return re.sub(r"\d+", "n", path) + asks + "!" * bool(said) + "+" * bool(opened)
