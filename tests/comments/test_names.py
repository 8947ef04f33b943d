"""What somebody hears who does not see: names of links and buttons, and the order of headings."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article
from comments.models.decision import Reason
from tests.conftest import React

VOID = {"img", "input", "br", "hr", "meta", "link", "source", "wbr", "col"}


class Listener(HTMLParser):
    """Collects the names of links and buttons and the levels of headings within the discussion."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: list[str] = []
        self.headings: list[int] = []
        self.since: int | None = None  # where the discussion began

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        self.open.append(tag)
        if dict(attrs).get("id") == "reacties":
            self.since = len(self.open)
        if self.since is None:
            return
        if tag in {"a", "button"}:
            self.names.append(dict(attrs).get("aria-label") or "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open.pop() == tag
        if self.since is not None and len(self.open) < self.since:
            self.since = None

    def handle_data(self, data: str) -> None:
        if self.since is not None and {"a", "button"} & set(self.open):
            self.names[-1] += data


def heard(client: Client, article: Article) -> Listener:
    listener = Listener()
    listener.feed(client.get(article.get_absolute_url()).text)
    listener.close()
    return listener


def names(client: Client, article: Article) -> list[str]:
    return [" ".join(name.split()) for name in heard(client, article).names]


def test_what_can_be_done_under_a_reaction_has_a_name_of_its_own(
    client: Client, react: React
) -> None:
    first = react("Een.")
    react("Twee.", to=first, name="Kim", email="kim@voorbeeld.nl")
    react("Drie.")
    article = first.discussion.article
    for said in (
        "Link naar reactie 1 van Rik",
        "Melden: reactie 2 van Kim",
        "Beantwoorden: reactie 3 van Rik",
    ):
        assert names(client, article).count(said) == 1
    acts = [one for one in names(client, article) if re.search(r"reactie \d", one)]
    assert len(acts) == len(set(acts)) == 9


def test_no_name_is_empty_or_says_a_thing_twice(client: Client, react: React, mo: User) -> None:
    first = react("Een.")
    react("Twee.", to=first)
    first.feature(mo)
    for name in names(client, first.discussion.article):
        assert re.search(r"[^\W_]", name)
        half = len(name) // 2
        assert name[:half].strip() != name[half:].strip()


@pytest.mark.parametrize("closed", [False, True])
def test_headings_go_down_one_by_one(client: Client, react: React, mo: User, closed: bool) -> None:
    first = react("Een.")
    answer = react("Twee.", to=first)
    react("Drie.", to=answer)
    first.remove(mo, Reason.LEGAL)
    answer.feature(mo)
    if closed:
        first.discussion.close(mo, "Dank voor reactie 2.")
    levels = heard(client, first.discussion.article).headings
    assert levels[0] == 2
    assert set(levels[1:]) == {3}
    assert len(levels) >= 4


def test_what_was_removed_offers_nothing_to_do(client: Client, react: React, mo: User) -> None:
    first = react("Een.")
    react("Twee.", to=first, name="Kim", email="kim@voorbeeld.nl")
    first.remove(mo, Reason.LEGAL)
    said = names(client, first.discussion.article)
    assert not [one for one in said if "reactie 1 van" in one]
    assert "Beantwoorden: reactie 2 van Kim" in said
