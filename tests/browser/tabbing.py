"""Going through a page with Tab, as who has no mouse does, and writing down where one stops."""

import re
from dataclasses import dataclass
from typing import Any, Final

import pytest
from playwright.sync_api import CDPSession, Page

from tests.browser.visitor import SHOWN

#: More stops than any page of ours has.
MOST: Final = 250
#: What has the focus; past the last stop, nothing in the page has it.
HERE: Final = "document.activeElement === document.body ? null : document.activeElement"
#: What is said of a stop besides its kind and its name.
STATES: Final = ("expanded", "checked", "pressed", "disabled", "invalid")
#: What is another in each record: days, ages, and names that are long for the sake of a test.
VARIES: Final = (
    (re.compile(r"\d{1,2} [a-z]+ 20\d\d"), "24 januari 2018"),
    (re.compile(r"\d+ (?:seconden|minuten|minuut)"), "3 minuten"),
    (re.compile(r"(\w{12})\w{28,}"), r"\1…"),
)


@dataclass(frozen=True)
class Stop:
    """What Chromium has a screen reader say there, and whether an eye finds the focus."""

    said: str
    is_seen: bool


def walk(page: Page, key: str = "Tab", most: int = MOST) -> list[Stop]:
    """Every stop from where the focus is until it leaves the page; fails where it never does."""
    asked, stops = page.context.new_cdp_session(page), list[Stop]()
    for _step in range(most):
        page.keyboard.press(key)
        here = asked.send("Runtime.evaluate", {"expression": HERE})["result"]
        if "objectId" not in here:
            return stops
        stops.append(_stop(asked, here["objectId"]))
    pytest.fail(f"after {most} stops there is no end: {[one.said for one in stops[-4:]]}")


def _stop(asked: CDPSession, here: str) -> Stop:
    seen = {"objectId": here, "functionDeclaration": f"function () {{ return ({SHOWN})(this) }}"}
    tree = {"objectId": here, "fetchRelatives": False}
    return Stop(
        said(asked.send("Accessibility.getPartialAXTree", tree)["nodes"][0]),
        asked.send("Runtime.callFunctionOn", seen)["result"]["value"],
    )


def said(node: dict[str, Any]) -> str:
    """'link: Naar de inhoud', of a node of the accessibility tree."""
    properties = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
    states = [name for name in STATES if properties.get(name) not in {None, False, "false"}]
    if properties.get("expanded") is False:
        states.append("collapsed")
    text = f"{node['role']['value']}: {node.get('name', {}).get('value', '')}"
    for pattern, instead in VARIES:
        text = pattern.sub(instead, text)
    return " ".join((text, *(f"[{state}]" for state in states)))
