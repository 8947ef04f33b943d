"""How people use a page: with a pointer, or by keyboard alone."""

from typing import Final, Protocol

import pytest
from playwright.sync_api import Locator, Page, expect

#: More stops than any page of ours has; who needs that many will not get there.
MOST_STOPS: Final = 100

#: Which key brings the focus nearer; none where it is there.
NEXT: Final = """(wanted) => {
  const here = document.activeElement;
  if (here === wanted) return "";
  const before = here.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING;
  return before ? "Shift+Tab" : "Tab";
}"""

#: What has the focus while nobody can see that: without a line around it, out of sight, or under
#: something else (WCAG 2.4.7 and 2.4.11). Past the last stop, nothing has it for a moment.
UNSEEN: Final = """() => {
  const one = document.activeElement;
  if (one === document.body) return "";
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const { left, top, width, height } = one.getClientRects()[0];
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  const inSight = there && (one.contains(there) || there.contains(one));
  const lined = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  return lined && inSight ? "" : one.outerHTML.slice(0, 120);
}"""


class Hand(Protocol):
    def press(self, what: Locator) -> None: ...

    def write(self, where: Locator, words: str) -> None: ...

    def tick(self, box: Locator) -> None: ...

    def choose(self, where: Locator, label: str) -> None: ...


class Pointer:
    """A mouse or a finger."""

    def press(self, what: Locator) -> None:
        what.click()

    def write(self, where: Locator, words: str) -> None:
        where.fill(words)

    def tick(self, box: Locator) -> None:
        box.check()

    def choose(self, where: Locator, label: str) -> None:
        where.select_option(label=label)


class Keyboard:
    """No pointer. Whatever it stops at shows that it has the focus, or the test ends there."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, what: Locator) -> None:
        self._go_to(what)
        self.page.keyboard.press("Enter")

    def write(self, where: Locator, words: str) -> None:
        self._go_to(where)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def tick(self, box: Locator) -> None:
        self._go_to(box)
        self.page.keyboard.press("Space")
        expect(box).to_be_checked()

    def choose(self, where: Locator, label: str) -> None:
        """Typing the words in a list chooses what begins with them."""
        self._go_to(where)
        self.page.keyboard.type(label)
        expect(where.locator("option:checked")).to_have_text(label)

    def _go_to(self, what: Locator) -> None:
        expect(what).to_be_visible()
        for _stop in range(MOST_STOPS):
            key = what.evaluate(NEXT)
            if not key:
                return
            self.page.keyboard.press(key)
            unseen = self.page.evaluate(UNSEEN)
            assert not unseen, f"nobody sees the focus here: {unseen}"
        pytest.fail(f"{what} cannot be reached by keyboard")
