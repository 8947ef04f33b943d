from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import User
from tests.conftest import SignIn, first_visit

type Enter = Callable[[str], Client]


@pytest.fixture
def enter(els: User, ada: User, mo: User, sign_in: SignIn) -> Enter:
    """Opens the desk as somebody: of the cast, or one of those around it.

    `baas` may do everything, `gast` is staff without a role, `rik` has an account by accident and
    is no staff, `niemand` has not signed in.
    """
    first_visit()
    people = {
        "els": els,
        "ada": ada,
        "mo": mo,
        "baas": User.objects.create_superuser("baas"),
        "gast": User.objects.create_user("gast", is_staff=True),
        "rik": User.objects.create_user("rik"),
    }

    def make(name: str) -> Client:
        return Client() if name == "niemand" else sign_in(people[name])

    return make
