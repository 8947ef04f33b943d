"""Feeds of articles: well formed, bounded, cheap, and with nothing that readers may not see."""

from functools import partial
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article, Author, Series, Topic
from comments.models import Discussion
from tests.comments.test_queries import queries
from tests.comments.threads import fill
from tests.conftest import Publish, React, first_visit
from tests.feeds import read

ALL = ("/feeds/artikelen.atom", "/feeds/artikelen.rss", "/feeds/reacties.atom")
DISCUSSION = "/feeds/artikelen/aan-de-balie/reacties.atom"
HOSTILE = "R&D <b>]]> 🙂 \x07\x0b\ufffe</title>"


def titles(feed: Any) -> list[str]:
    return [entry.title for entry in feed.entries]


@pytest.mark.parametrize("address", ALL)
@pytest.mark.django_db
def test_an_empty_site_has_feeds_that_stand_still(client: Client, address: str) -> None:
    feed = read(client, address)
    assert feed.entries == []
    assert feed.feed.title.endswith("Grensvlak")
    assert client.get(address).content == client.get(address).content


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_an_article_is_told_with_its_people_and_subjects(
    client: Client, publish: Publish, ada: User, form: str
) -> None:
    article = publish(by=ada)
    article.tags.add("zorg", "loket")
    feed = read(client, f"/feeds/artikelen.{form}")
    (entry,) = feed.entries
    assert feed.feed.language == "nl"
    assert entry.title == "Aan de balie"
    assert entry.link == "http://testserver/artikelen/aan-de-balie/"
    assert entry.id == f"tag:testserver,2026:artikel/{article.pk}"
    assert entry.summary == "Wat er gebeurt aan de balie."
    assert [tag.term for tag in entry.tags] == ["loket", "zorg"]
    assert [author.name for author in entry.authors] == ["Ada Verhoeven"]


def test_the_forms_know_their_kind(client: Client, article: Article) -> None:
    assert read(client, "/feeds/artikelen.atom").version == "atom10"
    assert read(client, "/feeds/artikelen.rss").version == "rss20"


@pytest.mark.django_db
def test_a_feed_names_its_own_address_and_the_page_it_belongs_to(client: Client) -> None:
    links = {link.rel: link.href for link in read(client, "/feeds/artikelen.atom").feed.links}
    assert links == {
        "self": "http://testserver/feeds/artikelen.atom",
        "alternate": "http://testserver/",
    }


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_what_people_type_breaks_no_feed(client: Client, publish: Publish, form: str) -> None:
    article = publish(HOSTILE, slug="kwaad")
    Article.objects.filter(pk=article.pk).update(lead=HOSTILE + "a" * 100_000)
    article.tags.add("R&D]]>")
    (entry,) = read(client, f"/feeds/artikelen.{form}").entries
    assert "R&D" in entry.title
    assert "🙂" in entry.title
    assert len(entry.summary) > 100_000
    assert "<b>" not in entry.summary


def test_an_english_article_says_so(client: Client, publish: Publish) -> None:
    publish("At the counter", language="en")
    read(client, "/feeds/artikelen.atom")
    assert '<entry xml:lang="en">' in client.get("/feeds/artikelen.atom").text
    assert "<dc:language>en</dc:language>" in client.get("/feeds/artikelen.rss").text


def test_a_feed_shows_what_readers_may_see_and_the_newest_first(
    client: Client, publish: Publish
) -> None:
    publish("Weg").withdraw()
    articles = [publish(f"Nummer {number}") for number in range(35)]
    shown = titles(read(client, "/feeds/artikelen.atom"))
    assert len(shown) == 30
    assert "Weg" not in shown
    assert shown[0] == articles[-1].title


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_a_topic_an_author_and_a_series_have_a_feed_of_their_own(
    client: Client, publish: Publish, ada: User, form: str
) -> None:
    series = Series.objects.create(title="Het loket", slug="het-loket", description="Achter glas.")
    mine = publish("Van ada", by=ada, series=series)
    mine.tags.add("Zorg")
    publish("Van een ander")
    for address in ("onderwerpen/zorg", "auteurs/ada-verhoeven", "reeksen/het-loket"):
        feed = read(client, f"/feeds/{address}.{form}")
        assert titles(feed) == ["Van ada"]
    assert feed.feed.title == "Het loket - Grensvlak"
    assert feed.feed.subtitle == "Achter glas."
    assert feed.feed.link == "http://testserver/reeksen/het-loket/"


def test_a_feed_follows_what_it_is_about_to_a_new_address(client: Client, ada: User) -> None:
    author = Author.objects.get(user=ada)
    author.slug = "ada"
    author.save()
    moved = client.get("/feeds/auteurs/ada-verhoeven.rss")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/feeds/auteurs/ada.rss")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "artikelen.json",
        "onderwerpen/niets.atom",
        "auteurs/niemand.rss",
        "kleuren/rood.atom",
        "artikelen/niets/reacties.atom",
        "reacties.rss",
        "onderwerpen/%00.atom",
    ],
)
def test_a_feed_that_is_not_there_answers_404(client: Client, address: str) -> None:
    Topic.objects.create(name="Zorg", slug="zorg")
    assert client.get("/feeds/onderwerpen/zorg.pdf").status_code == 404
    assert client.get(f"/feeds/{address}").status_code == 404


@pytest.mark.parametrize("address", [*ALL, DISCUSSION])
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_feed_is_only_read(client: Client, article: Article, address: str, method: str) -> None:
    assert getattr(client, method)(address).status_code == 405
    assert client.head(address).status_code == 200


@pytest.mark.parametrize("address", [*ALL, DISCUSSION])
def test_a_feed_leaves_no_trace_and_carries_the_headers(
    client: Client, react: React, address: str
) -> None:
    react()
    response = client.get(address)
    assert not response.cookies
    assert "Vary" not in response.headers
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("address", [ALL[0], ALL[2], DISCUSSION])
def test_who_has_a_feed_is_told_that_nothing_changed(
    client: Client, react: React, address: str
) -> None:
    comment = react()
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    react("Nog iets.", to=comment)
    changed = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    assert changed.status_code == 200


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_nobody_keeps_an_article_that_was_withdrawn(
    client: Client, publish: Publish, form: str
) -> None:
    publish("Blijft")
    article = publish("Gaat")
    first = client.get(f"/feeds/artikelen.{form}")
    article.withdraw()
    for headers in (
        {"if-none-match": first.headers["ETag"], "if-modified-since": first["Last-Modified"]},
        {"if-modified-since": first["Last-Modified"]},
    ):
        response = client.get(f"/feeds/artikelen.{form}", headers=headers)
        assert response.status_code == 200
        assert "Gaat" not in response.text


def test_a_feed_takes_as_many_queries_for_many_as_for_few(
    client: Client, publish: Publish, ada: User
) -> None:
    costs: dict[int, set[int]] = {}
    first_visit()
    for many in (2, 12):
        for number in range(many):
            article = publish(f"Stuk {many} {number}", by=ada)
            article.tags.add("zorg", f"onderwerp {number}")
            found = Discussion.objects.of(article)
            found.save()
            fill(found, many)
        topic, under = "/feeds/onderwerpen/zorg.atom", f"/feeds/artikelen/stuk-{many}-0"
        for name, address in enumerate((*ALL, topic, f"{under}/reacties.atom")):
            costs.setdefault(name, set()).add(queries(partial(client.get, address)))
    assert all(len(one) == 1 and max(one) <= 9 for one in costs.values()), costs
