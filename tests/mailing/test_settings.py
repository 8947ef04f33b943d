"""How mail leaves is said in one address."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from environ import Env

from config.mail import mailer


@pytest.mark.parametrize(
    ("url", "options"),
    [
        ("smtp://localhost:25", {"host": "localhost", "port": 25}),
        (
            "smtp+tls://post:g%40heim@mail.voorbeeld.nl:587",
            {"username": "post", "password": "g@heim", "use_tls": True, "use_ssl": False},
        ),
        ("smtp+ssl://mail.voorbeeld.nl:465", {"use_tls": False, "use_ssl": True}),
        ("filemail:///var/mail", {"file_path": "/var/mail"}),
    ],
)
def test_an_address_says_how_mail_leaves(url: str, options: dict[str, Any]) -> None:
    made = mailer(Env.email_url_config(url))
    assert made["OPTIONS"] | options == made["OPTIONS"]


def test_every_other_way_has_no_options() -> None:
    backend = "django.core.mail.backends.console.EmailBackend"
    assert mailer(Env.email_url_config("consolemail://")) == {"BACKEND": backend}


@pytest.mark.parametrize("url", ["smtp:", "smtp://", "http://localhost"])
def test_an_address_of_no_server_does_not_start(url: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        mailer(Env.email_url_config(url))
