"""Where a page of the desk says it is."""

import re
from html import unescape

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article, Topic

STEP = re.compile(r"<li[^>]*>(?:<a [^>]*>)?([^<]*)")


def trail(page: str) -> list[str]:
    way = page.split('<ol class="breadcrumbs">')[1].split("</ol>", maxsplit=1)[0]
    return [unescape(step).strip() for step in STEP.findall(way)]


@pytest.mark.parametrize(
    ("page", "way"),
    [
        ("articles/article/", ["Artikelen"]),
        ("articles/article/add/", ["Artikelen", "Artikel toevoegen"]),
        ("articles/article/{article}/change/", ["Artikelen", "Aan de balie"]),
        ("articles/article/{article}/history/", ["Artikelen", "Aan de balie", "Geschiedenis"]),
        ("articles/article/{article}/controleren/", ["Artikelen", "Aan de balie", "Controleren"]),
        ("articles/topic/{topic}/change/", ["Onderwerpen", "taal"]),
        ("articles/topic/{topic}/delete/", ["Onderwerpen", "taal", "Verwijderen"]),
        ("articles/topic/{topic}/history/", ["Onderwerpen", "taal", "Geschiedenis"]),
        ("pages/publication/", ["Publicatie"]),
    ],
)
def test_a_page_says_where_it_is_without_the_application(
    client: Client, els: User, article: Article, page: str, way: list[str]
) -> None:
    client.force_login(els)
    topic = Topic.objects.create(name="taal", slug="taal")
    answer = client.get(f"/beheer/{page.format(article=article.pk, topic=topic.pk)}", follow=True)
    assert trail(answer.text) == ["Voorpagina", *way]


def test_a_list_is_headed_by_what_is_in_it(client: Client, els: User) -> None:
    client.force_login(els)
    assert "<h1>Artikelen</h1>" in client.get("/beheer/articles/article/").text


def test_deleting_is_asked_in_dutch(client: Client, els: User) -> None:
    topic = Topic.objects.create(name="taal", slug="taal")
    client.force_login(els)
    page = client.get(f"/beheer/articles/topic/{topic.pk}/delete/").text
    assert "Wilt u onderwerp ‘taal’ verwijderen? Dan verdwijnt ook dit:" in page
