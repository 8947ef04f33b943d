"""How the settings read the environment: safe by default, loud on nonsense."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from config.theme import Theme
from tests.delivery.csp import faults

ROOT = Path(__file__).resolve().parents[2]
DEMO_KEY = "demo-key-known-to-everyone-never-use-it-in-production-000000000000"
PRODUCTION = {
    "SECRET_KEY": "b7Qz-4nV_x9Lr2Wc8Kd6Tm1Yp5Hs3Jf0Gt7Bn4Vx9Lq2Zw8Rc6Mk1",
    "ALLOWED_HOSTS": "grensvlak.nl",
}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs manage.py with this environment and nothing else of ours."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_settings_have_no_complaints() -> None:
    checked = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert checked.returncode == 0, checked.stderr
    assert "no issues" in checked.stdout


def theme(stylesheet: str, css_class: str = "gemeente-theme") -> dict[str, str | None]:
    return {"THEME_STYLESHEET": stylesheet, "THEME_CLASS": css_class}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY"),
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": DEMO_KEY}, "SECRET_KEY is the demo's"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS"),
        ({"DATABASE_URL": "geen-adres"}, "DATABASE"),
        ({"DATABASE_POOL": "4"}, "DATABASE_POOL is for PostgreSQL only"),
        ({"DATABASE_POOL": "-1"}, "DATABASE_POOL is not"),
        ({"DATABASE_POOL": "veel"}, "DATABASE_POOL is not"),
        ({"EMBED_HOSTS": "https://video.gemeente.nl"}, "EMBED_HOSTS"),
        ({"EMBED_HOSTS": "video.gemeente.nl, *.gemeente.nl"}, "EMBED_HOSTS"),
        ({"EMBED_HOSTS": "video.gemeente.nl;script-src"}, "EMBED_HOSTS"),
        ({"EMBED_HOSTS": "192.0.2.1"}, "EMBED_HOSTS"),
        ({"THEME_STYLESHEET": "/huisstijl/theme.css"}, "THEME_STYLESHEET and THEME_CLASS"),
        ({"THEME_CLASS": "gemeente-theme"}, "THEME_STYLESHEET and THEME_CLASS"),
        (theme("https://elders.nl/theme.css"), "THEME_STYLESHEET is not"),
        (theme("//elders.nl/theme.css"), "THEME_STYLESHEET is not"),
        (theme("../settings.css"), "THEME_STYLESHEET is not"),
        (theme("css/grensvlak.scss"), "THEME_STYLESHEET is not"),
        (theme("themes/is-er-niet.css"), "there is no"),
        (theme("css/tokens.css", "gemeente"), "THEME_CLASS"),
        (theme("css/tokens.css", 'x-theme" onload="'), "THEME_CLASS"),
        ({"KEEP_MAIL_DAYS": "0"}, "KEEP_MAIL_DAYS is not"),
        ({"KEEP_TAKEN_AWAY_DAYS": "-1"}, "KEEP_TAKEN_AWAY_DAYS"),
    ],
)
def test_production_does_not_start_with_half_a_configuration(
    change: dict[str, str | None], complaint: str
) -> None:
    wanted = {name: value for name, value in (PRODUCTION | change).items() if value is not None}
    checked = manage("check", **wanted)
    assert checked.returncode != 0
    assert "ImproperlyConfigured" in checked.stderr
    assert complaint in checked.stderr


def test_hosts_of_own_videos_are_named_in_the_environment() -> None:
    hosts = {"EMBED_HOSTS": "video.gemeente.nl,film.xn--mnchen-3ya.example"}
    shown = manage("diffsettings", "--all", **PRODUCTION, **hosts)
    assert "['video.gemeente.nl', 'film.xn--mnchen-3ya.example']" in shown.stdout
    assert "EMBED_HOSTS = []" in manage("diffsettings", "--all", **PRODUCTION).stdout


@pytest.mark.parametrize("stylesheet", ["css/tokens.css", "/huisstijl/theme.css"])
@pytest.mark.parametrize("css_class", ["gemeente-theme", "rhc-theme uitvoerend-groen"])
def test_a_theme_is_named_in_the_environment(stylesheet: str, css_class: str) -> None:
    named = {"THEME_STYLESHEET": stylesheet, "THEME_CLASS": css_class}
    shown = manage("diffsettings", "--all", **PRODUCTION, **named).stdout
    assert f"THEME = Theme(stylesheet='{stylesheet}', css_class='{css_class}')" in shown
    assert "THEME = None" in manage("diffsettings", "--all", **PRODUCTION).stdout


def test_pages_wear_the_theme_that_is_set(settings: Settings, db: None) -> None:
    plain = Client().get("/").text
    assert '<html lang="nl">' in plain
    assert "theme-color" in plain
    settings.THEME = Theme("themes/gemeente.css", "gemeente-theme")
    themed = Client().get("/bestaat-niet/").text
    assert '<html lang="nl" class="gemeente-theme">' in themed
    assert themed.index("/static/themes/gemeente.css") < themed.index("css/grensvlak.css")
    assert "theme-color" not in themed, "that is our own colour"
    assert "preload" not in themed, "those are our own faces"
    settings.THEME = Theme("/huisstijl/theme.css", "gemeente-theme")
    assert 'href="/huisstijl/theme.css"' in Client().get("/").text


def test_the_demo_needs_no_configuration() -> None:
    checked = manage("check", DEMO="1")
    assert checked.returncode == 0, checked.stderr


def test_the_demo_is_not_there_in_production() -> None:
    assert "Unknown command" in manage("load_demo", **PRODUCTION).stderr


def test_cookies_are_for_https_and_this_host_only() -> None:
    shown = manage("diffsettings", "--all", **PRODUCTION).stdout
    settings = dict(line.lstrip("# ").partition(" = ")[::2] for line in shown.splitlines())
    expected = {
        "SESSION_COOKIE_NAME": "'__Host-sessie'",
        "CSRF_COOKIE_NAME": "'__Host-formulier'",
        "SESSION_COOKIE_SECURE": "True",
        "CSRF_COOKIE_SECURE": "True",
        "SESSION_COOKIE_HTTPONLY": "True",
        "CSRF_COOKIE_HTTPONLY": "True",
        # A browser accepts the prefix __Host- only with these two.
        "SESSION_COOKIE_PATH": "'/'",
        "SESSION_COOKIE_DOMAIN": "None",
        "CSRF_COOKIE_PATH": "'/'",
        "CSRF_COOKIE_DOMAIN": "None",
        "DEBUG": "False",
        "SECURE_SSL_REDIRECT": "True",
        "SECURE_HSTS_SECONDS": "31536000",
        "SECURE_PROXY_SSL_HEADER": "None",
    }
    assert {name: settings[name] for name in expected} == expected


@pytest.fixture
def https(settings: Settings, db: None) -> Client:
    """A browser, and a site that is on HTTPS."""
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    return Client()


def test_http_leads_to_https_on_the_same_host_first(https: Client) -> None:
    response = https.get("/artikelen/iets?a=1")
    assert response.status_code == 301
    assert response.headers["Location"] == "https://testserver/artikelen/iets?a=1"
    assert faults(response.headers["Content-Security-Policy"]) == []


def test_https_answers_with_hsts(https: Client) -> None:
    response = https.get("/", secure=True)
    assert response.status_code == 200
    hsts = response.headers["Strict-Transport-Security"]
    assert hsts == "max-age=31536000; includeSubDomains"
