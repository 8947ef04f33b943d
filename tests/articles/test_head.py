"""What pages say of themselves in their head: once, absolute, and true."""

from collections import Counter
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.shortcuts import render
from django.template import Context, RequestContext, Template
from django.test import Client, RequestFactory

from accounts.models import User
from articles.models import Article
from pages.models import Publication
from tests.conftest import Publish, React
from tests.head import Head

SAID_ONCE = (
    "description",
    "og:type",
    "og:title",
    "og:description",
    "og:url",
    "og:image",
    "og:image:alt",
    "og:locale",
    "og:site_name",
    "twitter:card",
)


def head_of(client: Client, address: str) -> Head:
    response = client.get(address)
    assert response.status_code == 200
    return Head(response.text)


@pytest.mark.parametrize("address", ["/", "/artikelen/wie-luistert-er/", "/artikelen/kaal/"])
def test_a_page_says_each_thing_once(
    client: Client, rich: Article, publish: Publish, address: str
) -> None:
    publish("Kaal")
    head = head_of(client, address)
    assert {name: len(head.meta.get(name, [])) for name in SAID_ONCE} == dict.fromkeys(SAID_ONCE, 1)
    assert len(head.links["canonical"]) == 1
    assert all(urlsplit(value).scheme == "http" for value in head.meta["og:image"])


def test_an_article_introduces_itself(client: Client, rich: Article) -> None:
    Publication.objects.create(
        publisher="Ministerie van Voorbeelden",
        publisher_uri="https://identifier.overheid.nl/tooi/id/ministerie/mnre0000",
    )
    said = {
        name: values[0] for name, values in head_of(client, rich.get_absolute_url()).meta.items()
    }
    address = "http://testserver/artikelen/wie-luistert-er/"
    assert (
        said
        | {
            "og:type": "article",
            "og:title": "Wie luistert er?",
            "og:description": "Wat er gebeurt aan de balie.",
            "og:url": address,
            "og:locale": "nl_NL",
            "og:image": f"http://testserver{rich.image.wide}",
            "og:image:alt": "Twee stoelen aan een tafel.",
            "twitter:card": "summary_large_image",
            "article:published_time": "2018-01-24T15:23:00+01:00",
            "article:section": "Het loket",
            "DCTERMS.identifier": address,
            "DCTERMS.title": "Wie luistert er?",
            "DCTERMS.type": "artikel",
            "DCTERMS.language": "nl-NL",
            "DCTERMS.issued": "2018-01-24T15:23:00+01:00",
            "DCTERMS.modified": said["article:modified_time"],
            "DCTERMS.publisher": "https://identifier.overheid.nl/tooi/id/ministerie/mnre0000",
        }
        == said
    )


def test_people_and_subjects_are_said_one_by_one(client: Client, rich: Article) -> None:
    meta = head_of(client, rich.get_absolute_url()).meta
    assert meta["DCTERMS.creator"] == ["Zoë Bos", "Bram Aal", "Cor Post"]
    assert meta["article:author"][0] == "http://testserver/auteurs/zoe-bos/"
    assert (
        sorted(meta["article:tag"]) == sorted(meta["DCTERMS.subject"]) == ["open data", "overheid"]
    )


def test_an_article_without_a_photo_shows_the_site_s_icon(client: Client, publish: Publish) -> None:
    meta = head_of(client, publish().get_absolute_url()).meta
    assert meta["og:image"] == ["http://testserver/static/img/icon-512.png"]
    assert meta["twitter:card"] == ["summary"]
    assert meta["DCTERMS.creator"] == meta["DCTERMS.publisher"] == ["Grensvlak"]


@pytest.mark.parametrize("query", ["", "?uitkomst=wacht", "?utm_source=brief", "?pagina=2", "?%ff"])
def test_the_canonical_address_has_no_query(client: Client, article: Article, query: str) -> None:
    for address in ("/", "/artikelen/aan-de-balie/"):
        head = head_of(client, address + query)
        assert head.addresses("canonical") == [f"http://testserver{address}"]
        assert head.meta["og:url"] == [f"http://testserver{address}"]


