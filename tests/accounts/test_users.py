import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from accounts.models import User


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [("Ada", "Verhoeven", "Ada Verhoeven"), ("Ada", "", "Ada"), ("", "", "ada")],
)
def test_readers_see_a_name_and_else_the_user_name(first: str, last: str, name: str) -> None:
    assert User(username="ada", first_name=first, last_name=last).public_name == name


def test_staff_sign_in_and_out(ada: User) -> None:
    client = Client()
    form = {"username": "ada", "password": "grensvlak", "next": "/beheer/articles/article/"}
    response = client.post("/beheer/login/", form)
    assert response.headers["Location"] == "/beheer/articles/article/"
    assert client.get("/beheer/").status_code == 200
    client.post("/beheer/logout/")
    assert client.get("/beheer/").status_code == 302


@pytest.mark.parametrize(
    "wrong", [{"password": "verkeerd"}, {"username": "bestaat-niet"}, {"username": "ada\x00"}]
)
def test_the_door_stays_shut_for_who_does_not_know_the_password(
    ada: User, wrong: dict[str, str]
) -> None:
    client = Client()
    response = client.post("/beheer/login/", {"username": "ada", "password": "grensvlak"} | wrong)
    assert response.status_code == 200
    assert "errornote" in response.text
    assert client.get("/beheer/").status_code == 302


def test_signing_in_does_not_lead_elsewhere(ada: User) -> None:
    form = {"username": "ada", "password": "grensvlak", "next": "https://elders.nl/"}
    response = Client().post("/beheer/login/", form)
    assert response.headers["Location"].startswith("/")
    assert not response.headers["Location"].startswith("//")


def test_who_is_no_staff_does_not_come_in(db: None) -> None:
    User.objects.create_user("rik", password="grensvlak")
    form = {"username": "rik", "password": "grensvlak"}
    response = Client().post("/beheer/login/", form)
    assert response.status_code == 200
    assert "sessie" not in response.cookies


@pytest.mark.parametrize(
    ("password", "accepted"),
    [
        ("kort", False),
        ("veertien-teken", False),
        ("een zin van vijf woorden", True),
        ("ada.verhoeven.ada", False),
    ],
)
def test_a_password_is_long_and_not_one_s_name(password: str, accepted: bool) -> None:
    user = User(username="ada.verhoeven.ada")
    if accepted:
        validate_password(password, user)
        return
    with pytest.raises(ValidationError):
        validate_password(password, user)
