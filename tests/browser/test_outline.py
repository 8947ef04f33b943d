"""What a screen reader gets of an article with its discussion: docs/screen-reader.md, as a test.

The outline stands in outlines/ and is what Chromium's accessibility tree says; see records.py.
"""

import re
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion
from comments.models.decision import Reason
from tests.browser.conftest import Visit
from tests.browser.records import recorded
from tests.browser.test_sequences import answering
from tests.conftest import React

#: Days and times are others in each record, and addresses are not read out.
MOMENT: Final = re.compile(r"\d{1,2} [a-z]+ 20\d\d(?: om \d\d:\d\d)?")
ADDRESS: Final = re.compile(r"^\s*- /url:")


def outline(page: Page, selector: str = "body") -> list[str]:
    """A line for everything that is said, indented by what it stands in."""
    lines = page.locator(selector).aria_snapshot().splitlines()
    return [MOMENT.sub("24 januari 2018", one) for one in lines if not ADDRESS.match(one)]


@pytest.fixture
def talk(rich_article: Article, react: React, ada: User, mo: User) -> list[Comment]:
    """A question, the author's answer with a thank you; one that was removed, and was answered."""
    question = react("Tot hoe laat is de balie **open**?", name="Noor")
    answer = react("Tot vijf uur.", question, user=ada, name="Ada Verhoeven")
    thanks = react("> Tot vijf uur.\n\nDank!", answer, name="Noor")
    removed = react("Niet zo netjes.", name="Sem")
    react("Dat kan vriendelijker.", removed, name="Kim")
    removed.remove(mo, Reason.OFFENSIVE)
    return [question, answer, thanks]


def test_of_an_article_with_its_discussion(
    visit: Visit, rich_article: Article, talk: list[Comment]
) -> None:
    page = visit(rich_article.get_absolute_url())
    page.locator(".fold").first.wait_for()
    said = outline(page)
    assert said == recorded("outlines/article.txt", said)


def test_of_a_discussion_that_was_closed(
    visit: Visit, article: Article, discussion: Discussion, react: React, mo: User
) -> None:
    react("Kom op dinsdag.", name="Noor")
    discussion.close(mo, "Dank voor alle reacties.\n\nWat in reactie 1 staat, gaan wij doen.")
    page = visit(article.get_absolute_url())
    page.locator(".discussion__new").wait_for()
    said = outline(page, "#reacties")
    assert said == recorded("outlines/closed.txt", said)


def test_of_the_form_under_the_reaction_that_it_answers(
    visit: Visit, rich_article: Article, talk: list[Comment]
) -> None:
    page = visit(rich_article.get_absolute_url())
    answering(page)
    said = outline(page, "[data-in-place]")
    assert said == recorded("outlines/answering.txt", said)
    page.get_by_role("button", name="Reactie plaatsen").click()
    expect(page.get_by_role("alert").get_by_role("heading")).to_be_focused()
    said = outline(page, "[data-in-place]")
    assert said == recorded("outlines/answering-with-faults.txt", said)


def test_headings_and_landmarks_are_a_way_through(
    visit: Visit, rich_article: Article, talk: list[Comment]
) -> None:
    """Who listens jumps from heading to heading: every reaction has one, at one level."""
    page = visit(rich_article.get_absolute_url())
    levels = page.eval_on_selector_all("main :is(h1, h2, h3, h4)", "all => all.map(h => h.tagName)")
    assert levels[:1] == ["H1"]
    assert levels.count("H1") == 1
    assert levels[-5:] == ["H3"] * 5
    for role in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(role)).to_have_count(1)
    named = page.get_by_role("navigation")
    names = named.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert len(names) == len(set(names)) >= 3
    assert all(names)
