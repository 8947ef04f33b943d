"""What is no text can be told from what is beside it: fields, buttons, the focus (WCAG 1.4.11)."""

from typing import Final

import pytest
from playwright.sync_api import Page

from articles.models import Article
from tests.browser.conftest import Visit
from tests.browser.whole_site import Place, Site, go

FACES: Final = ("light", "dark")
#: Every field and button whose edge does not differ 3:1 from its surroundings, and neither does its
#: own surface; and with `focus` also those whose line of focus does not.
FAINT: Final = """(focus) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const [r, g, b] = rgba(colour).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const surface = (element) => {
    for (let box = element; box; box = box.parentElement) {
      const colour = getComputedStyle(box).backgroundColor;
      if (rgba(colour)[3] === 255) return colour;
    }
    return "white";
  };
  const things = "input:not([type=hidden]), select, textarea, button, .button, [role=button]";
  const found = [];
  for (const one of document.querySelectorAll(focus ? `a, summary, ${things}` : things)) {
    if (!one.checkVisibility() || one.closest("[aria-hidden=true], .vh, .skip")) continue;
    const around = surface(one.parentElement);
    const style = getComputedStyle(one);
    const name = one.outerHTML.slice(0, 100);
    if (focus) {
      one.focus({ focusVisible: true, preventScroll: true });
      const line = getComputedStyle(one);
      if (contrast(line.outlineColor, around) < 3) found.push(`focus: ${name}`);
      continue;
    }
    const isNative = ["checkbox", "radio", "file"].includes(one.type);
    const edge = parseFloat(style.borderBottomWidth) >= 1 && style.borderBottomColor;
    const edged = edge && contrast(edge, around) >= 3;
    const filled = contrast(surface(one), around) >= 3;
    const isWords = style.borderBottomWidth === "0px" && one.textContent.trim();
    if (!isNative && !edged && !filled && !isWords) found.push(`edge: ${name}`);
  }
  return [...new Set(found)];
}"""


def faint(page: Page, places: dict[str, Place]) -> list[str]:
    """ "page, face: focus or edge: element" """
    found = []
    for name, place in places.items():
        go(page, place)
        page.wait_for_load_state()
        for face in FACES:
            page.emulate_media(color_scheme=face)
            for focus in (False, True):
                found += [f"{name}, {face}: {one}" for one in page.evaluate(FAINT, focus)]
    return found


def test_on_pages_of_readers(visit: Visit, site: Site) -> None:
    chosen = ("front", "article", "form with faults", "search", "report", "mine")
    assert faint(visit("/"), {name: site.readers[name] for name in chosen}) == []


def test_at_the_desk(visit: Visit, site: Site) -> None:
    chosen = ("desk", "queue", "item", "closing")
    page = visit("/beheer/", as_user=site.moderator)
    assert faint(page, {name: site.desk[name] for name in chosen}) == []


@pytest.mark.parametrize(
    "style",
    [
        "textarea { border-color: #eee !important }",
        ":focus-visible { outline-color: #eee !important }",
    ],
)
def test_a_line_that_is_too_faint_is_noticed(visit: Visit, article: Article, style: str) -> None:
    page = visit(f"{article.get_absolute_url()}reageren/", shielded=False)
    page.add_style_tag(content=style)
    assert page.evaluate(FAINT, False) + page.evaluate(FAINT, True) != []
