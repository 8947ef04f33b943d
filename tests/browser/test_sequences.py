"""Tab goes through every page in a good order, is seen everywhere, and gets out (WCAG 2.1.2, 2.4.3,
2.4.7, 2.4.11). The order of the stops stands in sequences/: see records.py."""

from typing import Final

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from tests.browser.conftest import Visit
from tests.browser.records import recorded
from tests.browser.tabbing import Stop, walk
from tests.browser.whole_site import Place, Site, go

SEQUENCES: Final = "sequences/{}.txt"


def answering(page: Page) -> None:
    """The form stands under the reaction that it answers, and has the focus."""
    page.locator("#reactie-3 .reaction__reply").click()
    page.locator("#reactie-3 [data-in-place]").wait_for()


def after_a_decision(page: Page) -> None:
    """A message stays in sight above the queue."""
    page.get_by_role("button", name="Goedkeuren: reactie van Kim").click()
    expect(page.locator(".messagelist")).to_be_visible()


def sequence(page: Page, place: Place) -> list[Stop]:
    """From where the focus is when the page is there."""
    go(page, place)
    page.wait_for_load_state()
    return walk(page)


def unseen(stops: list[Stop]) -> list[str]:
    return [stop.said for stop in stops if not stop.is_seen]


def compare(page: Page, places: dict[str, Place]) -> dict[str, list[str]]:
    """Per page the stops at which nobody sees the focus; the order is as it was recorded."""
    hidden = {}
    for name, place in places.items():
        stops = sequence(page, place)
        said = [stop.said for stop in stops]
        assert said == recorded(SEQUENCES.format(name.replace(" ", "-")), said), name
        if unseen(stops):
            hidden[name] = unseen(stops)
    return hidden


def test_through_the_pages_of_readers(visit: Visit, site: Site) -> None:
    places = {name: site.readers[name] for name in ("closed", "form", "form with faults", "report")}
    places["answering"] = Place(site.readers["article"].address, then=answering)
    assert compare(visit("/"), places) == {}


@pytest.mark.parametrize("width", [1280, 320])
def test_through_an_article_and_its_discussion(visit: Visit, site: Site, width: int) -> None:
    page = visit("/", width)
    assert compare(page, {"article": site.readers["article"]}) == {}


def test_through_the_queue_one_item_and_an_act(visit: Visit, site: Site) -> None:
    places = {name: site.desk[name] for name in ("item", "closing")}
    places["queue after a decision"] = Place(site.desk["queue"].address, then=after_a_decision)
    assert compare(visit("/beheer/", as_user=site.moderator), places) == {}


def test_through_the_form_of_an_article_and_back(visit: Visit, site: Site) -> None:
    """Also out of the boxes for rich text, in which Tab could have a meaning of its own."""
    page = visit("/beheer/", as_user=site.moderator)
    hidden = compare(page, {"editor": site.desk["editor"]})
    order = recorded(SEQUENCES.format("editor"))
    for _stop in order[order.index("textbox: Titel:") :]:
        page.keyboard.press("Shift+Tab")
    expect(page.locator("#id_title")).to_be_focused()
    assert hidden == {}


def test_a_trap_and_a_hidden_focus_are_noticed(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url(), shielded=False)
    page.add_style_tag(content=".masthead__name:focus { outline: none }")
    assert unseen(walk(page)) == ["link: Grensvlak"]
    page.evaluate("""() => addEventListener("keydown", (event) => {
      if (event.key === "Tab" && document.activeElement.matches(".menu a")) event.preventDefault();
    })""")
    with pytest.raises(pytest.fail.Exception, match="no end"):
        walk(page, most=20)
