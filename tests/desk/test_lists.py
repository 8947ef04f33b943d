"""The lists of the desk: what they say, what they can be narrowed to, and what they cost."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Author, Authorship, Series, Topic
from comments.models import Comment, Discussion
from tests.conftest import Publish, React
from tests.desk.conftest import Enter

ARTICLES = "/beheer/articles/article/"


def listed(answer: Any) -> set[str]:
    return {str(thing) for thing in answer.context["cl"].result_list}


@pytest.fixture
def in_every_state(publish: Publish) -> None:
    """One article for each choice of the filter, named after it."""
    now = timezone.now()
    for state in ("draft", "review", "withdrawn"):
        Article.objects.filter(pk=publish(state).pk).update(state=state)
    publish("straks").publish(now + timedelta(days=30))
    publish("morgen").publish(now + timedelta(days=1))
    publish("nu")
    publish("geweest").publish(now - timedelta(days=2), until=now - timedelta(days=1))


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("concept", {"draft"}),
        ("ter-beoordeling", {"review"}),
        ("gepland", {"straks", "morgen"}),
        ("gepland-week", {"morgen"}),
        ("gepubliceerd", {"nu"}),
        ("verlopen", {"geweest"}),
        ("ingetrokken", {"withdrawn"}),
        ("teruggekomen", set()),
        ("verzonnen", {"draft", "review", "straks", "morgen", "nu", "geweest", "withdrawn"}),
    ],
)
def test_articles_are_narrowed_to_how_they_stand_now(
    enter: Enter, in_every_state: None, state: str, expected: set[str]
) -> None:
    assert listed(enter("els").get(f"{ARTICLES}?staat={state}")) == expected


def test_the_list_says_how_an_article_stands_now(enter: Enter, in_every_state: None) -> None:
    page = enter("els").get(ARTICLES).text
    for label in ("concept", "ter beoordeling", "gepland", "gepubliceerd", "verlopen"):
        assert f'<td class="field-state_now">{label}</td>' in page


@pytest.mark.parametrize("parameter", ["auteur", "onderwerp", "series__id__exact"])
def test_articles_are_narrowed_by_what_they_have(
    enter: Enter, publish: Publish, ada: User, parameter: str
) -> None:
    article, _other = publish("Deze", by=ada), publish("Die")
    article.tags.add("overheid")
    article.series = Series.objects.create(title="Het loket", slug="het-loket")
    article.save()
    found: dict[str, Any] = {
        "auteur": Author.objects.get(),
        "onderwerp": Topic.objects.get(),
        "series__id__exact": article.series,
    }
    client = enter("els")
    assert listed(client.get(f"{ARTICLES}?{parameter}={found[parameter].pk}")) == {"Deze"}


@pytest.mark.parametrize("value", ["", "abc", "0", "-1", "9" * 25, "%00", "1 OR 1"])
@pytest.mark.parametrize("parameter", ["staat", "auteur", "onderwerp"])
def test_a_filter_that_means_nothing_narrows_nothing(
    enter: Enter, article: Article, parameter: str, value: str
) -> None:
    article.tags.add("overheid")
    response = enter("els").get(f"{ARTICLES}?{parameter}={value}")
    assert response.status_code == 200
    assert listed(response) == {"Aan de balie"}


def test_authors_series_and_topics_say_in_how_many_articles(
    enter: Enter, article: Article, publish: Publish, ada: User
) -> None:
    article.tags.add("overheid")
    series = Series.objects.create(title="Het loket", slug="het-loket")
    Article.objects.update(series=series)
    client, author, topic = enter("els"), Author.objects.get(), Topic.objects.get()
    for address, link in (
        ("author", f"auteur={author.pk}"),
        ("topic", f"onderwerp={topic.pk}"),
        ("series", f"series__id__exact={series.pk}"),
    ):
        page = client.get(f"/beheer/articles/{address}/")
        assert f'<a href="{ARTICLES}?{link}">1 artikel</a>' in page.text
        assert listed(client.get(f"{ARTICLES}?{link}")) == {"Aan de balie"}
    assert topic in client.get("/beheer/articles/topic/?o=-3").context["cl"].result_list


def test_only_what_readers_see_can_be_looked_at_on_the_site(
    enter: Enter, in_every_state: None
) -> None:
    client = enter("els")
    for article in Article.objects.all():
        page = client.get(f"{ARTICLES}{article.pk}/change/").text
        assert ("viewsitelink" in page) is (article.title == "nu"), article.title


@pytest.mark.parametrize("kind", ["author", "series", "topic"])
def test_a_name_in_the_address_is_made_up_once(enter: Enter, article: Article, kind: str) -> None:
    article.tags.add("overheid")
    Series.objects.create(title="Het loket", slug="het-loket")
    thing: Any = {"author": Author, "series": Series, "topic": Topic}[kind].objects.get()  # type: ignore[attr-defined]
    client = enter("els")
    made_up = "data-prepopulated-fields"
    assert "#id_slug" in client.get(f"/beheer/articles/{kind}/add/").text
    page = client.get(f"/beheer/articles/{kind}/{thing.pk}/change/").text
    assert made_up not in page or "#id_slug" not in page.split(made_up)[1].split(">")[0]


def many(start: int, stop: int, ada: User, discussion: Discussion) -> None:
    """Articles with an author, a topic and a series each; discussions and reactions."""
    for n in range(start, stop):
        series = Series.objects.create(title=f"Reeks {n}", slug=f"reeks-{n}")
        article = Article.objects.create(
            title=f"Stuk {n}", slug=f"stuk-{n}", lead="K", series=series
        )
        article.publish(timezone.now() - timedelta(days=n))
        article.tags.add(f"onderwerp {n}")
        user = User.objects.create_user(f"schrijver-{n}")
        author = Author.objects.create(name=f"Schrijver {n}", slug=f"schrijver-{n}", user=user)
        Authorship.objects.create(article=article, author=author)
        Discussion.objects.begin_for([article])
        Comment.objects.create(
            discussion=discussion, name="Rik", email="r@voorbeeld.nl", body=f"Nr. {n}"
        )


@pytest.fixture
def cost(enter: Enter) -> Callable[[str], int]:
    client = enter("baas")

    def count(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    return count


def test_every_list_costs_the_same_at_three_and_at_thirty(
    cost: Callable[[str], int], react: React, ada: User, discussion: Discussion
) -> None:
    lists = [f"articles/{name}" for name in ("article", "author", "series", "topic")]
    lists += ["comments/discussion", "comments/comment", "accounts/user", "auth/group"]
    addresses = [f"/beheer/{name}/" for name in lists]
    many(0, 3, ada, discussion)
    few = {address: cost(address) for address in addresses}
    many(3, 30, ada, discussion)
    assert {address: cost(address) for address in addresses} == few
    assert max(few.values()) <= 16
