"""No public page takes more than twelve queries, and none takes more in a bigger magazine."""

from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from articles.models import Article, Correction, EmbedBlock
from articles.sitemaps import SECTIONS
from bench.load import load
from comments.models import Comment, Discussion
from pages.models import ContactPage, Publication, TextPage
from pages.models.text import COLOPHON
from tests.articles.conftest import (  # noqa: F401 - fixtures
    Photo,
    Stack,
    photo,
    rich,
    series,
    sign,
    stack,
)
from tests.comments import threads
from tests.conftest import Publish, first_visit
from tests.pages.conftest import (  # noqa: F401 - fixtures
    Fill,
    fill,
    privacy,
    publication,
    rules,
    statement,
)

MOST = 12
#: A word of one article and one reaction, so that the first page has both; and one of many.
SEARCH, OFTEN = "/zoeken/?q=inspreekhoek", "/zoeken/?q=gemeente"

ADDRESSES = {
    "home": "/",
    "article with everything": "/artikelen/wie-luistert-er/",
    "article of many": "/artikelen/bench-8/",
    "form for a reaction": "/artikelen/wie-luistert-er/reageren/?op=3",
    "topics": "/onderwerpen/",
    "topic": "/onderwerpen/bench-0/",
    "topic of the rich article": "/onderwerpen/overheid/",
    "authors": "/auteurs/",
    "author": "/auteurs/bench-0/",
    "author of the rich article": "/auteurs/zoe-bos/",
    "all series": "/reeksen/",
    "series": "/reeksen/bench-0/",
    "series of the rich article": "/reeksen/het-loket/",
    "archive": "/archief/",
    "year": "/archief/2012/",
    "month": "/archief/2012/6/",
    "search form": "/zoeken/",
    "search": SEARCH,
    "search in articles": f"{OFTEN}&soort=artikelen",
    "search in reactions": f"{OFTEN}&soort=reacties",
    "search, narrowed": "/zoeken/?q=vragen&onderwerp=overheid&auteur=zoe-bos&jaar=2018",
    "search, nothing found": "/zoeken/?q=xyzzy",
    "feed": "/feeds/artikelen.atom",
    "feed as RSS": "/feeds/artikelen.rss",
    "feed of a topic": "/feeds/onderwerpen/bench-0.atom",
    "feed of an author": "/feeds/auteurs/bench-0.rss",
    "feed of a series": "/feeds/reeksen/bench-0.atom",
    "feed of reactions": "/feeds/reacties.atom",
    "feed of a discussion": "/feeds/artikelen/wie-luistert-er/reacties.atom",
    "sitemap": "/sitemap.xml",
    **{f"sitemap of {name}": f"/sitemap-{name}.xml" for name in SECTIONS},
    "house rules": "/huisregels/",
    "house rules, version 1": "/huisregels/versie/1/",
    "house rules for machines": "/huisregels.json",
    "privacy": "/privacy/",
    "accessibility": "/toegankelijkheid/",
    "contact": "/contact/",
    "colophon": "/colofon/",
    "page": "/over/ons/",
    "robots": "/robots.txt",
    "security": "/.well-known/security.txt",
}


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return len(captured)


@pytest.fixture
def told(
    publication: Publication,  # noqa: F811
    rules: object,  # noqa: F811
    privacy: object,  # noqa: F811
    statement: object,  # noqa: F811
    fill: Fill,  # noqa: F811
    els: User,
) -> None:
    """Every page that editors maintain, published."""
    publication.email = "redactie@voorbeeld.nl"
    publication.save()
    text = TextPage.objects.create(title="Over ons", slug="ons")
    for page in (ContactPage.the_one(), TextPage.objects.get_or_create(slug=COLOPHON)[0], text):
        page.title = page.title or "Colofon"
        fill(page)
        page.publish(els)


@pytest.fixture
def everything(
    told: None,
    rich: Article,  # noqa: F811
    publish: Publish,
    stack: Stack,  # noqa: F811
    photo: Photo,  # noqa: F811
    els: User,
) -> Callable[[int], None]:
    """At the head of the front page an article with every part, and so many others beside it."""
    video = EmbedBlock(
        address="https://www.youtube.com/watch?v=grensvlak-0",
        title="Zo klinkt inspreken",
        transcript="Nico spreekt in.",
        image=photo(size=(1600, 900)),
    )
    stack(rich, video)
    publish("Deel drie", series=rich.series, series_position=3)
    publish("De inspreekhoek").tags.add("overheid")
    publish("Who listens", language="en", translation_of=rich)
    for text in ("Er stond iets anders.", "En nog iets."):
        Correction.objects.create(article=rich, text=text)
    Discussion.objects.begin_for([rich])
    threads.fill(Discussion.objects.get(pk=rich.pk), 20)
    staff = Comment(body="Die inspreekhoek is er nog.", user=els, name="Els")
    Discussion.objects.get(pk=rich.pk).post(staff)
    rich.feature(els)
    first_visit()

    def grow(articles: int) -> None:
        load(articles, articles * 2, 1, lambda said: None)
        call_command(
            "optimize"
        )  # as after any load: PostgreSQL would still plan for an empty table

    return grow


def test_no_page_takes_more_than_twelve_or_more_for_a_thousand_articles_than_for_ten(
    everything: Callable[[int], None], client: Client
) -> None:
    everything(10)
    few = {name: queries(client, address) for name, address in ADDRESSES.items()}
    assert {name: n for name, n in few.items() if n > MOST} == {}
    everything(990)
    many = {name: queries(client, address) for name, address in ADDRESSES.items()}
    assert {name: (few[name], n) for name, n in many.items() if n != few[name]} == {}


def test_what_is_counted_is_on_the_pages(everything: Callable[[int], None], client: Client) -> None:
    everything(10)
    article = client.get(ADDRESSES["article with everything"]).text
    parts = (
        'class="corrections',
        'hreflang="en"',
        'class="series',
        'class="embed"',
        "<picture",
        'class="reaction"',
        'class="related',
        "#overheid",
    )
    assert [part for part in parts if part not in article] == []
    found = client.get(SEARCH).text
    assert "/artikelen/de-inspreekhoek/" in found
    assert "/reacties/" in found
