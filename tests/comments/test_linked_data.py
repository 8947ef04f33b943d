"""JSON-LD of a discussion: a tree that is the thread's, of what readers see."""

import json

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article
from comments.linked_data import MOST, thread_json
from comments.models import Discussion
from comments.models.decision import Reason
from comments.thread import Reaction, thread_of
from tests.comments.threads import chain, fill, placed
from tests.conftest import React
from tests.linked_data import Data, graph_of

HOSTILE = "</script><script>alert(1)</script> & \u2028 🙂"


def outline(comments: list[Data]) -> list[str]:
    """The tree as level and name: ["1:Rik", "2:Zus"]."""
    seen, left = [], [(1, one) for one in reversed(comments)]
    while left:
        level, comment = left.pop()
        seen.append(f"{level}:{comment['author']['name'].removeprefix('Lezer ')}")
        left += [(level + 1, one) for one in reversed(comment.get("comment", []))]
    return seen


def told_of(comments: list[Reaction]) -> list[Data]:
    told: list[Data] = json.loads(thread_json(thread_of(comments, set()), str))
    return told


def test_reactions_stand_within_what_they_answer(client: Client, react: React) -> None:
    first = react(name="Rik")
    answer = react("Ik *ook*.", to=first, name="Zus")
    react("Ik niet.", to=answer, name="Aap")
    react("Wij wel.", name="Noot")
    told, _trail = graph_of(client, first.discussion.article)
    assert told["commentCount"] == 4
    assert outline(told["comment"]) == ["1:Rik", "2:Zus", "3:Aap", "1:Noot"]
    zus = told["comment"][0]["comment"][0]
    assert zus["text"] == "Ik *ook*."
    assert zus["@id"] == f"http://testserver{answer.get_absolute_url()}"
    assert zus["parentItem"] == {"@id": f"http://testserver{first.get_absolute_url()}"}


@pytest.mark.parametrize(
    ("thread", "tree"),
    [
        ("", []),
        ("1 2 3", ["1:1", "1:2", "1:3"]),
        ("1 1.2 1.2.3 4", ["1:1", "2:2", "3:3", "1:4"]),
        ("1† 1.2 1.2.3 4", ["1:2", "2:3", "1:4"]),
        ("1 1.2‡ 1.2.3 1.4", ["1:1", "2:3", "2:4"]),
        ("1† 1.2†", []),
    ],
)
def test_an_answer_to_what_was_removed_moves_up(thread: str, tree: list[str]) -> None:
    assert outline(told_of(placed(thread))) == tree


def test_who_is_answered_is_named_only_when_readers_see_that() -> None:
    (answer,) = told_of(placed("1† 1.2"))
    assert "parentItem" not in answer


def test_only_visible_reactions_are_told(client: Client, react: React, mo: User) -> None:
    react("Wacht nog.", approved=False)
    removed = react("Gaat weg.")
    react("Blijft.", to=removed, name="Zus")
    removed.remove(mo, Reason.LEGAL)
    told, _trail = graph_of(client, removed.discussion.article)
    assert outline(told["comment"]) == ["1:Zus"]
    assert told["commentCount"] == 1


def test_a_hidden_discussion_is_not_told(
    client: Client, react: React, discussion: Discussion, mo: User
) -> None:
    react()
    discussion.hide(mo)
    told, _trail = graph_of(client, discussion.article)
    assert {"comment", "commentCount"} & set(told) == set()


def test_a_long_thread_is_told_in_part_and_a_deep_one_is_no_problem() -> None:
    assert len(outline(told_of(chain(1_000)))) == MOST


def test_the_count_is_of_all_reactions(client: Client, discussion: Discussion) -> None:
    fill(discussion, MOST + 10)
    told, _trail = graph_of(client, discussion.article)
    assert told["commentCount"] == MOST + 10
    assert len(outline(told["comment"])) == MOST


def test_nothing_that_people_type_ends_the_data(
    client: Client, react: React, article: Article
) -> None:
    react(HOSTILE, name=HOSTILE)
    Article.objects.filter(pk=article.pk).update(title=HOSTILE, lead=HOSTILE)
    told, _trail = graph_of(client, article)
    assert told["headline"] == told["description"] == HOSTILE
    assert told["comment"][0]["text"] == HOSTILE
    assert "<script>alert" not in client.get(article.get_absolute_url()).text
