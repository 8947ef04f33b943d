"""A reader's whole visit: from the article to the closing word, by way of the mailbox.

One story, in which each step goes on from what the former one left; so it is one test, in four
ways. Rik acts through pages and the links of his mail only; what others do, the models do.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion, Policy
from mailing.models import Mail
from pages.models import HouseRules
from tests.browser.a_readers_visit import (
    RIK,
    Reader,
    confirms,
    corrects,
    finds_it_closed,
    finds_it_published,
    finds_the_answer,
    opens_the_form,
    posts,
    previews,
    quotes,
    reads_to_the_second_page,
    reports,
    stops_mail,
    withdraws,
)
from tests.browser.conftest import Visit
from tests.browser.hands import Hand, Keyboard, Pointer
from tests.comments.letters.conftest import at_once  # noqa: F401 - a fixture
from tests.conftest import React
from tests.pages.conftest import fill, publication, rules  # noqa: F401 - fixtures


class Way(NamedTuple):
    width: int
    javascript: bool
    hand: Callable[[Page], Hand]


def pointer(_page: Page) -> Hand:
    return Pointer()


WAYS: Final = {
    "with JavaScript": Way(1280, True, pointer),
    "without JavaScript": Way(1280, False, pointer),
    "by keyboard": Way(1280, True, Keyboard),
    "on a small screen": Way(320, True, pointer),
}


def glass(visit: Visit) -> Page:
    """For axe, which is a script: a tab to hold a page up to that was made without any."""
    page = visit()
    page.route("**/*.js", lambda route: route.abort())
    return page


@pytest.fixture
def talk(react: React, rules: HouseRules, live_server: LiveServer, settings: Any) -> None:  # noqa: F811
    """Two pages of reactions; noor's and kim's are on the second. Mail leads to this site."""
    settings.SITE_URL = live_server.url
    Policy.get_solo()
    Policy.objects.update(page_size=5)
    for number in range(1, 6):
        react(f"Tekst {number}.", name="Bo", email="bo@voorbeeld.nl")
    react("Ik zag twee balies en één mens.", name="Noor", email="noor@voorbeeld.nl")
    react(f"Koop {'arbeidsongeschiktheids' * 5}verzekering!", name="Kim", email="kim@voorbeeld.nl")


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_from_the_article_to_the_closing_word(
    visit: Visit,
    article: Article,
    discussion: Discussion,
    talk: None,
    react: React,
    mo: User,
    way: Way,
) -> None:
    page = visit(article.get_absolute_url(), way.width, javascript=way.javascript)
    rik = Reader(page, way.hand(page), page if way.javascript else glass(visit))
    reads_to_the_second_page(rik)
    assert page.context.cookies() == []
    opens_the_form(rik)
    previews(rik)
    quotes(rik)
    assert not Comment.objects.filter(email=RIK).exists()
    posts(rik)

    confirms(rik)
    corrects(rik)
    his = Comment.objects.get(email=RIK)
    assert his.has_tip
    his.approve(mo)
    finds_it_published(rik)
    answer = react("Dank u, Rik.", his, name="Noor", email="noor@voorbeeld.nl")
    finds_the_answer(rik)

    reports(rik)
    withdraws(rik)
    stops_mail(rik)
    react("Tot ziens.", answer, name="Bo", email="bo@voorbeeld.nl")
    discussion.close(mo, "Dank! Wij gebruikten reactie 6.")
    finds_it_closed(rik)

    kinds = Mail.objects.filter(to=RIK).order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["confirm_address", "published", "reaction"]
    assert [cookie["name"] for cookie in page.context.cookies()] == ["formulier"]


def test_a_keyboard_sees_when_the_focus_cannot_be_seen(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url(), shielded=False)
    keyboard, link = Keyboard(page), page.get_by_role("link", name="Geef een reactie")
    page.add_style_tag(content="a.button:focus-visible { outline: none }")
    with pytest.raises(AssertionError, match=r"nobody sees the focus here: .*data-hx-get"):
        keyboard.press(link)


def test_a_keyboard_does_not_get_where_no_stop_is(visit: Visit, article: Article) -> None:
    page = visit(article.get_absolute_url())
    with pytest.raises(pytest.fail.Exception, match="cannot be reached by keyboard"):
        Keyboard(page).press(page.get_by_role("heading", level=1))
