"""Feeds of reactions, and what those of articles tell about the discussions (RFC 4685)."""

from django.test import Client

from accounts.models import User
from articles.models import Article
from comments.models import Discussion
from comments.models.decision import Reason
from tests.conftest import React
from tests.feeds import read

DISCUSSION = "/feeds/artikelen/aan-de-balie/reacties.atom"
HOSTILE = "R&D <b>]]> 🙂 \x07\x0b\ufffe</title>"


def test_an_article_tells_where_its_reactions_are(client: Client, react: React) -> None:
    react(to=react())
    (entry,) = read(client, "/feeds/artikelen.atom").entries
    replies = next(link for link in entry.links if link.rel == "replies")
    latest = read(client, DISCUSSION).entries[0]
    assert replies.href == "http://testserver" + DISCUSSION
    assert replies.type == "application/atom+xml"
    assert replies["thr:count"] == entry.thr_total == "2"
    assert replies["thr:updated"] == latest.published
    (item,) = read(client, "/feeds/artikelen.rss").entries
    assert item.comments == "http://testserver/artikelen/aan-de-balie/#reacties"


def test_reactions_name_what_they_answer(client: Client, react: React) -> None:
    first = react()
    react("Ik *ook*.", to=first, name="Zus & Zo")
    answer, opening = read(client, DISCUSSION).entries
    article = first.discussion.article
    assert opening.title == "Reactie 1 van Rik op ‘Aan de balie’"
    assert answer.title == "Reactie 2 van Zus & Zo op ‘Aan de balie’"
    assert answer.author == "Zus & Zo"
    assert answer.content[0].value == "<p>Ik <em>ook</em>.</p>"
    assert answer.link == f"http://testserver/reacties/{first.pk + 1}/"
    assert answer["thr_in-reply-to"] == {
        "ref": opening.id,
        "href": f"http://testserver/reacties/{first.pk}/",
        "type": "text/html",
    }
    assert opening["thr_in-reply-to"]["ref"] == f"tag:testserver,2026:artikel/{article.pk}"


def test_only_reactions_that_readers_see_are_told(client: Client, react: React, mo: User) -> None:
    react("Wacht nog.", approved=False)
    react("Gaat weg.").remove(mo, Reason.OFF_TOPIC)
    react("Blijft.")
    for address in (DISCUSSION, "/feeds/reacties.atom"):
        assert [entry.content[0].value for entry in read(client, address).entries] == [
            "<p>Blijft.</p>"
        ]


def test_a_hidden_discussion_is_nowhere(
    client: Client, react: React, discussion: Discussion, mo: User
) -> None:
    react()
    discussion.hide(mo)
    assert client.get(DISCUSSION).status_code == 404
    assert read(client, "/feeds/reacties.atom").entries == []
    (entry,) = read(client, "/feeds/artikelen.atom").entries
    assert "thr_total" not in entry
    assert "replies" not in {link.rel for link in entry.links}


def test_the_discussion_of_an_article_that_went_or_moved(client: Client, article: Article) -> None:
    article.slug = "achter-de-balie"
    article.save()
    moved = client.get(DISCUSSION)
    assert moved.status_code == 301
    assert moved.headers["Location"] == "/feeds/artikelen/achter-de-balie/reacties.atom"
    article.withdraw()
    assert client.get(moved.headers["Location"]).status_code == 410
    assert client.get(DISCUSSION).status_code == 404


def test_the_closing_word_is_an_entry_once_the_discussion_is_closed(
    client: Client, react: React, discussion: Discussion, mo: User
) -> None:
    react()
    discussion.close(mo, "Dank <u> allen.\n\nTot ziens.")
    word, _reaction = read(client, DISCUSSION).entries
    assert word.title == "Slotbericht bij ‘Aan de balie’"
    assert "Dank &lt;u&gt; allen." in word.content[0].value
    assert word.author == "Grensvlak"
    discussion.reopen(mo)
    assert len(read(client, DISCUSSION).entries) == 1


def test_a_reaction_breaks_no_feed(client: Client, react: React) -> None:
    react(HOSTILE + "b" * 4_000, name=HOSTILE)
    (entry,) = read(client, DISCUSSION).entries
    assert "R&D" in entry.title
    assert "🙂" in entry.content[0].value
