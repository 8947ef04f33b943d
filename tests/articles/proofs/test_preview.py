"""Staff see an article as readers will, before they do."""

import re

import pytest
from django.test import Client

from articles.models import Article
from comments.models import Comment, Discussion
from tests.articles.proofs.conftest import Enter
from tests.conftest import Publish, React


def at(article: Article) -> str:
    return f"/beheer/articles/article/{article.pk}/voorbeeld/"


def as_read(page: str) -> str:
    """The article's own part of a page."""
    found = re.search(r'<article class="article">.*?</article>', page, re.DOTALL)
    assert found
    return found.group()


def test_a_preview_is_the_page_that_readers_get(
    enter: Enter, client: Client, rich: Article
) -> None:
    preview = enter("els").get(at(rich)).text
    assert as_read(preview) == as_read(client.get(rich.get_absolute_url()).text)
    assert "Voorbeeld: gepubliceerd." in preview
    assert "Zo zien lezers dit artikel nu." in preview


def test_a_draft_has_a_preview_that_says_so(enter: Enter, draft: Article) -> None:
    page = enter("els").get(at(draft))
    assert page.status_code == 200
    assert "Voorbeeld: concept." in page.text
    assert "Alleen de redactie ziet deze pagina." in page.text
    assert "<p>Tekst.</p>" in page.text
    assert "Ik luister." in page.text
    assert 'datetime=""' not in page.text


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("draft", "concept"),
        ("review", "ter beoordeling"),
        ("scheduled", "gepland"),
        ("expired", "verlopen"),
        ("withdrawn", "ingetrokken"),
    ],
)
def test_whatever_readers_do_not_see_has_a_preview(
    enter: Enter, in_every_state: dict[str, Article], name: str, state: str
) -> None:
    page = enter("els").get(at(in_every_state[name]))
    assert page.status_code == 200
    assert f"Voorbeeld: {state}." in page.text
    assert "Alleen de redactie ziet deze pagina." in page.text


def test_a_preview_goes_nowhere_and_is_kept_nowhere(
    enter: Enter, client: Client, draft: Article, rich: Article
) -> None:
    page = enter("els").get(at(draft))
    readers = client.get(rich.get_absolute_url())
    policy = "Content-Security-Policy"
    assert page.headers[policy] == readers.headers[policy]
    assert "no-store" in page.headers["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in page.text


def test_a_preview_of_a_draft_has_no_way_to_react_and_makes_no_discussion(
    enter: Enter, draft: Article
) -> None:
    page = enter("els").get(at(draft)).text
    assert "reageren/" not in page
    assert 'id="reacties"' in page
    assert "Hier kunnen lezers reageren zodra het artikel is gepubliceerd." in page
    assert not Discussion.objects.exists()


def test_a_preview_of_what_is_published_shows_the_discussion(
    enter: Enter, article: Article, react: React
) -> None:
    react("Dat herken ik ook.")
    assert "Dat herken ik ook." in enter("els").get(at(article)).text
    assert Comment.objects.count() == 1


def test_a_preview_of_a_part_of_a_series_shows_it_in_the_list(
    enter: Enter, client: Client, rich: Article, draft: Article
) -> None:
    Article.objects.filter(pk=draft.pk).update(series=rich.series, series_position=3)
    assert 'aria-current="page">Kladje</a>' in enter("els").get(at(draft)).text
    assert "Kladje" not in client.get(rich.get_absolute_url()).text


@pytest.mark.parametrize(
    ("who", "status"),
    [("els", 200), ("ada", 200), ("mo", 200), ("bob", 404), ("gast", 403), ("niemand", 302)],
)
def test_a_preview_is_for_who_may_see_the_article_at_the_desk(
    enter: Enter, draft: Article, who: str, status: int
) -> None:
    response = enter(who).get(at(draft))
    assert response.status_code == status
    assert ("Tekst." in response.text) is (status == 200)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_preview_can_only_be_looked_at(enter: Enter, draft: Article, method: str) -> None:
    assert getattr(enter("els"), method)(at(draft)).status_code == 405


@pytest.mark.parametrize("pk", ["999999", "abc", "1/2", "9" * 40])
def test_there_is_no_preview_of_nothing(enter: Enter, pk: str) -> None:
    assert enter("els").get(f"/beheer/articles/article/{pk}/voorbeeld/").status_code == 404


def test_the_article_s_page_leads_to_its_preview_and_back(
    enter: Enter, publish: Publish, draft: Article
) -> None:
    for who in ("els", "ada", "mo"):
        page = enter(who).get(f"/beheer/articles/article/{draft.pk}/change/").text
        assert '<a href="../voorbeeld/">Voorbeeld</a>' in page
    assert f'href="/beheer/articles/article/{draft.pk}/change/"' in enter("els").get(at(draft)).text