def test_a_later_page_of_something_is_a_page_of_its_own() -> None:
    request = RequestFactory().get("/onderwerpen/zorg/?pagina=2&utm_source=brief")
    context = Context({"request": request, "page_query": "?pagina=2"})
    address = Template("{% load head %}{% canonical %}").render(context)
    assert address == "http://testserver/onderwerpen/zorg/?pagina=2"


def test_canonical_addresses_are_https_where_the_site_is(client: Client, article: Article) -> None:
    head = Head(client.get(article.get_absolute_url(), secure=True).text)
    assert head.addresses("canonical") == ["https://testserver/artikelen/aan-de-balie/"]


def test_each_article_has_a_description_of_its_own(client: Client, publish: Publish) -> None:
    Article.objects.filter(pk=publish("Een").pk).update(lead="Over een.")
    Article.objects.filter(pk=publish("Twee").pk).update(lead="Over twee. " + "lang " * 100)
    said = Counter(
        head_of(client, address).meta["description"][0]
        for address in ("/", "/artikelen/een/", "/artikelen/twee/")
    )
    assert set(said.values()) == {1}
    assert max(map(len, said)) <= 200


@pytest.mark.parametrize("name", ["/", "/artikelen/aan-de-balie/"])
def test_the_feeds_of_a_page_can_be_found_and_exist(
    client: Client, article: Article, name: str
) -> None:
    feeds = [link for link in head_of(client, name).links["alternate"] if "type" in link]
    assert len(feeds) == (4 if name != "/" else 3)
    for feed in feeds:
        response = client.get(feed["href"])
        assert response.headers["Content-Type"].startswith(feed["type"])
        assert feed["title"]


def test_a_list_names_its_feeds(client: Client, article: Article) -> None:
    article.tags.add("zorg")
    request = RequestFactory().get("/onderwerpen/zorg/")
    request.user = AnonymousUser()
    template = Template('{% include "partials/head.html" with kind="onderwerpen" slug="zorg" %}')
    head = Head(template.render(RequestContext(request, {"name": "zorg"})))
    feeds = [address for address in head.addresses("alternate") if "onderwerpen" in address]
    assert feeds == ["/feeds/onderwerpen/zorg.atom", "/feeds/onderwerpen/zorg.rss"]
    assert [client.get(address).status_code for address in feeds] == [200, 200]


@pytest.mark.parametrize("address", ["/artikelen/aan-de-balie/reageren/", "/nergens/"])
def test_a_form_or_an_error_is_not_for_an_index(
    client: Client, article: Article, address: str
) -> None:
    head = Head(client.get(address).text)
    assert head.meta["robots"] == ["noindex"]
    assert "canonical" not in head.links
    assert "og:url" not in head.meta


def test_every_page_has_its_icons_and_a_manifest(client: Client, article: Article) -> None:
    head = head_of(client, "/")
    assert head.addresses("manifest") == ["/site.webmanifest"]
    assert len(head.meta["theme-color"]) == 2
    for rel in ("icon", "apple-touch-icon"):
        (address,) = head.addresses(rel)
        assert finders.find(address.removeprefix("/static/"))


def test_what_people_type_stays_within_its_quotes(
    client: Client, publish: Publish, ada: User, react: React
) -> None:
    evil = '"><script>alert(1)</script>'
    article = publish(evil, slug="kwaad", by=ada, language="en")
    article.tags.add(evil)
    page = client.get(article.get_absolute_url()).text
    assert "<script>alert" not in page
    meta = Head(page).meta
    assert meta["og:title"] == meta["article:tag"] == [evil]
    assert (meta["og:locale"], meta["DCTERMS.language"]) == (["en_GB"], ["en-GB"])


@pytest.mark.parametrize("template", ["articles/preview.html", "articles/proof.html"])
def test_an_article_that_is_not_at_its_own_address_is_not_for_machines(
    rich: Article, template: str
) -> None:
    """A preview or a proof shows the same article, perhaps before readers may see it."""
    request = RequestFactory().get("/proef/abc/")
    request.user = AnonymousUser()
    page = render(request, template, {"article": rich, "token": "abc"}).text
    head = Head(page)
    assert rich.title in page
    assert head.data == []
    assert "canonical" not in head.links
    assert "og:url" not in head.meta
