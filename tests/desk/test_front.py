"""The front of the desk says what waits for whoever is signed in."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Author, Authorship, Event
from comments.models import Comment, Discussion, Policy
from tests.conftest import Publish, React
from tests.desk.conftest import Enter

FRONT = "/beheer/"
EDITOR = ["waiting-ter-beoordeling", "waiting-gepland-week", "waiting-notices", "waiting-reactions"]
AUTHOR = ["waiting-teruggekomen", "waiting-concept", "waiting-ter-beoordeling"]


@pytest.fixture
def draft(ada: User) -> Article:
    """A concept of ada's."""
    article = Article.objects.create(title="De brief", slug="de-brief", lead="Over brieven.")
    Authorship.objects.create(article=article, author=Author.objects.get(user=ada))
    return article


def panels(enter: Enter, name: str) -> dict[str, Any]:
    """What the front says to somebody: id → panel."""
    response = enter(name).get(FRONT)
    assert response.status_code == 200
    contexts: Any = response.context
    found = [panel for context in contexts for panel in context.get("panels", ())]
    return {panel.name: panel for panel in found}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("els", [*EDITOR, "open-discussions"]),
        ("baas", [*EDITOR, "open-discussions"]),
        ("ada", AUTHOR),
        ("mo", ["waiting-notices", "waiting-reactions", "open-discussions"]),
        ("gast", []),
    ],
)
def test_everybody_sees_their_own_work(enter: Enter, name: str, expected: list[str]) -> None:
    assert sorted(panels(enter, name)) == sorted(expected)


@pytest.mark.parametrize("name", ["els", "ada", "mo"])
def test_who_has_nothing_to_do_is_told_so(enter: Enter, name: str) -> None:
    for panel in panels(enter, name).values():
        assert panel.number == 0
        assert panel.nothing in enter(name).get(FRONT).text


def test_an_editor_sees_what_is_to_be_judged_by_whom_and_since_when(
    enter: Enter, draft: Article, ada: User
) -> None:
    draft.submit(ada)
    since = timezone.now() - timedelta(days=3)
    Event.objects.update(at=since)
    panel = panels(enter, "els")["waiting-ter-beoordeling"]
    assert (panel.number, panel.count) == (1, "1 artikel")
    (line,) = panel.lines
    assert (line.text, line.detail, line.at) == ("De brief", "Ada Verhoeven,", since)
    assert f'<a href="{line.url}">De brief</a>' in enter("els").get(FRONT).text


def test_an_editor_sees_what_will_appear_within_a_week(enter: Enter, publish: Publish) -> None:
    now = timezone.now()
    for title, days in (("Straks", 8), ("Morgen", 1), ("Zondag", 6), ("Gisteren", -1)):
        publish(title).publish(now + timedelta(days=days))
    panel = panels(enter, "els")["waiting-gepland-week"]
    assert [line.text for line in panel.lines] == ["Morgen", "Zondag"]


def test_an_author_sees_what_came_back_and_why(
    enter: Enter, draft: Article, ada: User, els: User
) -> None:
    draft.submit(ada)
    assert panels(enter, "ada")["waiting-ter-beoordeling"].number == 1
    draft.send_back(els, "Kunt u de inleiding korter maken?")
    (line,) = panels(enter, "ada")["waiting-teruggekomen"].lines
    assert (line.text, line.detail) == ("De brief", "Kunt u de inleiding korter maken?")
    draft.submit(ada)
    assert panels(enter, "ada")["waiting-teruggekomen"].number == 0


def test_what_an_author_took_back_did_not_come_back(
    enter: Enter, draft: Article, ada: User
) -> None:
    draft.submit(ada)
    draft.send_back(ada)
    shown = panels(enter, "ada")
    assert shown["waiting-teruggekomen"].number == 0
    assert shown["waiting-concept"].number == 1


def test_an_author_sees_nothing_of_others(enter: Enter, publish: Publish) -> None:
    for title, state in (("Van een ander", "draft"), ("Ook niet", "review")):
        Article.objects.filter(pk=publish(title).pk).update(state=state)
    assert {panel.number for panel in panels(enter, "ada").values()} == {0}


