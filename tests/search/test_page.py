"""The search page, as a reader uses it."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.indexing import batches
from articles.models import Article
from comments import finding
from comments.models import Discussion
from search.models import Entry
from tests.comments.threads import fill
from tests.search.conftest import Answer, Write

pytestmark = pytest.mark.django_db


def search(client: Client, q: str = "", **more: Any) -> str:
    answer = client.get("/zoeken/", {"q": q, **more})
    assert answer.status_code == 200
    return answer.text


def heading(page: str) -> str:
    (found,) = re.findall(r"<h1>(.*?)</h1>", page, re.DOTALL)
    return unescape(found)


def links(page: str) -> list[str]:
    return re.findall(r'<h2 class="result__title"><a href="([^"]+)"', page)


def test_it_begins_with_a_form_and_what_to_type(client: Client) -> None:
    page = search(client)
    assert heading(page) == "Zoeken"
    assert "Typ een of meer woorden." in page
    assert '<label for="id_q">Zoekwoorden</label>' in page


def test_every_page_leads_to_it(client: Client) -> None:
    assert 'href="/zoeken/">Zoeken</a>' in client.get("/").text


def test_an_article_is_a_row_with_its_fragment(client: Client, write: Write) -> None:
    article = write("De raad", "Alle gemeenten & <b>raden</b>.", by=["Noor"], topics=["taal"])
    page = search(client, "raad")
    assert heading(page) == "1 resultaat voor ‘raad’"
    assert links(page) == [article.get_absolute_url()]
    assert "De <mark>raad</mark>" in page
    assert "Alle gemeenten &amp; <mark>raden</mark>." in page
    assert "Noor · #taal" in page
    assert f'<time datetime="{timezone.localtime(article.published_at):%Y-%m-%d}' in page


def test_a_reaction_is_a_row_that_leads_to_its_place(
    client: Client, write: Write, answer: Answer
) -> None:
    article = write("De raad")
    reaction = answer(article, "Mooie *brief*.")
    page = search(client, "brief")
    assert links(page) == [f"/reacties/{reaction.pk}/"]
    assert "Reactie 1 op ‘De raad’" in page
    assert "Mooie <mark>brief</mark>." in page
    assert client.get(links(page)[0], follow=True).redirect_chain[0][0].endswith("#reactie-1")


def test_the_number_is_in_the_heading_and_the_title(
    client: Client, write: Write, answer: Answer
) -> None:
    answer(write("De brief"), "Mooie brief.")
    page = search(client, "brief")
    assert heading(page) == "2 resultaten voor ‘brief’"
    assert "<title>2 resultaten voor ‘brief’ - Grensvlak</title>" in page


def test_too_many_to_count_is_said_in_words(
    client: Client, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.models.MOST", 2)
    for n in range(3):
        write(f"Brief {n}")
    page = search(client, "brief")
    assert heading(page) == "Meer dan 2 resultaten voor ‘brief’"
    assert "Dit zijn de nieuwste." in page


def test_where_nothing_is_found_it_says_what_to_do(client: Client, write: Write) -> None:
    write("De raad", topics=["taal"])
    page = search(client, "tulp")
    assert heading(page) == "Niets gevonden voor ‘tulp’"
    assert "Controleer of alle woorden goed zijn getypt." in page
    assert "Zoek in alle onderwerpen" not in page
    narrowed = search(client, "tulp", onderwerp="taal")
    assert 'href="/zoeken/?q=tulp">Zoek in alle onderwerpen' in narrowed


def test_search_engines_do_not_keep_it(client: Client) -> None:
    assert '<meta name="robots" content="noindex">' in search(client, "raad")


def test_it_sets_no_cookie(client: Client) -> None:
    assert not client.get("/zoeken/?q=raad").cookies


def test_only_reading_is_possible(client: Client) -> None:
    assert client.post("/zoeken/", {"q": "raad"}).status_code == 405
    assert client.head("/zoeken/?q=raad").status_code == 200


def test_the_form_keeps_what_was_asked(client: Client, write: Write) -> None:
    write("De raad", by=["Noor"], topics=["taal"], at=timezone.now())
    year = str(timezone.localdate().year)
    page = search(client, 'de "raad"', onderwerp="taal", auteur="noor", jaar=year, soort="reacties")
    assert 'value="de &quot;raad&quot;"' in page
    for value in ("taal", "noor", year, "reacties"):
        assert f'<option value="{value}" selected>' in page


def test_filters_narrow_and_go_along_to_the_next_page(client: Client, write: Write) -> None:
    for n in range(12):
        write(f"Brief {n}", topics=["taal"])
    write("Brief 13", topics=["geld"])
    page = search(client, "brief", onderwerp="taal")
    assert heading(page) == "12 resultaten voor ‘brief’"
    assert 'rel="next" href="?q=brief&amp;onderwerp=taal&amp;pagina=2"' in page
    second = search(client, "brief", onderwerp="taal", pagina=2)
    assert len(links(page) + links(second)) == 12
    assert not set(links(page)) & set(links(second))
    assert "(pagina 2)" in second
    assert 'start="11"' in second


@pytest.mark.parametrize("page", ["0", "-1", "99999999999999999999", "x", "", "1.5", "\x00"])
def test_a_page_that_is_not_there_is_the_first_or_the_last(
    client: Client, write: Write, page: str
) -> None:
    write("De brief")
    assert len(links(search(client, "brief", pagina=page))) == 1


def test_there_is_nothing_to_choose_that_readers_cannot_see(client: Client, write: Write) -> None:
    """The name of an author can be news before an article is."""
    write("Gepland", by=["Geheim"], topics=["embargo"]).publish(timezone.now() + timedelta(days=1))
    write("Brief", by=["Noor"], topics=["taal"], at=timezone.now() - timedelta(days=800))
    page = search(client)
    assert re.findall(r'<option value="([^"]*)"', page)[:4] == ["", "taal", "", "noor"]
    assert "embargo" not in page
    assert "Geheim" not in page


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("onderwerp", "bestaat-niet"),
        ("auteur", "\x00"),
        ("jaar", "MMXX"),
        ("jaar", "9" * 400),
        ("soort", "' OR 1=1"),
        ("volgorde", "niet"),
    ],
)
def test_a_filter_that_is_no_choice_narrows_nothing(
    client: Client, write: Write, name: str, value: str
) -> None:
    write("De brief")
    assert len(links(search(client, "brief", **{name: value}))) == 1


@pytest.mark.parametrize(
    "q",
    [
        *("AND", "OR OR", "NOT", "brief AND", "brief NEAR/2 raad", "NEAR(brief raad, 5)"),
        *('"brief', 'brief"', '"""', "“brief", "(brief", "brief)", "brief*", "*", "^brief"),
        *("title:brief", "{title lead}: brief", "-brief", "--", "brief -", "+brief"),
        *("'; DROP TABLE search_words; --", "brief' | 'x", "brief & !x", "brief <-> x", ":*"),
        *("\x00", "bri\x00ef", "\ufffd", "\U0001f600", "e\u0301" * 400, "\u202ebrief", "ﷺ", "½"),
        *("a" * 10_000, "brief " * 2_000, '"' * 5_000, "- " * 5_000, "(" * 9_000),
    ],
)
def test_whatever_is_typed_is_answered(client: Client, write: Write, q: str) -> None:
    write("De brief", "Een brief van x.")
    page = search(client, q)
    assert heading(page)
    assert Entry.objects.count() == 1


