"""JSON-LD of an article itself; that of its reactions is tested with those."""

from django.test import Client

from articles.models import Article
from tests.conftest import Publish
from tests.linked_data import graph_of


def test_an_article_is_told_in_full(client: Client, rich: Article) -> None:
    Article.objects.update(word_count=812)
    told, _trail = graph_of(client, rich)
    assert told["headline"] == "Wie luistert er?"
    assert told["datePublished"] == "2018-01-24T15:23:00+01:00"
    assert told["inLanguage"] == "nl"
    assert told["isAccessibleForFree"] is True
    assert told["wordCount"] == 812
    assert told["keywords"] == ["open data", "overheid"]
    assert told["image"]["url"] == f"http://testserver{rich.image.wide}"
    assert told["image"]["caption"] == "De tafel van maandag."
    assert told["image"]["creditText"] == "Foto: Cor Post"
    assert [author["name"] for author in told["author"]] == ["Zoë Bos", "Bram Aal", "Cor Post"]
    assert told["author"][0]["affiliation"]["name"] == "Gemeente Oost"
    assert told["publisher"]["name"] == "Grensvlak"
    assert told["commentCount"] == 0


def test_what_is_not_known_is_left_out(client: Client, publish: Publish) -> None:
    told, _trail = graph_of(client, publish())
    assert {"image", "author", "keywords", "wordCount"} & set(told) == set()


def test_the_trail_is_the_one_on_the_page(client: Client, rich: Article) -> None:
    _told, trail = graph_of(client, rich)
    steps = trail["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step["name"] for step in steps] == ["Voorpagina", "Het loket", "Wie luistert er?"]
    assert steps[1]["item"] == "http://testserver/reeksen/het-loket/"
