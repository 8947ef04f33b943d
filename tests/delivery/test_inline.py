"""Pages bring no script or style of their own: the policy would refuse it."""

import re

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article
from comments.models import Comment
from tests.conftest import SignIn
from tests.delivery.conftest import PAGES, Visit
from tests.delivery.markup import fetched_from_elsewhere, inline_in, scripts_in

RENDERED = [name for name, status in PAGES.items() if status not in {301, 302}]
DESK_PAGES = (
    "/beheer/",
    "/beheer/password_change/",
    "/beheer/articles/article/",
    "/beheer/articles/article/add/",
    "/beheer/articles/article/{article}/change/",
    "/beheer/articles/article/{article}/publiceren/",
    "/beheer/articles/article/{article}/proeflezen/",
    "/beheer/articles/article/{article}/controleren/",
    "/beheer/articles/article/{draft}/delete/",
    "/beheer/articles/author/add/",
    "/beheer/comments/comment/",
    "/beheer/comments/comment/{comment}/change/",
    "/beheer/comments/comment/{comment}/afwijzen/",
    "/beheer/comments/discussion/{article}/change/",
    "/beheer/comments/discussion/{article}/sluiten/",
    "/beheer/comments/policy/",
    "/beheer/pages/publication/",
    "/beheer/pages/textpage/add/",
)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>Tekst</p>", []),
        ('<script src="/a.js" defer></script>', []),
        ('<script type="application/ld+json">{}</script>', []),
        ("<script>x()</script>", ["<script>"]),
        ('<script type="module">x()</script>', ["<script>"]),
        ("<style>p{}</style>", ["<style>"]),
        ('<p style="color:red">', ["p style"]),
        ('<img src="/a.png" onerror="x()">', ["img onerror"]),
        ('<a href=" JavaScript:x()">', ["a href"]),
    ],
)
def test_the_reader_finds_what_runs_from_within(html: str, found: list[str]) -> None:
    assert inline_in(html) == found


@pytest.mark.parametrize("name", RENDERED)
def test_a_page_runs_and_styles_nothing_from_within(visit: Visit, name: str) -> None:
    html = visit(name).text
    assert html.lstrip().startswith(("<!doctype", "<!DOCTYPE"))
    assert inline_in(html) == []
    assert fetched_from_elsewhere(html) == []


def test_a_form_in_place_runs_nothing_from_within(site: Comment) -> None:
    address = "/artikelen/aan-de-balie/reageren/"
    part = Client().get(address, headers={"hx-request": "true"}).text
    assert "<form" in part
    assert inline_in(part) == []


@pytest.mark.parametrize("address", DESK_PAGES)
def test_the_desk_runs_only_what_has_the_nonce(
    els: User, sign_in: SignIn, site: Comment, address: str
) -> None:
    draft = Article.objects.create(title="Kladje", slug="kladje", lead="Nog niet af.")
    url = address.format(article=site.discussion_id, comment=site.pk, draft=draft.pk)
    response = sign_in(els).get(url)
    assert response.status_code == 200
    policy = response.headers["Content-Security-Policy"]
    nonces = re.findall(r"'nonce-([^']+)'", policy)
    assert len(nonces) == 1
    assert f"script-src 'self' 'nonce-{nonces[0]}'" in policy
    assert "'unsafe-eval'" not in policy
    scripts = scripts_in(response.text)
    assert scripts
    assert [one for one in scripts if "src" not in one and one.get("nonce") != nonces[0]] == []
    assert [one for one in inline_in(response.text) if " on" in one] == []
    assert fetched_from_elsewhere(response.text) == []


def test_a_nonce_is_used_once(els: User, sign_in: SignIn) -> None:
    client = sign_in(els)
    pages = [client.get("/beheer/articles/article/add/") for _ in range(2)]
    first, second = (page.headers["Content-Security-Policy"] for page in pages)
    assert first != second
