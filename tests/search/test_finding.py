"""What a search finds, and in which order; the same on both databases."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from articles.indexing import batches
from articles.models import Article, Author, Topic
from comments import finding
from comments.models import Comment
from search.index import Kind
from search.models import MOST, Entry, Hits, Within
from search.query import parse
from tests.search.conftest import Answer, Write, titles


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("gemeente", "Alle gemeenten schrijven."),
        ("gemeenten", "Elke gemeente schrijft."),
        ("participeren", "Over participatie gesproken."),
        ("overheid", "Alle overheden."),
        ("creme", "Met crème."),
        ("CRÈME", "met creme"),
        ("foto", "Twee foto’s."),
        ("neighbourhood", "The neighbourhood speaks."),
        ('"recht op antwoord"', "Wie recht op antwoord heeft"),
        ("e-mail", "Stuur een e-mail."),
        ("raad loket", "Van het loket naar de raad."),
        ("raad OF zonnebloem", "Naar de raad."),
        ("wat is de gemeente", "gemeente"),
    ],
)
def test_an_article_is_found_by(write: Write, typed: str, text: str) -> None:
    write("Titel", text)
    assert titles(typed) == ["Titel"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("over", "Alle overheden."),
        ("raad brief", "Naar de raad."),
        ("raad -brief", "Een brief aan de raad."),
        ("raad -brief", "Veel brieven aan de raad."),
        ('"gemeenten"', "Elke gemeente."),
        ('"antwoord op recht"', "recht op antwoord"),
        ('"titel inleiding"', "-"),
        ("raad*", "raadhuis"),
    ],
)
def test_an_article_is_not_found_by(write: Write, typed: str, text: str) -> None:
    write("Titel", text, lead="Inleiding")
    assert titles(typed) == []


def test_title_goes_before_introduction_before_text_before_reactions(
    write: Write, answer: Answer
) -> None:
    """The better a hit the older it is here, so that age does not decide."""
    places = [
        ("De brief", "-", "-"),
        ("Twee brieven", "-", "-"),
        ("Drie", "-", "Een brief."),
        ("Vier", "-", "Veel brieven."),
        ("Vijf", "Een brief.", "-"),
        ("Zes", "Veel brieven.", "-"),
    ]
    first = timezone.now() - timedelta(days=100)
    for day, (title, text, lead) in enumerate(places):
        write(title, text, lead, first + timedelta(days=day))
    answer(write("Zeven"), "Een brief!")
    answer(write("Acht"), "Brieven!")
    assert titles("brief") == [
        *("De brief", "Twee brieven", "Drie", "Vier", "Vijf", "Zes"),
        *("Een brief!", "Brieven!"),
    ]


def test_of_equal_hits_the_newest_goes_first(write: Write) -> None:
    now = timezone.now()
    for days in (3, 1, 2):
        write(f"Dag {days}", "brief", at=now - timedelta(days=days))
    assert titles("brief") == ["Dag 1", "Dag 2", "Dag 3"]


def test_one_word_in_the_title_is_more_than_none(write: Write) -> None:
    now = timezone.now()
    write("De raad", "Een brief.", at=now - timedelta(days=2))
    write("Iets", "Een brief aan de raad.", at=now - timedelta(days=1))
    assert titles("brief raad") == ["De raad", "Iets"]


def test_an_article_is_found_by_its_people_and_topics(write: Write) -> None:
    write("Titel", by=["Noor"], topics=["open data"])
    assert titles("noor") == titles('"open data"') == ["Titel"]


def test_a_search_can_be_narrowed(write: Write, answer: Answer) -> None:
    old = datetime(2019, 12, 31, 23, 30, tzinfo=timezone.get_default_timezone())
    article = write("Oud", "brief", at=old, by=["Noor", "Samir"], topics=["taal"])
    write("Nieuw", "brief", by=["Samir"], topics=["geld"])
    answer(article, "Nog een brief.")
    taal, samir = Topic.objects.get(name="taal").pk, Author.objects.get(name="Samir").pk

    def within(*tags: str, **more: object) -> list[str]:
        return titles("brief", Within(tags, **more))  # type: ignore[arg-type]

    assert within(f"onderwerp_{taal}") == ["Oud", "Nog een brief."]
    assert within(f"auteur_{samir}") == ["Nieuw", "Oud", "Nog een brief."]
    assert within(f"auteur_{samir}", f"onderwerp_{taal}") == ["Oud", "Nog een brief."]
    assert within(year=2019) == ["Oud"]
    assert within(year=2020) == []
    assert within(kinds=(Kind.REACTION,)) == ["Nog een brief."]
    assert within("onderwerp_0") == []


@pytest.mark.parametrize("year", [-1, 0, 1, 1066, 9998, 9999, 10**9])
def test_no_year_is_too_strange_to_ask_for(write: Write, year: int) -> None:
    write("Titel", "brief")
    assert titles("brief", Within(year=year)) in ([], ["Titel"])


def test_nothing_asked_is_nothing_found(write: Write) -> None:
    write("Titel", "brief")
    assert Entry.objects.search(parse(""), {}) == Hits()
    assert titles("-brief") == []


def test_too_many_hits_are_the_newest_ones_and_it_says_so(db: None) -> None:
    now = timezone.now()
    rows = [
        Article(
            title=f"Brief {n}",
            slug=f"brief-{n}",
            state=Article.State.PUBLISHED,
            published_at=now - timedelta(days=n),
        )
        for n in range(1, MOST + 2)
    ]
    Article.objects.bulk_create(rows)
    Entry.objects.refill(batches())
    visible = {Kind.ARTICLE: Article.objects.visible(), Kind.REACTION: Article.objects.none()}
    hits = Entry.objects.search(parse("brief"), visible)
    assert hits.more
    assert len(hits.found) == MOST
    assert hits.found[0].object_id == rows[0].pk
    assert rows[-1].pk not in {hit.object_id for hit in hits.found}
    assert not Entry.objects.search(parse('"brief 7"'), visible).more


def test_the_newest_of_many_reactions_are_found_however_old(
    write: Write, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL looks back in steps: it must not stop before it has enough, nor too late."""
    monkeypatch.setattr("search.models.CANDIDATES", 6)
    monkeypatch.setattr("search.models.MOST", 5)
    article, now = write("Titel"), timezone.now()
    days = [1, 40, 100, 170, 400, 900, 2_000, 4_000]
    for day in reversed(days):
        reaction = answer(article, f"Brief {day}")
        Comment.objects.filter(pk=reaction.pk).update(published_at=now - timedelta(days=day))
    Entry.objects.refill([*batches(), *finding.batches()])
    assert titles("brief") == [f"Brief {day}" for day in days[:5]]
    assert titles('"brief 4000"') == ["Brief 4000"]
    assert titles("brief -2000 -4000 -900 -1") == [f"Brief {day}" for day in days[1:5]]
    assert titles("brief", Within(year=(now - timedelta(days=4_000)).year)) == ["Brief 4000"]


def test_what_stands_in_many_titles_is_looked_for_no_further(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.models.CANDIDATES", 3)
    monkeypatch.setattr("search.models.MOST", 2)
    for n in range(4):
        write(f"Brief {n}", at=timezone.now() - timedelta(days=n))
    write("Titel", "brief")
    assert titles("brief") == ["Brief 0", "Brief 1"]
