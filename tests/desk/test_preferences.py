"""Staff choose the language of the desk, each for themselves; readers notice nothing of it."""

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article
from tests.desk.conftest import Enter
from tests.desk.messages import said

PAGE = "/beheer/voorkeuren/"


@pytest.mark.parametrize("name", ["els", "ada", "mo", "baas", "gast"])
def test_all_staff_choose_a_language(enter: Enter, name: str) -> None:
    client = enter(name)
    assert "taal van de redactieomgeving" in client.get(PAGE).text.lower()
    response = client.post(PAGE, {"language": "en"})
    assert response.status_code == 302
    assert said(response) == [("success", "Your preferences were saved.")]
    assert "Language of the desk" in client.get(PAGE).text
    assert User.objects.get(username=name).language == "en"


@pytest.mark.parametrize("name", ["niemand", "rik"])
def test_strangers_have_no_preferences(enter: Enter, name: str) -> None:
    for response in (enter(name).get(PAGE), enter(name).post(PAGE, {"language": "en"})):
        assert response.status_code == 302
        assert response.headers["Location"] == f"/beheer/login/?next={PAGE}"
    assert not User.objects.filter(language="en").exists()


@pytest.mark.parametrize("form", [{}, *({"language": bad} for bad in ("", "tlh", "e" * 99))])
def test_a_language_that_is_not_there_is_asked_again(enter: Enter, form: dict[str, str]) -> None:
    response = enter("els").post(PAGE, form)
    assert response.status_code == 422
    assert "errorlist" in response.text
    assert User.objects.get(username="els").language == "nl"


def test_nothing_else_of_an_account_can_be_chosen(enter: Enter) -> None:
    enter("ada").post(PAGE, {"language": "en", "is_superuser": "on", "username": "baas2"})
    ada = User.objects.get(username="ada")
    assert (ada.language, ada.is_superuser) == ("en", False)


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_a_preference_is_chosen_by_post_only(enter: Enter, method: str) -> None:
    assert getattr(enter("els"), method)(PAGE).status_code == 405


def test_a_forged_choice_is_refused(enter: Enter) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies = enter("els").cookies
    assert client.post(PAGE, {"language": "en"}).status_code == 403
    assert User.objects.get(username="els").language == "nl"


def test_one_desk_is_english_and_the_other_dutch(enter: Enter, article: Article) -> None:
    User.objects.filter(username="els").update(language="en")
    page = f"/beheer/articles/article/{article.pk}/change/"
    english, dutch = enter("els").get(page).text, enter("ada").get(page).text
    assert '<html lang="en"' in english
    assert "Photo above the article" in english
    assert '<html lang="nl"' in dutch
    assert "Foto boven het artikel" in dutch


@pytest.mark.parametrize("address", ["/", "/artikelen/aan-de-balie/"])
def test_the_public_pages_stay_dutch(enter: Enter, article: Article, address: str) -> None:
    User.objects.filter(username="els").update(language="en")
    client = enter("els")
    assert "To work" in client.get("/beheer/").text
    assert '<html lang="nl"' in client.get(address).text


def test_an_act_answers_in_the_chosen_language(enter: Enter, article: Article) -> None:
    User.objects.filter(username="els").update(language="en")
    response = enter("els").post(f"/beheer/articles/article/{article.pk}/intrekken/", {"note": ""})
    assert said(response) == [("success", "Withdraw: 1 done.")]


def test_scripts_have_their_words_in_the_chosen_language(enter: Enter) -> None:
    catalogue = "/beheer/jsi18n/"
    assert "inklappen" in enter("els").get(catalogue).text
    User.objects.filter(username="els").update(language="en")
    assert "is already at the top." in enter("els").get(catalogue).text


def test_a_language_that_was_taken_away_is_dutch_again(enter: Enter) -> None:
    User.objects.filter(username="els").update(language="tlh")
    assert "Aan het werk" in enter("els").get("/beheer/").text
