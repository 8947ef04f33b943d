"""Planning at the desk: what is typed, what it means, and what readers will see."""

from datetime import timedelta
from typing import Any, Final

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from articles.outlook import outlook, without_a_time
from tests.articles.conftest import JANUARY
from tests.conftest import Publish, SignIn
from tests.desk.messages import said

NOW: Final = {"at_0": "", "at_1": "", "until_0": "", "until_1": ""}
SINCE: Final = "Lezers zien dit artikel sinds 24 januari 2018 om 15:23."
AT_ONCE: Final = "Laat u de tijd leeg, dan zien lezers dit artikel meteen"


@pytest.fixture
def els_at_desk(els: User, sign_in: SignIn) -> Client:
    """Els, signed in."""
    return sign_in(els)


def at(article: Article, act: str) -> str:
    return f"/beheer/articles/article/{article.pk}/{act}/"


def plan(day: str = "", clock: str = "", **until: str) -> dict[str, str]:
    return NOW | {"at_0": day, "at_1": clock} | until


def test_the_page_to_plan_says_how_it_stands_and_keeps_what_was_planned(
    els_at_desk: Client, publish: Publish
) -> None:
    article = publish()
    article.publish(timezone.now() + timedelta(days=1))
    Article.objects.filter(pk=article.pk).update(published_at="2199-02-03T08:00Z")
    page = els_at_desk.get(at(article, "planning")).text
    assert "Lezers zien dit artikel vanaf 3 februari 2199 om 09:00." in page
    assert 'value="03-02-2199"' in page
    assert 'value="09:00:00"' in page
    assert "Tijd in Nederland (Europe/Amsterdam)." in page


def test_after_publishing_later_the_desk_says_from_when(
    els_at_desk: Client, in_every_state: dict[str, Article]
) -> None:
    response = els_at_desk.post(
        at(in_every_state["review"], "publiceren"), plan("03-02-2199", "09:00")
    )
    sentence = "Lezers zien dit artikel vanaf 3 februari 2199 om 09:00."
    assert said(response) == [("success", "Publiceren: 1 gedaan."), ("info", sentence)]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (plan("29-03-2026", "02:30"), "de klok gaat dan een uur vooruit"),
        (plan("25-10-2026", "02:30"), "de klok gaat dan een uur terug"),
        (plan(until_0="01-01-2020", until_1="09:00"), "Kies een tijd na de publicatie"),
        (
            plan("01-01-2020", "09:00", until_0="01-02-2020", until_1="09:00"),
            "Kies een tijd na de publicatie",
        ),
    ],
)
@pytest.mark.parametrize("act", ["publiceren", "planning"])
def test_a_plan_that_makes_no_sense_is_asked_again(
    els_at_desk: Client,
    in_every_state: dict[str, Article],
    act: str,
    form: dict[str, str],
    sentence: str,
) -> None:
    article = in_every_state["draft" if act == "publiceren" else "scheduled"]
    response = els_at_desk.post(at(article, act), form)
    assert response.status_code == 422
    assert sentence in response.text
    assert Article.objects.get(pk=article.pk).published_at == article.published_at or act


def test_a_scheduled_article_is_published_now_by_leaving_the_time_empty(
    els_at_desk: Client, in_every_state: dict[str, Article]
) -> None:
    article = in_every_state["scheduled"]
    els_at_desk.post(at(article, "planning"), plan())
    assert Article.objects.visible().filter(pk=article.pk).exists()


def test_an_article_that_readers_see_gets_an_end(
    els_at_desk: Client, in_every_state: dict[str, Article]
) -> None:
    article = in_every_state["published"]
    page = els_at_desk.get(at(article, "planning")).text
    assert "De datum van publicatie ligt vast." in page
    els_at_desk.post(at(article, "planning"), plan(until_0="01-07-2199", until_1="10:00"))
    assert (
        "Op 1 juli 2199 om 10:00 gaat het van de site."
        in els_at_desk.get(at(article, "planning")).text
    )


def test_the_date_of_what_readers_see_is_not_changed(
    els_at_desk: Client, in_every_state: dict[str, Article]
) -> None:
    article = in_every_state["published"]
    response = els_at_desk.post(at(article, "planning"), plan("03-02-2199", "09:00"))
    level, sentence = said(response)[0]
    assert level == "warning"
    assert "de datum van publicatie ligt vast" in sentence
    assert Article.objects.visible().filter(pk=article.pk).exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"state": "draft"}, "Lezers zien dit artikel nog niet."),
        ({"state": "review"}, "Lezers zien dit artikel nog niet."),
        ({}, SINCE),
        (
            {"expires_at": JANUARY + timedelta(days=2)},
            f"{SINCE} Op 26 januari 2018 om 15:23 gaat het van de site.",
        ),
        (
            {"published_at": JANUARY + timedelta(days=2)},
            "Lezers zien dit artikel vanaf 26 januari 2018 om 15:23.",
        ),
        ({"expires_at": JANUARY}, "Lezers zagen dit artikel tot 24 januari 2018 om 15:23."),
        (
            {"state": "withdrawn"},
            "Dit artikel is ingetrokken. Wie het adres opent, leest dat het weg is.",
        ),
    ],
)
def test_how_it_stands_is_said_in_words(fields: dict[str, Any], sentence: str) -> None:
    article = Article(**{"state": "published", "published_at": JANUARY} | fields)
    assert outlook(article, JANUARY + timedelta(days=1)) == sentence


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"state": "draft"}, f"{AT_ONCE}."),
        (
            {"state": "withdrawn", "published_at": JANUARY},
            f"{AT_ONCE}, met de datum 24 januari 2018.",
        ),
        (
            {"state": "published", "published_at": JANUARY},
            "De datum van publicatie ligt vast. U kiest hier tot wanneer lezers het artikel zien.",
        ),
    ],
)
def test_what_no_time_means_is_said_in_words(fields: dict[str, Any], sentence: str) -> None:
    assert without_a_time(Article(**fields), JANUARY + timedelta(days=1)) == sentence
