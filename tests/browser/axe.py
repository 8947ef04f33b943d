from collections.abc import Iterable, Sequence
from typing import Any, Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

#: nl-requirements A-60; naming wcag22aa is what switches on target-size.
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN: Final = "only => axe.run({runOnly: only, resultTypes: ['violations']})"
#: What depends on colours; all else is the same in every face of a page at the same width.
COLOURS: Final = ["color-contrast", "link-in-text-block"]
#: axe asks with what letters are filled, and of that Chromium does not say which colour the system
#: forced; nothing of ours fills letters with anything but their colour.
FILLED: Final = """() => {
  const own = CSSStyleDeclaration.prototype.getPropertyValue;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return own.call(this, name === "-webkit-text-fill-color" ? "color" : name);
  };
}"""

#: A page is judged as it comes to rest: half-way a fade, no colour is the one that was chosen. What
#: moves is put at its end, and not waited for: where nothing is drawn, that never comes.
REST: Final = """() => document.getAnimations().forEach((one) => {
  const endless = one.effect.getComputedTiming().endTime === Infinity;
  endless ? one.cancel() : one.finish();
})"""

#: The narrowest screen (1280 at 400%) and an ordinary one, in CSS pixels.
WIDTHS: Final = (320, 1280)

#: What is not ours and cannot be put right from outside: (rule, part of the selector) → why.
KNOWN: Final = {
    ("empty-table-header", ""): "Django’s tables of inlines have two columns without a head",
    ("scrollable-region-focusable", ".tableWrapper"): "ProseMirror’s box is scrolled by the cursor",
}


def violations(page: Page, widths: Iterable[int] = WIDTHS, only: Sequence[str] = TAGS) -> list[str]:
    """What axe finds at each width: "320: rule-id: selector", for every element.

    `only`: rules or tags of rules.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(FILLED)
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(REST)
        for violation in page.evaluate(RUN, only)["violations"]:
            found += [f"{width}: {violation['id']}: {_where(node)}" for node in violation["nodes"]]
    return found


def faults(page: Page, widths: Iterable[int] = WIDTHS, only: Sequence[str] = TAGS) -> list[str]:
    """The same at the desk, without what Django or a library makes."""

    def excused(line: str) -> bool:
        _width, rule, where = line.split(": ", 2)
        return any(rule == known and part in where for known, part in KNOWN)

    return [line for line in violations(page, widths, only) if not excused(line)]


def rules(found: list[str]) -> set[str]:
    """The ids of the rules that were broken."""
    return {line.split(": ")[1] for line in found}


def _where(node: dict[str, Any]) -> str:
    return " ".join(map(str, node["target"]))
