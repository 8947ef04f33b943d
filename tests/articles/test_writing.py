"""An editor writes and publishes: the same requests as the admin's own forms send."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.asserts import assertInHTML

from accounts.models import User
from articles.body import body_of
from articles.models import Article, Author, ImageBlock, TextBlock
from tests.articles.conftest import Photo
from tests.articles.desk_form import ADD, article_form, block, rows
from tests.conftest import Publish, SignIn


@pytest.fixture
def els_at_desk(els: User, sign_in: SignIn) -> Client:
    """Els, signed in."""
    return sign_in(els)


def at(article: Article, act: str = "change") -> str:
    return f"/beheer/articles/article/{article.pk}/{act}/"


def test_an_editor_writes_an_article_with_every_kind_of_block(
    els_at_desk: Client, ada: User, photo: Photo
) -> None:
    form = article_form(
        authorships=[{"author": Author.objects.get().pk, "position": 1, "contribution": "tekst"}],
        textblock=[
            block(10, text_html="<h2>Kop</h2><p>Tekst.</p>"),
            block(40, text_html="<p>Eind.</p>"),
        ],
        pullquote=[block(20, quote="Ik luister.", name="Ina Vos", role="", organisation="")],
        tip=[block(30, text="Begin op tijd."), block(50, text="Neem koffie mee.")],
        imageblock=[block(60, image=photo(), image_ppoi="0.5x0.5", alt="Een stoel.")],
        image=photo(),
        alt="Twee stoelen.",
        tags="overheid, open data",
    )
    assert els_at_desk.post(ADD, form).status_code == 302
    article = Article.objects.get()
    assert article.state == Article.State.DRAFT
    kinds = [part.kind for part in body_of(article)]
    assert kinds == ["text", "quote", "tips", "text", "tips", "figure"]
    assert sorted(article.tags.names()) == ["open data", "overheid"]
    assert article.authors.get().name == "Ada Verhoeven"


def test_an_editor_publishes_now(els_at_desk: Client, client: Client) -> None:
    els_at_desk.post(ADD, article_form(textblock=[block(10, text_html="<p>Een vraag.</p>")]))
    article = Article.objects.get()
    response = els_at_desk.post(at(article, "publiceren"), {"at_0": "", "at_1": ""}, follow=True)
    assert "Publiceren: 1 gedaan." in response.text
    assertInHTML("<p>Een vraag.</p>", client.get(article.get_absolute_url()).text)


def test_an_editor_publishes_at_a_time_on_the_dutch_clock(
    els_at_desk: Client, client: Client
) -> None:
    els_at_desk.post(ADD, article_form(textblock=[block(10, text_html="<p>Een vraag.</p>")]))
    article = Article.objects.get()
    els_at_desk.post(at(article, "publiceren"), {"at_0": "01-07-2199", "at_1": "10:00"})
    article.refresh_from_db()
    assert article.published_at == datetime(2199, 7, 1, 8, tzinfo=UTC)
    assert article.state_label() == "gepland"
    assert client.get(article.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    "moment", [("31-02-2030", "10:00"), ("morgen", ""), ("", "10:00"), ("01-01-2030", "25:00")]
)
def test_a_time_that_does_not_exist_is_asked_again(
    els_at_desk: Client, moment: tuple[str, str]
) -> None:
    els_at_desk.post(ADD, article_form())
    article = Article.objects.get()
    date, time = moment
    response = els_at_desk.post(at(article, "publiceren"), {"at_0": date, "at_1": time})
    assert response.status_code == 422
    article.refresh_from_db()
    assert article.state == Article.State.DRAFT


def test_an_editor_withdraws(els_at_desk: Client, client: Client, article: Article) -> None:
    els_at_desk.post(at(article, "intrekken"))
    assert client.get(article.get_absolute_url()).status_code == 410


def test_a_correction_is_on_the_page_at_once(
    els_at_desk: Client, client: Client, publish: Publish
) -> None:
    article = publish()
    text = TextBlock.objects.get()
    edited = {"id": text.pk, "parent": article.pk, **block(10, text_html="<p>Verbeterd.</p>")}
    form = article_form(title="Aan het loket", slug=article.slug) | rows(
        "articles_textblock_set", edited, stored=1
    )
    assert els_at_desk.post(at(article), form).status_code == 302
    page = client.get(article.get_absolute_url()).text
    assertInHTML('<h1 lang="nl">Aan het loket</h1>', page)
    assertInHTML("<p>Verbeterd.</p>", page)


def test_what_an_editor_pastes_is_cleaned(els_at_desk: Client) -> None:
    pasted = '<p onclick="x()" style="color:red">Tekst<script>alert(1)</script></p>'
    els_at_desk.post(ADD, article_form(textblock=[block(10, text_html=pasted)]))
    assert "script" not in TextBlock.objects.get().text_html
    assert TextBlock.objects.get().text_html.startswith("<p>Tekst")


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"title": "a" * 161},
        {"slug": ""},
        {"slug": "met spatie"},
        {"lead": ""},
        {"language": "xx"},
        {"series": "999"},
        {"series_position": "-1"},
        {"title": "Nul\x00teken"},
        {"textblock": [block(10, text_html="")]},
        {"pullquote": [block(10, quote="Zonder naam.", name="")]},
        {"tip": [block(10, text="")]},
        {"imageblock": [block(10, alt="Zonder bestand.")]},
        {"authorships": [{"author": "999", "position": 1}]},
    ],
)
def test_what_is_not_right_is_asked_again_and_not_stored(
    els_at_desk: Client, wrong: dict[str, Any]
) -> None:
    response = els_at_desk.post(ADD, article_form(**wrong))
    assert response.status_code == 200
    assert 'class="errornote"' in response.text
    assert not Article.objects.exists()


def test_an_address_is_given_once(els_at_desk: Client, publish: Publish) -> None:
    publish(slug="bezet")
    assert els_at_desk.post(ADD, article_form(slug="bezet")).status_code == 200
    assert Article.objects.count() == 1


@pytest.mark.parametrize("place", ["article", "block"])
def test_a_picture_without_words_is_not_stored(
    els_at_desk: Client, photo: Photo, place: str
) -> None:
    picture = {"image": photo(), "image_ppoi": "0.5x0.5", "alt": " "}
    wrong = picture if place == "article" else {"imageblock": [block(10, **picture)]}
    response = els_at_desk.post(ADD, article_form(**wrong))
    assert "Beschrijf de afbeelding, of geef aan dat zij decoratief is." in response.text
    assert not Article.objects.exists()
    assert not ImageBlock.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("foto.jpg", b"geen foto"),
        ("foto.html", b"\xff\xd8\xff"),
        ("foto.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("leeg.jpg", b""),
    ],
)
def test_a_file_that_is_no_photo_is_refused(els_at_desk: Client, name: str, content: bytes) -> None:
    upload = SimpleUploadedFile(name, content, "image/jpeg")
    response = els_at_desk.post(ADD, article_form(image=upload, alt="Een foto."))
    assert response.status_code == 200
    assert not Article.objects.exists()


def test_a_form_cannot_publish_by_naming_the_field(els_at_desk: Client) -> None:
    els_at_desk.post(ADD, article_form(state="published", published_at_0="01-01-2020"))
    assert Article.objects.get().state == Article.State.DRAFT
