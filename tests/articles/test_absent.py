"""What a reader gets where there is no article: never an error of ours, always Dutch."""

import pytest
from django.test import Client
from pytest_django.asserts import assertInHTML

from articles.models import Article
from tests.conftest import Publish


@pytest.mark.django_db
def test_an_unknown_address_answers_404(client: Client) -> None:
    response = client.get("/artikelen/bestaat-niet/")
    assert response.status_code == 404
    assertInHTML("<h1>Deze pagina bestaat niet.</h1>", response.text)


def test_a_withdrawn_article_answers_410(client: Client, article: Article) -> None:
    article.withdraw()
    response = client.get(article.get_absolute_url())
    assert response.status_code == 410
    assertInHTML("<h1>Deze pagina is verwijderd.</h1>", response.text)
    assert article.lead not in response.text


def test_a_draft_is_not_betrayed(client: Client, db: None) -> None:
    draft = Article.objects.create(title="Geheim", slug="geheim", lead="Nog niet.")
    response = client.get(draft.get_absolute_url())
    assert response.status_code == 404
    assert "Nog niet." not in response.text


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_an_article_is_only_read(client: Client, article: Article, method: str) -> None:
    response = getattr(client, method)(article.get_absolute_url())
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assertInHTML("<h1>Dit adres kan niet op deze manier worden gebruikt.</h1>", response.text)


def test_an_article_without_its_last_slash_is_found(client: Client, article: Article) -> None:
    response = client.get("/artikelen/aan-de-balie")
    assert response.status_code == 301
    assert response.headers["Location"] == article.get_absolute_url()


@pytest.mark.parametrize(
    "address",
    [
        "/artikelen/%ff/",
        "/artikelen/%00/",
        "/artikelen/aan-de-balie%00/",
        "/artikelen/../../etc/passwd",
        "/artikelen/a b/",
        "/artikelen/%F0%9F%98%80/",
        f"/artikelen/{'a' * 3000}/",
        "/%c0%ae%c0%ae/",
        "/reacties/99999999999999999999999/",
    ],
)
def test_an_address_that_makes_no_sense_answers_404(
    client: Client, article: Article, address: str
) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assertInHTML("<h1>Deze pagina bestaat niet.</h1>", response.text)


@pytest.mark.parametrize(
    "query", ["?uitkomst=%ff", "?%ff=%fe", "?uitkomst=%00", "?uitkomst=<script>", "?&&==", "?%"]
)
def test_a_query_that_makes_no_sense_is_left_alone(
    client: Client, article: Article, query: str
) -> None:
    for address in ("/", article.get_absolute_url()):
        response = client.get(address + query)
        assert response.status_code == 200
        assert "<script>" not in response.text


def test_a_withdrawn_article_that_returns_is_at_its_old_address(
    client: Client, publish: Publish
) -> None:
    article = publish()
    article.withdraw()
    article.publish()
    assert client.get(article.get_absolute_url()).status_code == 200
