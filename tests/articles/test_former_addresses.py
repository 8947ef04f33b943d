"""A changed slug: the old address leads to the new one, for good."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article, Author, FormerSlug, Series, Topic
from tests.articles.desk_form import article_form
from tests.conftest import Publish, SignIn

TAKEN = "Dit adres leidt al naar iets anders, dat vroeger zo heette."
KINDS = ("article", "topic", "author", "series")

type Make = Callable[[str, str], Any]


@pytest.fixture
def make(publish: Publish) -> Make:
    """Makes something of a kind that has an address of its own, and that readers may see."""

    def made(kind: str, slug: str) -> Any:
        if kind == "article":
            return publish(slug)
        if kind == "topic":
            topic = Topic.objects.create(name=slug, slug=slug)
            publish(f"over {slug}").tags.add(topic)
            return Topic.objects.get(pk=topic.pk)
        if kind == "author":
            return Author.objects.create(name=slug, slug=slug)
        return Series.objects.create(title=slug, slug=slug)

    return made


def rename(thing: Any, *slugs: str) -> None:
    for slug in slugs:
        thing.slug = slug
        thing.save()


def address(thing: Any, slug: str) -> str:
    return str(thing.get_absolute_url()).replace(f"/{thing.slug}/", f"/{slug}/")


@pytest.mark.parametrize("kind", KINDS)
def test_every_former_address_leads_straight_to_the_last_one(
    client: Client, make: Make, kind: str
) -> None:
    thing = make(kind, "a")
    rename(thing, "b", "c")
    for old in ("a", "b"):
        response = client.get(address(thing, old))
        assert response.status_code == 301
        assert response.headers["Location"] == address(thing, "c")
    assert client.get(address(thing, "c")).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_what_gets_its_first_address_back_does_not_go_round(
    client: Client, make: Make, kind: str
) -> None:
    thing = make(kind, "a")
    rename(thing, "b", "c", "a")
    assert client.get(address(thing, "a")).status_code == 200
    for old in ("b", "c"):
        assert client.get(address(thing, old)).headers["Location"] == address(thing, "a")
    assert set(FormerSlug.objects.values_list("slug", flat=True)) == {"b", "c"}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_do_not_share_their_former_addresses(client: Client, make: Make, kind: str) -> None:
    for other in KINDS:
        if other != kind:
            rename(make(other, "a"), "b")
    thing = make(kind, "z")
    assert client.get(address(thing, "a")).status_code == 404


def test_a_former_address_of_what_readers_may_not_see_leads_nowhere(
    client: Client, make: Make
) -> None:
    article = make("article", "a")
    rename(article, "b")
    Article.objects.filter(pk=article.pk).update(state=Article.State.DRAFT)
    assert client.get("/artikelen/a/").status_code == 404


def test_the_desk_refuses_an_address_that_leads_to_something_else(
    els: User, sign_in: SignIn, make: Make
) -> None:
    rename(make("article", "a"), "b")
    other = make("article", "x")
    page = f"/beheer/articles/article/{other.pk}/change/"
    response = sign_in(els).post(page, article_form(slug="a"))
    assert TAKEN in response.text
    other.refresh_from_db()
    assert other.slug == "x"
    assert (
        sign_in(els).post("/beheer/articles/article/add/", article_form(slug="a")).text.count(TAKEN)
    )


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        ("topic", {"name": "Nieuw", "description": ""}),
        ("author", {"name": "Nieuw", "portrait_ppoi": "0.5x0.5"}),
        ("series", {"title": "Nieuw", "description": ""}),
    ],
)
def test_so_it_is_for_topics_authors_and_series(
    els: User, sign_in: SignIn, make: Make, kind: str, form: dict[str, str]
) -> None:
    client, thing = sign_in(els), make(kind, "a")
    rename(thing, "b")
    page = f"/beheer/articles/{kind}/add/"
    assert TAKEN in client.post(page, form | {"slug": "a"}).text
    assert client.post(page, form | {"slug": "b"}).status_code == 200  # somebody has it now
    own = f"/beheer/articles/{kind}/{thing.pk}/change/"
    assert client.post(own, form | {"slug": "a"}).status_code == 302


def test_an_address_is_remembered_only_when_it_was_really_changed(publish: Publish) -> None:
    article = publish("a")
    article.slug = "b"
    article.save(update_fields=["title"])
    assert not FormerSlug.objects.exists()
    article.save()
    assert FormerSlug.objects.get().slug == "a"
