"""A video or a message of elsewhere: words, a link, and nothing that loads by itself."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.asserts import assertInHTML
from pytest_django.fixtures import Settings

from accounts.models import User
from articles.models import Article, EmbedBlock
from tests.articles.conftest import CountQueries, Photo, Stack
from tests.articles.desk_form import ADD, article_form, block
from tests.conftest import Publish, SignIn
from tests.delivery.csp import faults, parsed

VIDEO = "https://www.youtube.com/watch?v=grensvlak-0"
MESSAGE = "https://sociaal.voorbeeld.nl/@zuidersluis/110482"
OWN = "https://video.gemeente.example/w/kF3mQ8rTz1LpXe7Vb2NcWd"
NOTICE = (
    "Door op afspelen te klikken laadt u inhoud van YouTube. YouTube kan dan gegevens van u "
    "verzamelen."
)


def embed(address: str = VIDEO, **fields: Any) -> EmbedBlock:
    return EmbedBlock(address=address, **{"title": "Zo klinkt inspreken", **fields})


def figure_on(client: Client, article: Article) -> str:
    page = str(client.get(article.get_absolute_url()).text)
    return page.partition('<figure class="embed">')[2].partition("</figure>")[0]


def test_a_video_has_a_still_a_title_a_link_and_its_words(
    client: Client, article: Article, stack: Stack, photo: Photo
) -> None:
    stack(article, embed(image=photo(size=(1600, 900)), transcript="Nico zegt: ‘Ja.’\n\nStilte."))
    figure = figure_on(client, article)
    assert f'<img src="{EmbedBlock.objects.get().image.wide}" alt="" width="1600"' in figure
    assertInHTML('<p class="embed__title">Zo klinkt inspreken</p>', figure)
    link = f"""<a href="{VIDEO}" rel="noreferrer">Bekijk deze video op YouTube<span
        class="vh">: Zo klinkt inspreken</span></a>"""
    assertInHTML(link, figure)
    assertInHTML(f"<p>{NOTICE}</p>", figure)
    assertInHTML("<p>Nico zegt: ‘Ja.’</p>", figure)
    assert "<details" in figure


def test_nothing_of_the_other_site_is_in_the_page(
    client: Client, article: Article, stack: Stack
) -> None:
    stack(article, embed())
    page = client.get(article.get_absolute_url()).text
    assert "<iframe" not in page
    assert 'data-frame="https://www.youtube-nocookie.com/embed/grensvlak-0"' in page
    assert page.count("youtube-nocookie") == 1


def test_a_message_is_a_link_to_its_site(client: Client, article: Article, stack: Stack) -> None:
    stack(article, embed(MESSAGE, title="Wie heeft een sleutel?"))
    figure = figure_on(client, article)
    link = f"""<a href="{MESSAGE}" rel="noreferrer">Bekijk dit op sociaal.voorbeeld.nl<span
        class="vh">: Wie heeft een sleutel?</span></a>"""
    assertInHTML(link, figure)
    assert [tag for tag in ("<button", "data-frame", "<details", "<img") if tag in figure] == []


@pytest.mark.parametrize(
    ("addresses", "framed", "script"),
    [
        ([], ["'none'"], False),
        ([MESSAGE], ["'none'"], False),
        ([OWN], ["https://video.gemeente.example"], True),
        ([VIDEO, MESSAGE, VIDEO], ["https://www.youtube-nocookie.com"], True),
        (
            [VIDEO, OWN, "https://vimeo.com/1234"],
            [
                "https://player.vimeo.com",
                "https://video.gemeente.example",
                "https://www.youtube-nocookie.com",
            ],
            True,
        ),
    ],
)
def test_a_page_may_frame_the_sites_of_its_own_videos_and_no_other(
    client: Client,
    article: Article,
    stack: Stack,
    settings: Settings,
    addresses: list[str],
    framed: list[str],
    script: bool,
) -> None:
    settings.EMBED_HOSTS = ["video.gemeente.example"]
    stack(article, *(embed(address) for address in addresses))
    response = client.get(article.get_absolute_url())
    header = response.headers["Content-Security-Policy"]
    assert parsed(header)["frame-src"] == framed
    assert faults(header) == []
    assert ("js/embed.js" in response.text) == script
    for other in ("/", "/beheer/login/"):
        policy = parsed(client.get(other).headers["Content-Security-Policy"])
        assert policy["frame-src"] == ["'none'"]


def test_a_policy_of_one_page_does_not_stick_to_the_next(
    client: Client, publish: Publish, stack: Stack
) -> None:
    with_video, without = publish("Met"), publish("Zonder")
    stack(with_video, embed())
    policies = [
        parsed(client.get(one.get_absolute_url()).headers["Content-Security-Policy"])["frame-src"]
        for one in (with_video, without, with_video)
    ]
    assert [len(policy) for policy in policies] == [1, 1, 1]
    assert policies[1] == ["'none'"]
    assert policies[0] == policies[2] != policies[1]


def test_a_host_that_is_no_longer_trusted_is_only_a_link(
    client: Client, article: Article, stack: Stack, settings: Settings
) -> None:
    stack(article, embed(OWN))
    settings.EMBED_HOSTS = []
    assert "Bekijk dit op video.gemeente.example" in figure_on(client, article)


def test_what_an_editor_types_is_shown_and_not_run(
    client: Client, article: Article, stack: Stack
) -> None:
    evil = '"><script>alert(1)</script>'
    stack(article, embed(title=evil, transcript=evil))
    figure = figure_on(client, article)
    assert "<script>" not in figure
    assert figure.count("&quot;&gt;&lt;script&gt;") >= 3


def test_ten_videos_take_no_more_queries_than_one(
    article: Article, stack: Stack, count_queries: CountQueries
) -> None:
    stack(article, embed())
    few = count_queries(article.get_absolute_url())
    stack(article, *(embed(title=f"Film {number}") for number in range(10)))
    assert count_queries(article.get_absolute_url()) == few


def test_an_editor_places_a_video(els: User, sign_in: SignIn, photo: Photo, client: Client) -> None:
    video = {"address": VIDEO, "title": "Film", "transcript": "", "image_ppoi": "0.5x0.5"}
    form = article_form(embedblock=[block(10, image=photo(), **video)])
    assert sign_in(els).post(ADD, form).status_code == 302
    assert EmbedBlock.objects.get().address == VIDEO


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("http://www.youtube.com/watch?v=grensvlak-0", "begint niet met https://"),
        ("https://jan:geheim@voorbeeld.nl/", "gebruikersnaam of wachtwoord"),
        ("https://voorbeeld.nl:8443/", "staat een poort"),
        ("https://192.0.2.1/film", "geen site met een naam"),
        ("javascript:alert(1)", "geldige URL"),
        ("", "verplicht"),
    ],
)
def test_an_address_that_is_not_right_is_asked_again(
    els: User, sign_in: SignIn, address: str, sentence: str
) -> None:
    video = {"address": address, "title": "Film", "transcript": "", "image_ppoi": "0.5x0.5"}
    response = sign_in(els).post(ADD, article_form(embedblock=[block(10, **video)]))
    assert response.status_code == 200
    assert sentence in response.text
    assert not Article.objects.exists()


def test_a_video_without_a_title_is_asked_again(els: User, sign_in: SignIn) -> None:
    file = SimpleUploadedFile("film.mp4", b"\0\0\0\x18ftypmp42")
    video = {"address": VIDEO, "title": "", "transcript": "", "image_ppoi": "0.5x0.5"}
    form = article_form(embedblock=[block(10, image=file, **video)])
    assert sign_in(els).post(ADD, form).status_code == 200
    assert not EmbedBlock.objects.exists()