def test_what_was_typed_is_never_markup(client: Client, write: Write) -> None:
    write("De <script>brief</script>", "&lt;img onerror=x&gt; brief")
    page = search(client, 'brief "><script>alert(1)</script>')
    assert "<script>alert" not in page
    found = search(client, "brief")
    assert "De &lt;script&gt;<mark>brief</mark>&lt;/script&gt;" in found
    assert "&lt;img onerror=x&gt; <mark>brief</mark>" in found


def test_it_says_so_when_words_were_left_out(client: Client, write: Write) -> None:
    sentence = "Alleen de eerste 8 woorden zijn gebruikt."
    assert sentence in search(client, "een twee drie vier vijf zes zeven acht negen")
    assert sentence not in search(client, "een twee drie vier vijf zes zeven acht")


def many(articles: int, reactions: int) -> None:
    """Articles with the word, and as many reactions with it under the first."""
    now = timezone.now()
    rows = [
        Article(
            title=f"Tekst {n}",
            slug=f"tekst-{n}",
            state=Article.State.PUBLISHED,
            published_at=now - timedelta(hours=n),
        )
        for n in range(articles)
    ]
    Article.objects.bulk_create(rows)
    Discussion.objects.begin_for(rows[:1])
    fill(Discussion.objects.get(), reactions)
    Entry.objects.refill([*batches(), *finding.batches()])


@pytest.mark.parametrize("size", [10, 1_000])
@pytest.mark.parametrize("more", [{}, {"pagina": 2}, {"jaar": "2026", "soort": "artikelen"}])
def test_it_takes_few_queries_and_no_more_for_many(
    client: Client, size: int, more: dict[str, Any]
) -> None:
    many(size, 15)
    with CaptureQueriesContext(connection) as queries:
        assert links(search(client, "tekst", **more))
    assert len(queries) <= 11


def test_as_many_queries_with_few_hits_as_with_many(client: Client) -> None:
    many(10, 15)
    with CaptureQueriesContext(connection) as few:
        search(client, "tekst")
    many_more = [
        Article(
            title=f"Tekst {n}", slug=f"meer-{n}", state="published", published_at=timezone.now()
        )
        for n in range(990)
    ]
    Article.objects.bulk_create(many_more)
    Entry.objects.refill([*batches(), *finding.batches()])
    with CaptureQueriesContext(connection) as lots:
        search(client, "tekst")
    assert len(few) >= len(lots)
