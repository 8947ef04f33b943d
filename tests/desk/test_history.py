"""The history of an article at the desk, for each who may and may not see it."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles import versions
from articles.models import Article, Tip
from tests.articles.desk_form import article_form, block
from tests.conftest import Publish
from tests.desk.conftest import Enter


@pytest.fixture
def kept(publish: Publish, ada: User, els: User) -> Article:
    """An article by ada of which els kept two versions."""
    article = publish(by=ada)
    versions.keep(article, els)
    Tip.objects.create(parent=article, region="main", ordering=20, text="Bel terug.")
    article.title = "Achter de balie"
    article.save()
    versions.keep(article, els)
    return article


@pytest.fixture
def els_at_desk(enter: Enter) -> Client:
    return enter("els")


def page_of(article: Article, name: str = "history") -> str:
    return f"/beheer/articles/article/{article.pk}/{name}/"


def test_the_history_tells_who_did_what_and_when(
    els_at_desk: Client, kept: Article, els: User
) -> None:
    kept.withdraw(els, "Verouderd.")
    page = els_at_desk.get(page_of(kept)).text
    lines = [" ".join(row.split()) for row in re.findall(r"<td>(?:(?!<input|<time)[^<])+", page)]
    assert "<td>Ingetrokken" in lines
    assert "Verouderd." in page
    assert "<td>Versie 2 bewaard" in lines
    assert "<td>Els Maas" in lines
    assert f'<time datetime="{timezone.localtime().date()}' in page


def test_an_article_without_history_says_so(els_at_desk: Client, db: None) -> None:
    article = Article.objects.create(title="Leeg", slug="leeg", lead="-")
    page = els_at_desk.get(page_of(article)).text
    assert "Van dit artikel is nog geen geschiedenis." in page


def test_saving_at_the_desk_keeps_a_version(els_at_desk: Client, els: User) -> None:
    form = article_form(textblock=[block(10, text_html="<p>Dag.</p>")])
    assert els_at_desk.post("/beheer/articles/article/add/", form).status_code == 302
    article = Article.objects.get()
    (version,) = versions.versions_of(article)
    assert version.revision.user == els
    assert versions.snapshot(version.revision).blocks[0].values["text_html"] == "<p>Dag.</p>"


def test_what_an_author_starts_is_kept_under_their_name(enter: Enter) -> None:
    assert enter("ada").post("/beheer/articles/article/add/", article_form()).status_code == 302
    (version,) = versions.versions_of(Article.objects.get())
    assert versions.snapshot(version.revision).names["auteurs"] == ("Ada Verhoeven",)


def test_versions_are_compared_in_words(els_at_desk: Client, kept: Article) -> None:
    page = els_at_desk.get(page_of(kept, "vergelijken") + "?van=1&naar=2").text
    assert "<del>Aan</del><ins>Achter</ins> de balie" in page
    assert "<ins>Bel terug.</ins>" in page


def test_the_older_version_is_always_on_the_left(els_at_desk: Client, kept: Article) -> None:
    way = page_of(kept, "vergelijken")
    pages = [els_at_desk.get(f"{way}?{order}").text for order in ("van=1&naar=2", "van=2&naar=1")]
    parts = [page.partition('<ol class="desk-differences">')[2] for page in pages]
    assert parts[0] == parts[1] != ""


def test_a_version_beside_itself_has_no_difference(els_at_desk: Client, kept: Article) -> None:
    page = els_at_desk.get(page_of(kept, "vergelijken") + "?van=1&naar=1").text
    assert "Tussen deze versies is geen verschil." in page


@pytest.mark.parametrize(
    "query", ["", "?van=1", "?van=1&naar=9", "?van=x&naar=1", "?van=1&naar=-1"]
)
def test_versions_that_are_not_there_are_not_found(
    els_at_desk: Client, kept: Article, query: str
) -> None:
    assert els_at_desk.get(page_of(kept, "vergelijken") + query).status_code == 404


def test_what_was_typed_is_shown_and_not_run(els_at_desk: Client, kept: Article, els: User) -> None:
    Tip.objects.filter(parent=kept).update(text="<script>alert(1)</script>")
    versions.keep(kept, els, "<b>x</b>")
    for page in (page_of(kept), page_of(kept, "vergelijken") + "?van=1&naar=3"):
        text = els_at_desk.get(page).text
        assert "<script>alert" not in text
        assert "<b>x" not in text


def test_an_editor_sees_what_changes_and_puts_a_version_back(
    els_at_desk: Client, kept: Article
) -> None:
    way = page_of(kept, "versies/1/terugzetten")
    page = els_at_desk.get(way).text
    assert "<del>Achter</del><ins>Aan</ins> de balie" in page
    response = els_at_desk.post(way, follow=True)
    assert "Versie 1 is teruggezet." in response.text
    kept.refresh_from_db()
    assert kept.title == "Aan de balie"
    assert not Tip.objects.filter(parent=kept).exists()


def test_looking_at_a_version_changes_nothing(els_at_desk: Client, kept: Article) -> None:
    els_at_desk.get(page_of(kept, "versies/1/terugzetten"))
    kept.refresh_from_db()
    assert kept.title == "Achter de balie"


@pytest.mark.parametrize(
    ("role", "looks", "restores"),
    [
        ("els", 200, 302),
        ("ada", 200, 403),  # her own, but published
        ("mo", 200, 403),
        ("gast", 403, 403),
        ("niemand", 302, 302),
    ],
)
def test_who_may_look_and_who_may_restore(
    enter: Enter, kept: Article, role: str, looks: int, restores: int
) -> None:
    client, way = enter(role), page_of(kept, "versies/1/terugzetten")
    assert client.get(page_of(kept)).status_code == looks
    assert client.get(page_of(kept, "vergelijken") + "?van=1&naar=2").status_code == looks
    assert client.post(way).status_code == restores
    kept.refresh_from_db()
    assert (kept.title == "Aan de balie") is (role == "els")


def test_an_author_restores_their_own_draft(enter: Enter, kept: Article, els: User) -> None:
    kept.withdraw(els)
    kept.revise(els)
    response = enter("ada").post(page_of(kept, "versies/1/terugzetten"))
    assert response.status_code == 302
    kept.refresh_from_db()
    assert kept.title == "Aan de balie"


@pytest.mark.parametrize("name", ["history", "vergelijken", "versies/1/terugzetten"])
def test_the_history_of_nothing_is_not_found(els_at_desk: Client, name: str) -> None:
    for object_id in ("999999", "9" * 40, "abc", "%00"):
        assert els_at_desk.get(f"/beheer/articles/article/{object_id}/{name}/").status_code == 404


@pytest.mark.parametrize("name", ["vergelijken"])
def test_comparing_is_only_looking(els_at_desk: Client, kept: Article, name: str) -> None:
    assert els_at_desk.post(page_of(kept, name)).status_code == 405
