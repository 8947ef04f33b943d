"""The sitemap: everything that readers can find, and nothing else."""

from datetime import UTC, datetime
from functools import partial
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article, Author, Series, Topic
from articles.sitemaps import ArticleSection
from tests.comments.test_queries import queries
from tests.conftest import Publish, React

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SECTIONS = ("artikelen", "onderwerpen", "auteurs", "reeksen", "lijsten", "paginas")
ADDRESSES = ("/sitemap.xml", *(f"/sitemap-{name}.xml" for name in SECTIONS))


def listed(client: Client, address: str) -> dict[str, str | None]:
    """Each address in a sitemap, and when it last changed."""
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml"
    return {
        one.findtext(f"{NAMESPACE}loc", ""): one.findtext(f"{NAMESPACE}lastmod")
        for one in ET.fromstring(response.content)
    }


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_an_empty_site_has_its_sitemaps(client: Client, address: str) -> None:
    pages = listed(client, address)
    assert len(pages) == {"/sitemap.xml": 6, "/sitemap-lijsten.xml": 5}.get(address, 0)


def test_the_index_leads_to_every_section(client: Client, article: Article) -> None:
    expected = {f"http://testserver{address}" for address in ADDRESSES[1:]}
    assert set(listed(client, "/sitemap.xml")) == expected


def test_addresses_are_https_where_the_site_is(client: Client, article: Article) -> None:
    page = client.get("/sitemap-artikelen.xml", secure=True).text
    assert "<loc>https://testserver/artikelen/aan-de-balie/</loc>" in page


def test_only_what_readers_see_is_listed(
    client: Client, in_every_state: dict[str, Article], ada: User
) -> None:
    for name, article in in_every_state.items():
        article.tags.add(f"over {name}")
    assert set(listed(client, "/sitemap-artikelen.xml")) == {
        "http://testserver/artikelen/published/"
    }
    assert set(listed(client, "/sitemap-onderwerpen.xml")) == {
        "http://testserver/onderwerpen/over-published/"
    }
    assert listed(client, "/sitemap-auteurs.xml") == {}


def test_a_subject_is_listed_once_and_as_new_as_its_newest_visible_article(
    client: Client, publish: Publish, ada: User
) -> None:
    series = Series.objects.create(title="Het loket", slug="het-loket")
    articles = [publish(f"Deel {part}", by=ada, series=series) for part in range(3)]
    for age, article in enumerate(articles):
        article.tags.add("zorg")
        changed = datetime(2031, 1, 24 - age, 12, tzinfo=UTC)
        Article.objects.filter(pk=article.pk).update(changed_at=changed)
    Article.objects.filter(pk=articles[0].pk).update(state="withdrawn")
    for address in ("onderwerpen/zorg", "auteurs/ada-verhoeven", "reeksen/het-loket"):
        found = listed(client, f"/sitemap-{address.split('/')[0]}.xml")
        assert found == {f"http://testserver/{address}/": "2031-01-23"}


def test_a_change_counts_and_a_reaction_does_not(
    client: Client, article: Article, react: React
) -> None:
    before = listed(client, "/sitemap-artikelen.xml")
    react()
    assert listed(client, "/sitemap-artikelen.xml") == before
    Article.objects.update(changed_at=datetime(2031, 1, 24, 12, tzinfo=UTC))
    (changed,) = listed(client, "/sitemap-artikelen.xml").values()
    assert changed == "2031-01-24"
    sections = listed(client, "/sitemap.xml")
    assert (sections["http://testserver/sitemap-artikelen.xml"] or "").startswith("2031-01-24")


def test_what_was_written_before_it_was_published_changed_when_it_was(
    client: Client, article: Article
) -> None:
    Article.objects.update(
        changed_at=datetime(2018, 1, 2, tzinfo=UTC), published_at=datetime(2018, 1, 24, tzinfo=UTC)
    )
    assert set(listed(client, "/sitemap-artikelen.xml").values()) == {"2018-01-24"}


def test_a_long_list_is_split(
    client: Client, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ArticleSection, "limit", 2)
    for part in range(3):
        publish(f"Deel {part}")
    assert "http://testserver/sitemap-artikelen.xml?p=2" in listed(client, "/sitemap.xml")
    pages = [listed(client, f"/sitemap-artikelen.xml?p={page}") for page in (1, 2)]
    assert [len(page) for page in pages] == [2, 1]
    for page in ("3", "0", "x", "%00"):
        assert client.get(f"/sitemap-artikelen.xml?p={page}").status_code == 404


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_sitemap_is_only_read_leaves_no_trace_and_is_asked_for_again_cheaply(
    client: Client, article: Article, address: str
) -> None:
    assert client.post(address).status_code == 405
    first = client.get(address)
    assert not first.cookies
    assert first.headers["X-Frame-Options"] == "DENY"
    again = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.django_db
def test_a_section_that_is_not_there_answers_404(client: Client) -> None:
    assert client.get("/sitemap-kleuren.xml").status_code == 404


def test_the_index_and_the_lists_cost_the_same_however_long(
    client: Client, publish: Publish, ada: User
) -> None:
    costs = []
    for many in (1, 8):
        for number in range(many):
            article = publish(f"Stuk {many} {number}", by=ada)
            article.tags.add(f"onderwerp {number}")
        costs.append([queries(partial(client.get, address)) for address in ADDRESSES])
    assert costs[0] == costs[1]
    assert max(costs[0]) <= 10
    assert Topic.objects.count() == 8
    assert Author.objects.count() == 1
