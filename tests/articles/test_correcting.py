"""What was wrong is put right in public."""

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article, Correction
from tests.conftest import Publish, SignIn
from tests.desk.messages import said

TEXT = "Er stond 12 loketten. Het zijn er 21."


@pytest.fixture
def els_at_desk(els: User, sign_in: SignIn) -> Client:
    """Els, signed in."""
    return sign_in(els)


def at(article: Article, act: str) -> str:
    return f"/beheer/articles/article/{article.pk}/{act}/"


def test_an_editor_places_a_correction(els_at_desk: Client, els: User, publish: Publish) -> None:
    article = publish()
    response = els_at_desk.post(at(article, "corrigeren"), {"text": TEXT})
    assert said(response) == [("success", "Correctie plaatsen: 1 gedaan.")]
    stored = Correction.objects.get()
    assert (stored.article, stored.by, stored.text) == (article, els, TEXT)
    assert [(one.verb, one.note) for one in article.events.all()[:1]] == [("corrected", TEXT)]


def test_the_page_to_correct_says_that_readers_see_it(
    els_at_desk: Client, publish: Publish
) -> None:
    assert "Lezers zien deze tekst" in els_at_desk.get(at(publish(), "corrigeren")).text


@pytest.mark.parametrize("text", ["", "   ", "x" * 2_001])
def test_a_correction_without_words_or_without_end_is_asked_again(
    els_at_desk: Client, publish: Publish, text: str
) -> None:
    response = els_at_desk.post(at(publish(), "corrigeren"), {"text": text})
    assert response.status_code == 422
    assert not Correction.objects.exists()


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "expired", "withdrawn"])
def test_what_readers_do_not_see_is_not_corrected(
    els_at_desk: Client, in_every_state: dict[str, Article], state: str
) -> None:
    response = els_at_desk.post(at(in_every_state[state], "corrigeren"), {"text": TEXT})
    assert said(response)[0][0] == "warning"
    assert not Correction.objects.exists()


@pytest.mark.parametrize("role", ["els", "mo"])
def test_corrections_are_read_on_the_page_of_the_article_and_not_edited(
    els: User, mo: User, sign_in: SignIn, publish: Publish, role: str
) -> None:
    article = publish()
    client = sign_in({"els": els, "mo": mo}[role])
    assert "Er stond 12" not in client.get(at(article, "change")).text
    article.correct(els, "Er stond 12 <b>loketten</b>.")
    page = client.get(at(article, "change")).text
    assert "Er stond 12 &lt;b&gt;loketten&lt;/b&gt;." in page
    assert 'name="corrections' not in page
