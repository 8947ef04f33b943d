"""axe finds nothing on any kind of page, whatever face it has: 21 pages, four faces, two widths.

The faces: light, dark, the colours of a system with forced colours, and the theme of the example
government of the NL Design System (`npm install` brings it; see var/node in the Makefile).
"""

from typing import Final

import pytest
from playwright.sync_api import Page

from articles.models import Article
from tests.browser.axe import COLOURS, TAGS, faults
from tests.browser.conftest import Visit
from tests.browser.whole_site import Place, Site, go

DOOR: Final = {"door": Place("/beheer/login/")}


def wear(page: Page, face: str) -> None:
    """Light is how a page is when it comes."""
    page.emulate_media(
        color_scheme="light" if face in {"light", "theme"} else "dark",
        forced_colors="active" if face == "forced" else "none",
    )


def look(page: Page, places: dict[str, Place], faces: tuple[str, ...]) -> list[str]:
    """What axe finds: "page, face: width: rule: selector"."""
    found = []
    for name, place in places.items():
        wear(page, "light")
        go(page, place)
        for face in faces:
            wear(page, face)
            only = COLOURS if face in {"dark", "forced"} else TAGS
            found += [f"{name}, {face}: {one}" for one in faults(page, only=only)]
    return found


def test_what_readers_see_in_light_dark_and_forced_colours(visit: Visit, site: Site) -> None:
    assert look(visit("/"), site.readers, ("light", "dark", "forced")) == []


def test_what_the_desk_sees_in_light_dark_and_forced_colours(visit: Visit, site: Site) -> None:
    found = look(visit("/beheer/login/"), DOOR, ("light", "dark", "forced"))
    page = visit("/beheer/", as_user=site.moderator)
    assert found + look(page, site.desk, ("light", "dark", "forced")) == []


@pytest.mark.parametrize(
    ("query", "seen_in"),
    [
        ("(prefers-color-scheme: dark) and (forced-colors: none)", ["dark"]),
        ("(forced-colors: active)", ["forced"]),
        ("all", ["light", "dark", "forced"]),
    ],
)
def test_a_face_in_which_the_title_cannot_be_read_is_noticed(
    visit: Visit, article: Article, query: str, seen_in: list[str]
) -> None:
    page = visit(article.get_absolute_url(), shielded=False)
    faded = "h1 { color: #777 !important; background: #666 !important; forced-color-adjust: none }"
    page.add_style_tag(content=f"@media {query} {{ {faded} }}")
    found = []
    for face in ("light", "dark", "forced"):
        wear(page, face)
        found += [face for one in faults(page, (1280,), COLOURS) if one.endswith("h1")]
    assert found == seen_in


def test_what_readers_see_in_the_theme_of_a_government(
    visit: Visit, themed: None, site: Site
) -> None:
    page = visit("/")
    assert look(page, site.readers, ("theme",)) == []
    assert "Noto Sans" in page.evaluate("getComputedStyle(document.body).fontFamily")
