"""The latest reactions on the front page."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertInHTML

from accounts.models import User
from articles.models import Article
from comments.models import Discussion
from comments.models.decision import Reason
from comments.templatetags.discussion import latest_reactions
from tests.comments.threads import fill
from tests.conftest import Publish, React


def said(client: Client) -> list[str]:
    return [reaction.text for reaction in client.get("/").context["reactions"]]


def test_the_five_newest_reactions_stand_on_the_front_page(client: Client, react: React) -> None:
    for number in range(7):
        react(f"Reactie {number}.")
    assert said(client) == [f"Reactie {number}." for number in (6, 5, 4, 3, 2)]


def test_a_reaction_says_who_when_and_about_what(client: Client, react: React) -> None:
    comment = react("Dat *herken* ik.")
    page = client.get("/").text
    assertInHTML('<h2 id="laatste-reacties-kop">Laatste reacties</h2>', page)
    assertInHTML('<span class="latest__name">Rik</span>', page)
    assertInHTML("<p>Dat herken ik.</p>", page)
    link = f"""<a href="/reacties/{comment.pk}/">Reactie op <span>Aan de balie</span></a>"""
    assertInHTML(link, page)


def test_a_long_reaction_is_cut_and_none_of_it_is_run(client: Client, react: React) -> None:
    react("<script>alert(1)</script> " + "woord " * 100)
    page = client.get("/").text
    assert "<script>alert" not in page
    assert "woord woord" in page
    assert "woord " * 40 not in page
    assert "…</p>" in page


@pytest.mark.parametrize("way", ["waits", "removed", "withdrawn", "hidden", "article gone"])
def test_what_readers_may_not_see_is_not_among_them(
    client: Client, react: React, discussion: Discussion, publish: Publish, mo: User, way: str
) -> None:
    publish("Een ander artikel")
    comment = react("Deze.", approved=way != "waits")
    ways: dict[str, Any] = {
        "waits": lambda: None,
        "removed": lambda: comment.remove(mo, Reason.OFFENSIVE),
        "withdrawn": comment.withdraw,
        "hidden": lambda: Discussion.objects.filter(pk=discussion.pk).update(opening="hidden"),
        "article gone": lambda: Article.objects.get(pk=discussion.pk).withdraw(),
    }
    ways[way]()
    assert said(client) == []
    assert "Laatste reacties" not in client.get("/").text


@pytest.mark.parametrize("reactions", [1, 300])
def test_they_take_one_query_however_many_there_are(discussion: Discussion, reactions: int) -> None:
    fill(discussion, reactions)
    with CaptureQueriesContext(connection) as queries:
        shown = latest_reactions()
        assert [one.get_absolute_url() for one in shown]
        assert {one.discussion.article.title for one in shown} == {"Aan de balie"}
    assert len(queries) == 1