def test_a_moderator_sees_how_many_reactions_wait_and_how_long(enter: Enter, react: React) -> None:
    first, second = react("Eerst.", approved=False), react("Dan.", approved=False)
    react("Staat er al.")
    Comment.objects.filter(pk=first.pk).update(created_at=timezone.now() - timedelta(days=4))
    panel = panels(enter, "mo")["waiting-reactions"]
    assert panel.count == "2 reacties, de oudste wacht 4\xa0dagen"
    assert [line.text for line in panel.lines] == [str(first), str(second)]


def test_a_moderator_sees_where_reacting_is_open_longest(
    enter: Enter, publish: Publish, mo: User
) -> None:
    now = timezone.now()
    articles = [publish(title) for title in ("Nieuw", "Oud", "Dicht", "Nog niet")]
    Discussion.objects.begin_for(articles)
    for article, days in zip(articles, (1, 30, 60, -3), strict=True):
        article.publish(now - timedelta(days=days))
    Discussion.objects.get(pk=articles[2].pk).close(mo)
    panel = panels(enter, "mo")["open-discussions"]
    assert [line.text for line in panel.lines] == ["Oud", "Nieuw"]


def test_each_number_leads_to_a_list_of_exactly_these(
    enter: Enter, draft: Article, ada: User, els: User, publish: Publish, react: React
) -> None:
    publish("Morgen").publish(timezone.now() + timedelta(days=1))
    draft.submit(ada)
    react("Wacht.", approved=False)
    for name in ("els", "ada", "mo"):
        for panel in panels(enter, name).values():
            listed = enter(name).get(panel.url)
            assert listed.status_code == 200
            assert listed.context["cl"].result_count == panel.number, (name, panel.name)


@pytest.mark.parametrize("name", ["els", "ada", "mo"])
def test_the_front_costs_the_same_at_ten_and_at_a_thousand(
    enter: Enter, article: Article, discussion: Discussion, ada: User, name: str
) -> None:
    client = enter(name)

    def fill(start: int, stop: int) -> int:
        states = ("draft", "review", "published")
        new = [
            Article(
                title=f"Stuk {n}",
                slug=f"stuk-{n}",
                lead="Kort.",
                state=states[n % 3],
                published_at=timezone.now() + timedelta(hours=n - 20),
            )
            for n in range(start, stop)
        ]
        made = Article.objects.bulk_create(new)
        author = Author.objects.get(user=ada)
        Authorship.objects.bulk_create(Authorship(article=one, author=author) for one in made)
        Discussion.objects.begin_for(made)
        Comment.objects.bulk_create(
            Comment(discussion=discussion, name="Rik", email="r@voorbeeld.nl", body=f"Nr. {n}")
            for n in range(start, stop)
        )
        with CaptureQueriesContext(connection) as queries:
            assert client.get(FRONT).status_code == 200
        return len(queries)

    client.get(FRONT)
    assert fill(0, 10) == fill(10, 1_000) <= 20


@pytest.mark.parametrize("days", [None, 0, 5])
def test_many_discussions_are_open_by_the_same_rule_as_one(
    publish: Publish, mo: User, days: int | None
) -> None:
    now, policy = timezone.now(), Policy(closes_after_days=days)
    ages = {f"{n} dagen": timedelta(days=n) for n in (0, 4, 5, 6)}
    articles = [publish(title) for title in ages]
    closings = (None, now - timedelta(hours=1), now + timedelta(hours=1))
    for article, age in zip(articles, ages.values(), strict=True):
        article.publish(now - age)
    Discussion.objects.begin_for(articles)
    for opening in Discussion.Opening:
        for closes_at in closings:
            Discussion.objects.update(opening=opening, closes_at=closes_at)
            every = Discussion.objects.select_related("article")
            expected = {one.pk for one in every if one.is_open_at(now, policy)}
            assert {one.pk for one in Discussion.objects.open_at(now, policy)} == expected
