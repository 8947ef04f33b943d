"""Long lists, twenty at a time."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from articles.models import Article, ArticleTopic, Author, Authorship, Series, Topic
from articles.paging import PAGES, PER_PAGE, number_in
from tests.articles.test_lists import TITLES

TOPIC = "/onderwerpen/overheid/"


def fill(n: int) -> None:
    """So many articles about #overheid, the first one the newest."""
    topic = Topic.objects.create(name="overheid", slug="overheid")
    now = timezone.now()
    articles = Article.objects.bulk_create(
        Article(
            title=f"Artikel {number}",
            slug=f"artikel-{number}",
            lead="Kort.",
            state=Article.State.PUBLISHED,
            published_at=now - timedelta(minutes=number),
        )
        for number in range(1, n + 1)
    )
    ArticleTopic.objects.bulk_create(
        ArticleTopic(tag=topic, content_object=one) for one in articles
    )


@pytest.mark.django_db
@pytest.mark.parametrize("articles", [1, 20])
def test_a_list_that_fits_has_one_page(client: Client, articles: int) -> None:
    fill(articles)
    page = client.get(TOPIC).text
    assert len(TITLES.findall(page)) == articles
    assert "Paginering" not in page


@pytest.mark.django_db
def test_a_list_that_does_not_fit_is_gone_through_page_by_page(client: Client) -> None:
    fill(41)
    seen = []
    for address in (TOPIC, f"{TOPIC}?pagina=2", f"{TOPIC}?pagina=3"):
        seen += TITLES.findall(client.get(address).text)
    assert seen == [f"Artikel {number}" for number in range(1, 42)]


@pytest.mark.django_db
def test_a_page_says_where_it_is_and_leads_to_the_others(client: Client) -> None:
    fill(41)
    page = client.get(f"{TOPIC}?pagina=2").text
    assertInHTML(
        f"""<nav class="paging" aria-label="Paginering">
        <a rel="prev" href="{TOPIC}">Vorige pagina</a><span>Pagina 2 van 3</span>
        <a rel="next" href="?pagina=3">Volgende pagina</a></nav>""",
        page,
    )
    assertInHTML("<title>Artikelen over #overheid, pagina 2 - Grensvlak</title>", page)
    last = client.get(f"{TOPIC}?pagina=3").text
    assert '<a rel="prev" href="?pagina=2">' in last
    assert 'rel="next"' not in last
    assert 'rel="prev"' not in client.get(TOPIC).text


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["4", "0", "-1", "1.0", "twee", "", "%00", "%ff", "9" * 30, "٢"])
def test_a_page_that_there_is_not_is_not_found(client: Client, number: str) -> None:
    fill(41)
    response = client.get(f"{TOPIC}?pagina={number}")
    assert response.status_code == 404
    assert "Deze lijst heeft geen pagina met dat nummer." in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("address", [TOPIC, "/onderwerpen/", "/auteurs/", "/reeksen/", "/archief/"])
def test_the_first_page_has_one_address(client: Client, address: str) -> None:
    fill(1)
    response = client.get(f"{address}?pagina=1")
    assert response.status_code == 301
    assert response.headers["Location"] == address


@pytest.mark.django_db
def test_authors_and_series_have_pages_too(client: Client) -> None:
    fill(21)
    for number, article in enumerate(Article.objects.all()):
        author = Author.objects.create(name=f"Schrijver {number:02}", slug=f"schrijver-{number}")
        Authorship.objects.create(article=article, author=author)
        article.series = Series.objects.create(title=f"Reeks {number:02}", slug=f"reeks-{number}")
        article.save()
    for address, last in (("/auteurs/", "Schrijver 20"), ("/reeksen/", "Reeks 20")):
        assert last not in client.get(address).text
        page = client.get(f"{address}?pagina=2").text
        assert last in page
        assert "Pagina 2 van 2" in page


@pytest.mark.django_db
def test_a_very_long_list_ends_and_leads_to_the_archive(client: Client) -> None:
    fill(PER_PAGE * PAGES + 1)
    assert f"Pagina 1 van {PAGES}" in client.get(TOPIC).text
    page = client.get(f"{TOPIC}?pagina={PAGES}").text
    assertInHTML('<p>Oudere artikelen vindt u in het <a href="/archief/">archief</a>.</p>', page)
    assert len(TITLES.findall(page)) == PER_PAGE
    assert client.get(f"{TOPIC}?pagina={PAGES + 1}").status_code == 404


@pytest.mark.parametrize(
    ("asked", "number"), [("1", 1), ("12", 12), ("012", 0), ("+1", 0), (" 1", 0), ("1\n", 0)]
)
def test_a_page_number_is_plain_digits(asked: str, number: int) -> None:
    assert number_in(asked) == number
